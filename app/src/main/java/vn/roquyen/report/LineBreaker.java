package vn.roquyen.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines of a width: at blanks, never at no-break spaces; a word that is wider
 * than the line (an address) after "/", "-" or "_", else anywhere.
 */
final class LineBreaker {
  /** How wide a piece of text is. */
  @FunctionalInterface
  interface Measure {
    float width(String text);
  }

  private final Measure measure;
  private final float width;

  LineBreaker(Measure measure, float width) {
    this.measure = measure;
    this.width = width;
  }

  /** The lines; line breaks of the text are kept. */
  List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n")) {
      paragraph(paragraph.strip(), lines);
    }
    return lines;
  }

  private void paragraph(String paragraph, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fits(longer)) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(fits(word) ? word : pieces(word, lines));
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
  }

  /** Adds the full lines of a word that is too wide and gives back its rest. */
  private String pieces(String word, List<String> lines) {
    String rest = word;
    while (!fits(rest)) {
      int end = 1;
      int good = 0;
      while (end < rest.length() && fits(rest.substring(0, end + 1))) {
        end++;
        if ("/-_.,;:".indexOf(rest.charAt(end - 1)) >= 0) {
          good = end;
        }
      }
      int cut = good > 0 ? good : end;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    return rest;
  }

  private boolean fits(String text) {
    return measure.width(text) <= width;
  }
}
