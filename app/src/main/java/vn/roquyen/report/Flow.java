package vn.roquyen.report;

import java.util.List;

/** Sets running text on paper, line by line and page by page. */
final class Flow {
  /** Where a baseline lies in its line, as a share of the size of the letters. */
  private static final float ASCENT = 0.93f;

  private final Paper paper;
  private final Fonts fonts;

  Flow(Paper paper, Fonts fonts) {
    this.paper = paper;
    this.fonts = fonts;
  }

  Paper paper() {
    return paper;
  }

  float width(String text, Type type) {
    return fonts.width(fonts.printable(text), type.weight(), type.size());
  }

  String printable(String text) {
    return fonts.printable(text);
  }

  List<String> lines(String text, Type type, float width) {
    LineBreaker breaker =
        new LineBreaker(part -> fonts.width(part, type.weight(), type.size()), width);
    return breaker.lines(fonts.printable(text));
  }

  float height(String text, Type type, float width) {
    return lines(text, type, width).size() * type.leading();
  }

  /** Sets a text from the present place on; gives back how far its last line reaches. */
  float set(String text, Type type, float left, float width) {
    float end = left;
    for (String line : lines(text, type, width)) {
      paper.need(type.leading());
      paper.text(line, type, left, baseline(paper.top(), type));
      paper.skip(type.leading());
      end = left + fonts.width(line, type.weight(), type.size());
    }
    return end;
  }

  /** Sets lines that are known to fit below a height, without moving the present place. */
  float setAt(List<String> lines, Type type, float left, float top) {
    float place = top;
    for (String line : lines) {
      paper.text(line, type, left, baseline(place, type));
      place -= type.leading();
    }
    return place;
  }

  /** The baseline of a line whose upper edge is given: letters stand in the middle of the line. */
  static float baseline(float top, Type type) {
    return top - (type.leading() - type.size()) / 2 - type.size() * ASCENT;
  }
}
