package vn.roquyen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import vn.roquyen.domain.PaperSize;

/** Lays a handbook of authority out as a PDF on A4. */
public final class HandbookReport {
  /** Told after each entry; may throw to stop. */
  public interface Watch {
    void written(int entries);
  }

  private final Handbook handbook;
  private final SlipStyle style = SlipStyle.ofHandbook();
  private final Flow flow;
  private final Paper paper;

  private HandbookReport(Handbook handbook, Flow flow) {
    this.handbook = handbook;
    this.flow = flow;
    this.paper = flow.paper();
  }

  /**
   * Writes the handbook.
   *
   * @param made when the document says it was made
   * @return how many pages it has
   * @throws IOException when the stream cannot be written
   * @throws vn.roquyen.domain.Fault FONT_MISSING
   */
  public static int write(Handbook handbook, Instant made, Watch watch, OutputStream out)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      Fonts fonts = new Fonts(document);
      String title = fonts.printable(handbook.heading() + " – " + handbook.owner());
      Description.write(document, title, handbook.owner(), handbook.language(), made);
      document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
      SlipStyle style = SlipStyle.ofHandbook();
      Paper paper = new Paper(document, fonts, PaperSize.A4, style.margin(), style.bottom());
      HandbookReport report = new HandbookReport(handbook, new Flow(paper, fonts));
      report.draw(document, watch);
      paper.finish();
      document.save(out);
      return paper.pages();
    }
  }

  private void draw(PDDocument document, Watch watch) throws IOException {
    new HandbookCover(handbook, flow).draw();
    paper.turn();
    HandbookContents contents = new HandbookContents(handbook, style, flow, document);
    contents.draw();
    paper.turn();
    HandbookEntry entries = new HandbookEntry(style, flow);
    int written = 0;
    for (Handbook.Chapter chapter : handbook.chapters()) {
      entries.chapter(chapter);
      contents.reached(new Handbook.Mark(chapter, null), entries.start());
      for (Handbook.Entry entry : chapter.entries()) {
        entries.draw(entry);
        contents.reached(new Handbook.Mark(chapter, entry), entries.start());
        watch.written(++written);
      }
    }
    contents.finish();
    heads();
    Foot.draw(handbook.foot(), handbook.page(), style, flow);
  }

  /** Whose handbook it is and for which day, at the head of all pages but the cover. */
  private void heads() {
    Type type = style.small();
    float rule = paper.height() - style.margin() + style.unit() * 1.6f;
    float base = rule + style.unit() * 0.8f;
    String words = handbook.heading() + " · " + handbook.owner();
    String left = flow.lines(words, type, paper.width() * 0.75f).getFirst();
    String right = flow.printable(handbook.day());
    float end = paper.left() + paper.width();
    for (int page = 1; page < paper.pages(); page++) {
      paper.text(page, left, type, paper.left(), base);
      paper.text(page, right, type, end - flow.width(right, type), base);
      paper.line(page, Palette.RULE, 0.6f, paper.left(), rule, end, rule);
    }
  }
}
