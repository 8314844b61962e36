package vn.roquyen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import vn.roquyen.domain.PaperSize;

/** Lays a guidance slip out as a PDF on A4 or A5. */
public final class SlipReport {
  private static final String PROGRAM = "Rõ Quyền";

  private SlipReport() {}

  /**
   * Writes the slip.
   *
   * @param made when the document says it was made
   * @throws IOException when the stream cannot be written
   * @throws vn.roquyen.domain.Fault FONT_MISSING
   */
  public static void write(Slip slip, PaperSize size, Instant made, OutputStream out)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      Fonts fonts = new Fonts(document);
      describe(document, fonts.printable(slip.heading() + " – " + slip.matter()), slip, made);
      SlipStyle style = SlipStyle.of(size);
      Paper paper = new Paper(document, fonts, size, style.margin(), style.bottom());
      Flow flow = new Flow(paper, fonts);
      new SlipHead(slip, style, flow).draw();
      SlipBody body = new SlipBody(style, flow);
      slip.sections().forEach(body::draw);
      closing(slip, style, flow);
      foot(slip, style, flow);
      paper.finish();
      document.save(out);
    }
  }

  private static void describe(PDDocument document, String title, Slip slip, Instant made) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setAuthor(slip.office());
    information.setCreator(PROGRAM);
    information.setCreationDate(GregorianCalendar.from(made.atZone(ZoneId.systemDefault())));
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(slip.language());
    PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }

  private static void closing(Slip slip, SlipStyle style, Flow flow) {
    Paper paper = flow.paper();
    paper.skip(style.unit() * 2);
    flow.set(slip.closing(), style.small(), paper.left(), paper.width());
  }

  private static void foot(Slip slip, SlipStyle style, Flow flow) {
    Paper paper = flow.paper();
    Type type = style.small();
    float top = style.bottom() - style.unit();
    for (int page = 0; page < paper.pages(); page++) {
      String number = MessageFormat.format(slip.page(), page + 1, paper.pages());
      float right = paper.left() + paper.width() - flow.width(number, type);
      paper.line(page, Palette.RULE, 0.6f, paper.left(), top, paper.left() + paper.width(), top);
      float first = Flow.baseline(top - style.unit() * 0.4f, type);
      List<String> lines = flow.lines(slip.foot(), type, right - paper.left() - 2 * style.unit());
      for (int at = 0; at < lines.size(); at++) {
        paper.text(page, lines.get(at), type, paper.left(), first - at * type.leading());
      }
      paper.text(page, number, type, right, first);
    }
  }
}
