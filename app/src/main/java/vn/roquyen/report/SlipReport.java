package vn.roquyen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.roquyen.domain.PaperSize;

/** Lays a guidance slip out as a PDF on A4 or A5. */
public final class SlipReport {
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
      String title = fonts.printable(slip.heading() + " – " + slip.matter());
      Description.write(document, title, slip.office(), slip.language(), made);
      SlipStyle style = SlipStyle.of(size);
      Paper paper = new Paper(document, fonts, size, style.margin(), style.bottom());
      Flow flow = new Flow(paper, fonts);
      new SlipHead(slip, style, flow).draw();
      SlipBody body = new SlipBody(style, flow);
      slip.sections().forEach(body::draw);
      closing(slip, style, flow);
      Foot.draw(slip.foot(), slip.page(), style, flow);
      paper.finish();
      document.save(out);
    }
  }

  private static void closing(Slip slip, SlipStyle style, Flow flow) {
    Paper paper = flow.paper();
    paper.skip(style.unit() * 2);
    flow.set(slip.closing(), style.small(), paper.left(), paper.width());
  }
}
