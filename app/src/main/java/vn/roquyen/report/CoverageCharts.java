package vn.roquyen.report;

import java.awt.Color;
import java.util.List;

/** The charts of the report on the coverage, drawn as lines and areas, sharp at every size. */
final class CoverageCharts {
  private static final List<Color> TIERS =
      List.of(
          new Color(0x1A7F37),
          Palette.ACCENT,
          new Color(0xC2410C),
          Palette.QUIET,
          new Color(0xECD796));
  private static final List<Color> HEAT =
      List.of(Palette.FIELD, new Color(0xE3EFFB), new Color(0x9CC3EA), Palette.ACCENT);

  private static final float TREND_HEIGHT = 150;

  private final CoveragePaper content;
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;

  CoverageCharts(CoveragePaper content, SlipStyle style, Flow flow) {
    this.content = content;
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
  }

  /** Powers of each field, one bar a field. */
  void bars() {
    List<CoveragePaper.Bar> bars = content.fields().bars();
    float line = 15;
    title(content.fields().title(), line * (bars.size() + 2));
    float names = paper.width() * 0.4f;
    int most = bars.stream().mapToInt(CoveragePaper.Bar::sum).max().orElse(1);
    float one = (paper.width() - names - 24) / Math.max(1, most);
    Type type = style.small().in(Palette.INK);
    for (CoveragePaper.Bar bar : bars) {
      paper.need(line);
      float top = paper.top();
      flow.setAt(List.of(first(bar.name(), type, names - 6)), type, paper.left(), top - 1);
      float left = paper.left() + names;
      for (int at = 0; at < bar.values().size(); at++) {
        float width = bar.values().get(at) * one;
        paper.areas(List.of(new Paper.Area(left, top - 12, width, 10)), TIERS.get(at));
        left += width;
      }
      flow.setAt(List.of(Integer.toString(bar.sum())), type, left + 4, top - 1);
      paper.skip(line);
    }
    legend();
  }

  /** Grants by field and column: the darker the more. */
  void heat() {
    List<CoveragePaper.Bar> rows = content.heat().bars();
    float line = 16;
    // Whole on one page: a heat map whose heads stay behind says nothing.
    title(content.heat().title(), line * (rows.size() + 5));
    float names = paper.width() * 0.3f;
    float cell = (paper.width() - names) / Math.max(1, content.slots().size());
    Type type = style.small().in(Palette.INK);
    Type small = new Type(type.weight(), 7, 8.5f, Palette.QUIET);
    float head = 0;
    for (String slot : content.slots()) {
      head = Math.max(head, flow.height(slot, small, cell - 3));
    }
    float top = paper.top();
    for (int at = 0; at < content.slots().size(); at++) {
      List<String> lines = flow.lines(content.slots().get(at), small, cell - 3);
      float left = paper.left() + names + at * cell + 2;
      flow.setAt(lines, small, left, top - head + lines.size() * small.leading());
    }
    paper.skip(head + 3);
    int most = rows.stream().flatMap(row -> row.values().stream()).max(Integer::compare).orElse(1);
    for (CoveragePaper.Bar row : rows) {
      paper.need(line);
      float upper = paper.top();
      flow.setAt(List.of(first(row.name(), type, names - 6)), type, paper.left(), upper - 2);
      for (int at = 0; at < row.values().size(); at++) {
        cell(row.values().get(at), most, paper.left() + names + at * cell, upper, cell);
      }
      paper.skip(line);
    }
  }

  private void cell(int value, int most, float left, float top, float width) {
    int shade = value == 0 ? 0 : 1 + (int) Math.floor(3.0 * (value - 1) / most);
    paper.areas(List.of(new Paper.Area(left + 1, top - 15, width - 2, 14)), HEAT.get(shade));
    if (value > 0) {
      Type type = style.small().in(shade == 3 ? Color.WHITE : Palette.INK);
      String text = Integer.toString(value);
      float middle = left + (width - flow.width(text, type)) / 2;
      flow.setAt(List.of(text), type, middle, top - 2);
    }
  }

  /** Grants in force, one column a day. */
  void trend() {
    List<CoveragePaper.Bar> bars = content.trend().bars();
    title(content.trend().title(), TREND_HEIGHT + 40);
    int most = bars.stream().mapToInt(CoveragePaper.Bar::sum).max().orElse(1);
    float one = TREND_HEIGHT / Math.max(1, most);
    float step = paper.width() / Math.max(1, bars.size());
    float low = paper.top() - TREND_HEIGHT - 12;
    Type type = new Type(Fonts.Weight.REGULAR, 7, 9, Palette.QUIET);
    for (int number = 0; number < bars.size(); number++) {
      CoveragePaper.Bar bar = bars.get(number);
      float left = paper.left() + number * step;
      float lower = low;
      for (int at = 0; at < bar.values().size(); at++) {
        float height = bar.values().get(at) * one;
        paper.areas(List.of(new Paper.Area(left + 1, lower, step - 2, height)), TIERS.get(at));
        lower += height;
      }
      boolean last = number == bars.size() - 1;
      if (last || (number % 4 == 0 && number < bars.size() - 2)) {
        float end = paper.left() + paper.width();
        float place = Math.min(left, end - flow.width(bar.name(), type));
        flow.setAt(List.of(bar.name()), type, place, low - 2);
        flow.setAt(List.of(Integer.toString(bar.sum())), type, left + 1, lower + 10);
      }
    }
    paper.skip(TREND_HEIGHT + 26);
    legend();
  }

  private void title(String text, float room) {
    paper.skip(style.unit() * 3);
    paper.need(room + style.section().leading());
    flow.set(text, style.strong(), paper.left(), paper.width());
    paper.skip(style.unit());
  }

  private void legend() {
    Type type = style.small();
    float left = paper.left();
    paper.skip(4);
    for (int at = 0; at < content.levels().size(); at++) {
      String name = content.levels().get(at);
      paper.areas(List.of(new Paper.Area(left, paper.top() - 9, 8, 8)), TIERS.get(at));
      flow.setAt(List.of(name), type, left + 12, paper.top());
      left += 24 + flow.width(name, type);
    }
    paper.skip(type.leading());
  }

  private String first(String text, Type type, float width) {
    List<String> lines = flow.lines(text, type, width);
    return lines.size() > 1 ? lines.getFirst() + " …" : lines.getFirst();
  }
}
