package vn.roquyen.report;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The letters of a slip in the order in which they are printed, without blanks and line breaks. */
public final class SlipLetters {
  private final List<String> parts = new ArrayList<>();

  private SlipLetters() {}

  /** What must be printed. */
  public static String of(Slip slip) {
    SlipLetters letters = new SlipLetters();
    letters.add(
        slip.day(),
        slip.office().toUpperCase(Locale.ROOT),
        slip.heading().toUpperCase(Locale.ROOT),
        slip.matter(),
        String.join("·", slip.facts()),
        slip.verdict().words());
    slip.verdict().advice().forEach(letters::add);
    slip.key().forEach(letters::add);
    for (Slip.Section section : slip.sections()) {
      letters.add(section.heading().toUpperCase(Locale.ROOT));
      section.blocks().forEach(letters::add);
    }
    letters.add(slip.closing());
    return squeezed(String.join("", letters.parts));
  }

  /** What is printed, page after page, without the feet; each page must have its foot. */
  public static String of(Path pdf, Slip slip) throws IOException {
    StringBuilder all = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      int pages = document.getNumberOfPages();
      for (int page = 1; page <= pages; page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = squeezed(stripper.getText(document));
        String foot = squeezed(slip.foot() + MessageFormat.format(slip.page(), page, pages));
        if (!text.endsWith(foot)) {
          throw new AssertionError("page " + page + " has no foot: " + text);
        }
        all.append(text, 0, text.length() - foot.length());
      }
    }
    return all.toString();
  }

  private void add(Slip.Block block) {
    switch (block) {
      case Slip.Text text -> add(text.text());
      case Slip.Checklist checklist -> {
        add(checklist.name());
        checklist.items().forEach(this::add);
      }
      case Slip.Steps steps -> {
        for (int at = 0; at < steps.steps().size(); at++) {
          add(Integer.toString(at + 1), steps.steps().get(at));
        }
      }
      case Slip.Items items -> items.items().forEach(this::add);
      case Slip.Facts facts -> facts.facts().forEach(this::add);
    }
  }

  private void add(Slip.Item item) {
    add(item.text(), item.status(), item.note());
  }

  private void add(Slip.Fact fact) {
    add(fact.name(), fact.value(), fact.note());
  }

  private void add(String... texts) {
    for (String text : texts) {
      if (text != null) {
        parts.add(text);
      }
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00A0]+", "");
  }
}
