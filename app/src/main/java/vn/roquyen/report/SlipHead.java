package vn.roquyen.report;

import java.util.List;
import java.util.Locale;

/** The upper part of a slip: whose it is, what it is about, the verdict and the key figures. */
final class SlipHead {
  private final Slip slip;
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;

  SlipHead(Slip slip, SlipStyle style, Flow flow) {
    this.slip = slip;
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
  }

  void draw() {
    office();
    flow.set(slip.heading().toUpperCase(Locale.ROOT), style.heading(), paper.left(), paper.width());
    paper.skip(style.unit() * 0.8f);
    flow.set(slip.matter(), style.matter(), paper.left(), paper.width());
    if (!slip.facts().isEmpty()) {
      paper.skip(style.unit() * 0.4f);
      flow.set(String.join("  ·  ", slip.facts()), style.facts(), paper.left(), paper.width());
    }
    paper.skip(style.unit() * 1.6f);
    new VerdictBox(style, flow).draw(slip.verdict());
    new KeyFigures(style, flow).draw(slip.key());
  }

  private void office() {
    float top = paper.top();
    float right = paper.left() + paper.width() - flow.width(slip.day(), style.day());
    flow.setAt(List.of(slip.day()), style.day(), right, top);
    float room = right - paper.left() - 2 * style.unit();
    flow.set(slip.office().toUpperCase(Locale.ROOT), style.office(), paper.left(), room);
    paper.skip(style.unit() * 0.7f);
    paper.line(
        Palette.ACCENT, 1.4f, paper.left(), paper.top(), paper.left() + paper.width(), paper.top());
    paper.skip(style.unit() * 2.4f);
  }
}
