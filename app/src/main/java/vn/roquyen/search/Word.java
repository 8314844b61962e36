package vn.roquyen.search;

import java.util.ArrayList;
import java.util.List;

/**
 * One syllable of a text: Vietnamese writes a blank between syllables, so that is what the index
 * counts.
 *
 * @param start where it begins in the text it was read from
 * @param end where it ends, exclusive
 */
record Word(String exact, String plain, int start, int end) {
  private static final int LONGEST = 40;

  /** Takes the places of the syllables of a text. */
  interface Places {
    void add(int start, int end);
  }

  /** All syllables and numbers of an NFC text in order; longer strings than 40 letters are cut. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    cut(
        text,
        (start, end) -> {
          String written = text.substring(start, end);
          words.add(new Word(Folding.exact(written), Folding.plain(written), start, end));
        });
    return words;
  }

  /** Finds the syllables and numbers of an NFC text in order. */
  static void cut(String text, Places places) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isPart(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        places.add(start, Math.min(i, start + LONGEST));
        start = -1;
      }
    }
  }

  private static boolean isPart(char c) {
    return c < 128
        ? c >= '0' && c <= '9' || (c | 32) >= 'a' && (c | 32) <= 'z'
        : Character.isLetterOrDigit(c) || c >= '\u0300' && c <= '\u036f';
  }

  /** The plain forms joined by blanks. */
  static String plain(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    for (Word word : words) {
      joined.append(joined.isEmpty() ? "" : " ").append(word.plain());
    }
    return joined.toString();
  }
}
