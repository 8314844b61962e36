package vn.roquyen.report;

import java.util.List;

/** A few figures side by side, each with its name and small print. */
final class KeyFigures {
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;

  KeyFigures(SlipStyle style, Flow flow) {
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
  }

  void draw(List<Slip.Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    float gap = style.unit() * 1.2f;
    float pad = style.unit() * 1.4f;
    float cell = (paper.width() - gap * (facts.size() - 1)) / facts.size();
    float height = 0;
    for (Slip.Fact fact : facts) {
      height = Math.max(height, cellHeight(fact, cell - 2 * pad) + 2 * pad);
    }
    paper.need(height);
    float top = paper.top();
    float left = paper.left();
    for (Slip.Fact fact : facts) {
      paper.box(left, top - height, cell, height, style.unit(), Palette.FIELD);
      cell(fact, left + pad, top - pad, cell - 2 * pad);
      left += cell + gap;
    }
    paper.skip(height + style.unit() * 0.6f);
  }

  private float cellHeight(Slip.Fact fact, float width) {
    float note = fact.note() == null ? 0 : flow.height(fact.note(), style.small(), width);
    return flow.height(fact.name(), style.label(), width)
        + flow.height(fact.value(), style.strong(), width)
        + note;
  }

  private void cell(Slip.Fact fact, float left, float top, float width) {
    Type value =
        fact.tone() == Tone.NEUTRAL ? style.strong() : style.strong().in(Palette.of(fact.tone()));
    List<String> name = flow.lines(fact.name(), style.label(), width);
    float below = flow.setAt(name, style.label(), left, top);
    below = flow.setAt(flow.lines(fact.value(), value, width), value, left, below);
    if (fact.note() != null) {
      flow.setAt(flow.lines(fact.note(), style.small(), width), style.small(), left, below);
    }
  }
}
