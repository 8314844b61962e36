package vn.roquyen.report;

import java.util.ArrayList;
import java.util.List;

/** A verdict in its colour, with who to go to; never torn apart. */
final class VerdictBox {
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;
  private final Signs signs;

  VerdictBox(SlipStyle style, Flow flow) {
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
    this.signs = new Signs(paper);
  }

  /** How much room it takes, with the gap below it. */
  float height(Slip.Verdict verdict) {
    return boxHeight(words(verdict), advice(verdict)) + style.unit() * 1.6f;
  }

  void draw(Slip.Verdict verdict) {
    Tone tone = verdict.tone();
    List<String> words = words(verdict);
    List<String> advice = advice(verdict);
    float height = boxHeight(words, advice);
    paper.need(height);
    float top = paper.top();
    paper.box(paper.left(), top - height, paper.width(), height, style.unit(), Palette.tint(tone));
    paper.box(paper.left(), top - height, 3.2f, height, 1.6f, Palette.of(tone));
    signs.disc(tone, paper.left() + pad() + radius(), top - pad() - radius(), radius());
    Type type = style.verdict().in(Palette.of(tone));
    float below = flow.setAt(words, type, textLeft(), top - pad());
    flow.setAt(advice, style.body(), textLeft(), below - gap(advice));
    paper.skip(height + style.unit() * 1.6f);
  }

  private List<String> words(Slip.Verdict verdict) {
    return flow.lines(verdict.words(), style.verdict(), textWidth());
  }

  private List<String> advice(Slip.Verdict verdict) {
    List<String> lines = new ArrayList<>();
    verdict.advice().forEach(text -> lines.addAll(flow.lines(text, style.body(), textWidth())));
    return lines;
  }

  private float boxHeight(List<String> words, List<String> advice) {
    return words.size() * style.verdict().leading()
        + gap(advice)
        + advice.size() * style.body().leading()
        + 2 * pad();
  }

  private float gap(List<String> advice) {
    return advice.isEmpty() ? 0 : style.unit() * 0.5f;
  }

  private float pad() {
    return style.unit() * 2;
  }

  private float radius() {
    return 13 * style.scale();
  }

  private float textLeft() {
    return paper.left() + pad() + 2 * radius() + style.unit() * 1.8f;
  }

  private float textWidth() {
    return paper.left() + paper.width() - pad() - textLeft();
  }
}
