package vn.roquyen.report;

import java.text.MessageFormat;
import java.util.List;

/** The foot of all pages: where the data come from, and which page of how many. */
final class Foot {
  private Foot() {}

  /**
   * @param page pattern of the page number, with {0} and {1}
   */
  static void draw(String words, String page, SlipStyle style, Flow flow) {
    Paper paper = flow.paper();
    Type type = style.small();
    float top = style.bottom() - style.unit();
    for (int at = 0; at < paper.pages(); at++) {
      String number = MessageFormat.format(page, at + 1, paper.pages());
      float right = paper.left() + paper.width() - flow.width(number, type);
      paper.line(at, Palette.RULE, 0.6f, paper.left(), top, paper.left() + paper.width(), top);
      float first = Flow.baseline(top - style.unit() * 0.4f, type);
      List<String> lines = flow.lines(words, type, right - paper.left() - 2 * style.unit());
      for (int line = 0; line < lines.size(); line++) {
        paper.text(at, lines.get(line), type, paper.left(), first - line * type.leading());
      }
      paper.text(at, number, type, right, first);
    }
  }
}
