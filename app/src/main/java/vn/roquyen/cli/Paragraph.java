package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines that a terminal shows whole. */
final class Paragraph {
  /** What the narrowest usual terminal shows. */
  static final int WIDTH = 80;

  private final int width;

  Paragraph(int width) {
    this.width = width;
  }

  /** The text broken at blanks; line breaks of the text are kept. */
  List<String> lines(String text, String first, String others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    int indent = first.length();
    for (String part : text.split("\n", -1)) {
      for (String word : part.strip().split("\\s+")) {
        if (line.length() > indent && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line = new StringBuilder(others);
          indent = others.length();
        }
        line.append(line.length() > indent ? " " : "").append(word);
      }
      lines.add(line.toString().stripTrailing());
      line = new StringBuilder(others);
      indent = others.length();
    }
    return lines;
  }
}
