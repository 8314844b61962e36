package vn.roquyen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The upper part of a slip: whose it is, what it is about, the verdict and the key figures. */
final class SlipHead {
  private final Slip slip;
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;
  private final Signs signs;

  SlipHead(Slip slip, SlipStyle style, Flow flow) {
    this.slip = slip;
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
    this.signs = new Signs(paper);
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
    verdict();
    key();
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

  private void verdict() {
    Tone tone = slip.verdict().tone();
    float pad = style.unit() * 2;
    float radius = 13 * style.scale();
    float textLeft = paper.left() + pad + 2 * radius + style.unit() * 1.8f;
    float textWidth = paper.left() + paper.width() - pad - textLeft;
    Type words = style.verdict().in(Palette.of(tone));
    List<String> wordLines = flow.lines(slip.verdict().words(), words, textWidth);
    List<String> advice = new ArrayList<>();
    slip.verdict()
        .advice()
        .forEach(text -> advice.addAll(flow.lines(text, style.body(), textWidth)));
    float gap = advice.isEmpty() ? 0 : style.unit() * 0.5f;
    float height =
        wordLines.size() * words.leading() + gap + advice.size() * style.body().leading() + 2 * pad;
    paper.need(height);
    float top = paper.top();
    paper.box(paper.left(), top - height, paper.width(), height, style.unit(), Palette.tint(tone));
    paper.box(paper.left(), top - height, 3.2f, height, 1.6f, Palette.of(tone));
    signs.disc(tone, paper.left() + pad + radius, top - pad - radius, radius);
    float below = flow.setAt(wordLines, words, textLeft, top - pad);
    flow.setAt(advice, style.body(), textLeft, below - gap);
    paper.skip(height + style.unit() * 1.6f);
  }

  /** The key figures side by side. */
  private void key() {
    List<Slip.Fact> facts = slip.key();
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
    return style.label().leading() + flow.height(fact.value(), style.strong(), width) + note;
  }

  private void cell(Slip.Fact fact, float left, float top, float width) {
    Type value =
        fact.tone() == Tone.NEUTRAL ? style.strong() : style.strong().in(Palette.of(fact.tone()));
    float below = flow.setAt(List.of(fact.name()), style.label(), left, top);
    below = flow.setAt(flow.lines(fact.value(), value, width), value, left, below);
    if (fact.note() != null) {
      flow.setAt(flow.lines(fact.note(), style.small(), width), style.small(), left, below);
    }
  }
}
