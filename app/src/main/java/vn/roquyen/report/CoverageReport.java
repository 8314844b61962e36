package vn.roquyen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.roquyen.domain.PaperSize;

/** Lays the report on the coverage out as a PDF on A4: table, reasons, bars, heat map, trend. */
public final class CoverageReport {
  private final CoveragePaper content;
  private final SlipStyle style = SlipStyle.of(PaperSize.A4);
  private final Flow flow;
  private final Paper paper;

  private CoverageReport(CoveragePaper content, Flow flow) {
    this.content = content;
    this.flow = flow;
    this.paper = flow.paper();
  }

  /**
   * Writes the report.
   *
   * @param made when the document says it was made
   * @throws IOException when the stream cannot be written
   * @throws vn.roquyen.domain.Fault FONT_MISSING
   */
  public static void write(CoveragePaper content, Instant made, OutputStream out)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      Fonts fonts = new Fonts(document);
      String title = fonts.printable(content.heading() + " – " + content.day());
      Description.write(document, title, content.heading(), content.language(), made);
      SlipStyle style = SlipStyle.of(PaperSize.A4);
      Paper paper = new Paper(document, fonts, PaperSize.A4, style.margin(), style.bottom());
      new CoverageReport(content, new Flow(paper, fonts)).draw();
      paper.finish();
      document.save(out);
    }
  }

  private void draw() {
    flow.set(content.heading(), style.heading(), paper.left(), paper.width());
    flow.set(content.day(), style.matter().in(Palette.QUIET), paper.left(), paper.width());
    paper.skip(style.unit() * 2);
    headline();
    for (String reason : content.reasons()) {
      flow.set("– " + reason, style.body(), paper.left(), paper.width());
      paper.skip(style.unit() * 0.4f);
    }
    CoverageCharts charts = new CoverageCharts(content, style, flow);
    charts.bars();
    charts.heat();
    charts.trend();
    Foot.draw(content.foot(), content.page(), style, flow);
  }

  private void headline() {
    int columns = content.headline().getFirst().size();
    float figure = 74;
    float name = paper.width() - figure * (columns - 1);
    boolean head = true;
    for (List<String> row : content.headline()) {
      Type type = head ? style.label() : style.body();
      float top = paper.top();
      float below = flow.setAt(flow.lines(row.getFirst(), type, name), type, paper.left(), top);
      for (int at = 1; at < columns; at++) {
        float right = paper.left() + name + at * figure;
        for (String line : flow.lines(row.get(at), type, figure - 6)) {
          flow.setAt(List.of(line), type, right - flow.width(line, type), top);
        }
      }
      paper.skip(top - below + 1);
      float end = paper.left() + paper.width();
      paper.line(Palette.RULE, 0.5f, paper.left(), paper.top(), end, paper.top());
      paper.skip(2);
      head = false;
    }
    paper.skip(style.unit());
  }
}
