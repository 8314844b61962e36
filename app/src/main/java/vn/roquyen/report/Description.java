package vn.roquyen.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What a file says of itself: title, author, language, when it was made. */
final class Description {
  private static final String PROGRAM = "Rõ Quyền";

  private Description() {}

  static void write(
      PDDocument document, String title, String author, String language, Instant made) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setAuthor(author);
    information.setCreator(PROGRAM);
    information.setCreationDate(GregorianCalendar.from(made.atZone(ZoneId.systemDefault())));
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(language);
    PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }
}
