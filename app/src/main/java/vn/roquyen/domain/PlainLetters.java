package vn.roquyen.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text without diacritics and capitals, so that a short list can be narrowed by words typed with or
 * without them. Long lists are searched through the index, which knows more.
 */
public final class PlainLetters {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private PlainLetters() {}

  /** The text in plain small letters. */
  public static String of(String text) {
    String parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(parts).replaceAll("").replace('đ', 'd');
  }

  /** The words of the text in plain small letters and digits, with single blanks between them. */
  public static String words(String text) {
    return of(text).replaceAll("[^a-z0-9]+", " ").strip();
  }

  /**
   * True when each word of the question begins a word of the text; an empty question fits
   * everything.
   */
  public static boolean containsWords(String text, String question) {
    String plain = of(text);
    for (String word : of(question).strip().split("\\s+")) {
      if (!beginsWord(plain, word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginsWord(String text, String word) {
    int at = text.indexOf(word);
    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at = text.indexOf(word, at + 1);
    }
    return at >= 0;
  }
}
