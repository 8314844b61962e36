package vn.roquyen.report;

import org.apache.pdfbox.pdmodel.PDPage;

/** The parts of a handbook: the heading of a field, and one power after the other. */
final class HandbookEntry {
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;
  private final VerdictBox verdicts;
  private final KeyFigures figures;
  private final SlipBody body;
  private Start start = new Start(0, 0, new PDPage());

  /**
   * Where something begins.
   *
   * @param number of the page, from 1
   */
  record Start(int number, float top, PDPage page) {}

  HandbookEntry(SlipStyle style, Flow flow) {
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
    this.verdicts = new VerdictBox(style, flow);
    this.figures = new KeyFigures(style, flow);
    this.body = new SlipBody(style, flow);
  }

  /** Where the last heading or entry begins. */
  Start start() {
    return start;
  }

  /** The heading of a field; an entry always follows it on the page. */
  void chapter(Handbook.Chapter chapter) {
    paper.skip(style.unit() * 3);
    Handbook.Entry first = chapter.entries().isEmpty() ? null : chapter.entries().getFirst();
    paper.need(60 + (first == null ? 0 : headHeight(first)));
    start = here();
    Type type = style.heading();
    Type smaller =
        new Type(type.weight(), type.size() * 0.78f, type.leading() * 0.8f, type.colour());
    flow.set(chapter.heading(), smaller, paper.left(), paper.width());
    paper.skip(style.unit() * 0.6f);
    float right = paper.left() + paper.width();
    paper.line(Palette.ACCENT, 1.2f, paper.left(), paper.top(), right, paper.top());
    paper.skip(style.unit());
  }

  /** One power: title, verdict, then what it rests on. */
  void draw(Handbook.Entry entry) {
    paper.skip(style.unit() * 2.2f);
    paper.need(headHeight(entry));
    start = here();
    flow.set(entry.title(), style.matter(), paper.left(), paper.width());
    if (!entry.facts().isEmpty()) {
      paper.skip(style.unit() * 0.3f);
      flow.set(facts(entry), style.facts(), paper.left(), paper.width());
    }
    paper.skip(style.unit());
    verdicts.draw(entry.verdict());
    figures.draw(entry.key());
    entry.sections().forEach(body::draw);
  }

  /** Title and verdict stand together. */
  private float headHeight(Handbook.Entry entry) {
    return flow.height(entry.title(), style.matter(), paper.width())
        + flow.height(facts(entry), style.facts(), paper.width())
        + verdicts.height(entry.verdict())
        + 3 * style.unit();
  }

  private Start here() {
    return new Start(paper.pages(), paper.top(), paper.page());
  }

  private static String facts(Handbook.Entry entry) {
    return String.join("  ·  ", entry.facts());
  }
}
