package vn.roquyen.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sections of a slip: papers to tick off, steps, bases, things to check. */
final class SlipBody {
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;
  private final Signs signs;
  private final float indent;

  SlipBody(SlipStyle style, Flow flow) {
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
    this.signs = new Signs(paper);
    this.indent = 18 * style.scale();
  }

  void draw(Slip.Section section) {
    paper.skip(style.unit() * 1.4f);
    // A heading never stands alone at the foot of a page.
    paper.need(style.section().leading() + style.unit() + beginning(section));
    flow.set(
        section.heading().toUpperCase(Locale.ROOT), style.section(), paper.left(), paper.width());
    paper.skip(style.unit() * 0.3f);
    paper.line(
        Palette.RULE, 0.6f, paper.left(), paper.top(), paper.left() + paper.width(), paper.top());
    paper.skip(style.unit() * 0.7f);
    section.blocks().forEach(this::block);
  }

  /** How much of a section stands on the page of its heading at the least. */
  private float beginning(Slip.Section section) {
    float lines = 3 * style.body().leading();
    Slip.Block first = section.blocks().isEmpty() ? null : section.blocks().getFirst();
    return first instanceof Slip.Items items && !items.items().isEmpty()
        ? Math.max(lines, kept(items.items().getFirst()))
        : lines;
  }

  void block(Slip.Block block) {
    switch (block) {
      case Slip.Text text -> {
        flow.set(text.text(), style.body(), paper.left(), paper.width());
        paper.skip(style.unit() * 0.4f);
      }
      case Slip.Checklist checklist -> checklist(checklist);
      case Slip.Steps steps -> steps(steps.steps());
      case Slip.Items items -> items.items().forEach(this::entry);
      case Slip.Facts facts -> facts(facts.facts());
    }
  }

  private void checklist(Slip.Checklist checklist) {
    if (checklist.name() != null) {
      paper.skip(style.unit() * 0.4f);
      paper.need(style.group().leading() + 2 * style.body().leading());
      flow.set(checklist.name(), style.group(), paper.left(), paper.width());
    }
    float side = 8.5f * style.scale();
    for (Slip.Item item : checklist.items()) {
      keepTogether(item);
      float middle = paper.top() - style.body().leading() / 2;
      signs.tickBox(paper.left() + 1, middle - side / 2, side);
      item(item);
    }
  }

  private void steps(List<String> steps) {
    float radius = 7 * style.scale();
    Type number = style.chip().in(Palette.ACCENT);
    for (int at = 0; at < steps.size(); at++) {
      paper.need(2 * style.body().leading());
      String text = Integer.toString(at + 1);
      float middle = paper.top() - style.body().leading() / 2;
      paper.box(paper.left(), middle - radius, 2 * radius, 2 * radius, radius, Palette.FIELD);
      float left = paper.left() + radius - flow.width(text, number) / 2;
      paper.text(text, number, left, middle - number.size() * 0.36f);
      flow.set(steps.get(at), style.body(), paper.left() + indent, paper.width() - indent);
      paper.skip(style.unit() * 0.5f);
    }
  }

  private void entry(Slip.Item item) {
    keepTogether(item);
    float middle = paper.top() - style.body().leading() / 2;
    signs.plain(item.tone(), paper.left() + 5 * style.scale(), middle, 3.4f * style.scale());
    item(item);
  }

  private void facts(List<Slip.Fact> facts) {
    float names = paper.width() * 0.3f;
    for (Slip.Fact fact : facts) {
      float valueLeft = paper.left() + names;
      float valueWidth = paper.width() - names;
      List<String> name = flow.lines(fact.name(), style.group(), names - indent - style.unit());
      paper.need(name.size() * style.group().leading());
      float top = paper.top();
      float middle = top - style.body().leading() / 2;
      if (fact.tone() != Tone.NEUTRAL) {
        signs.plain(fact.tone(), paper.left() + 5 * style.scale(), middle, 3.4f * style.scale());
      }
      float shift = fact.tone() == Tone.NEUTRAL ? 0 : indent;
      float nameEnd = flow.setAt(name, style.group(), paper.left() + shift, top);
      int page = paper.pages();
      flow.set(fact.value(), style.body(), valueLeft, valueWidth);
      note(fact.note(), valueLeft, valueWidth);
      if (page == paper.pages() && paper.top() > nameEnd) {
        paper.skip(paper.top() - nameEnd);
      }
      paper.skip(style.unit() * 0.4f);
    }
  }

  private void item(Slip.Item item) {
    float left = paper.left() + indent;
    float width = paper.width() - indent;
    float end = flow.set(item.text(), style.body(), left, width);
    if (item.status() != null) {
      status(item.status(), item.tone(), end + style.unit(), left);
    }
    if (item.status() != null || !isBehind(item.note(), end + style.unit() * 1.5f)) {
      note(item.note(), left, width);
    }
    paper.skip(style.unit() * 0.5f);
  }

  /** Sets a note behind the text when there is room for all of it. */
  private boolean isBehind(@Nullable String note, float left) {
    Type type = style.small();
    if (note == null || left + flow.width(note, type) > paper.left() + paper.width()) {
      return false;
    }
    // On the line that was just set, on its baseline.
    float line = Flow.baseline(paper.top() + style.body().leading(), style.body());
    paper.text(flow.printable(note), type, left, line);
    return true;
  }

  /** A word in a frame: behind the text where there is room, else under it. */
  private void status(String status, Tone tone, float behind, float under) {
    Type type = style.chip().in(Palette.of(tone));
    float pad = style.unit() * 0.7f;
    float width = flow.width(status, type) + 2 * pad;
    float height = type.leading() + 0.5f;
    float left = behind;
    float top = paper.top() + style.body().leading();
    if (behind + width > paper.left() + paper.width()) {
      paper.need(style.body().leading());
      left = under;
      top = paper.top();
      paper.skip(style.body().leading());
    }
    float upper = top - (style.body().leading() - height) / 2;
    paper.box(left, upper - height, width, height, height / 2.6f, Palette.tint(tone));
    flow.setAt(flow.lines(status, type, width), type, left + pad, upper - 0.25f);
  }

  private void note(@Nullable String note, float left, float width) {
    if (note != null) {
      flow.set(note, style.small(), left, width);
    }
  }

  /** An entry of a few lines is not torn apart. */
  private void keepTogether(Slip.Item item) {
    paper.need(kept(item));
  }

  private float kept(Slip.Item item) {
    float width = paper.width() - indent;
    float height = flow.height(item.text(), style.body(), width);
    float note = item.note() == null ? 0 : flow.height(item.note(), style.small(), width);
    return Math.min(height + note, 5 * style.body().leading());
  }
}
