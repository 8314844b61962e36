package vn.roquyen.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings of one Vietnamese syllable equal. The <em>exact</em> form keeps the letters and
 * the tone but writes the tone at the end, so that "hoà" and "hòa", "thừơng" and "thường" are the
 * same; the <em>plain</em> form has neither tone nor diacritics. In both a final "y" after a
 * consonant is "i" (lý = lí, quý = quí) and the Icelandic "Ð" that old fonts left behind is "đ".
 */
final class Folding {
  private static final String VOWELS = "aeiouyăâêôơư";
  private static final int LAST = 0x1EF9;
  private static final char[] LETTER = new char[LAST + 1];
  private static final char[] TONE = new char[LAST + 1];
  private static final char[] ASCII = new char[LAST + 1];

  static {
    for (char c = 0; c <= LAST; c++) {
      char low = Character.toLowerCase(c == 'Ð' ? 'đ' : c);
      String parts = Normalizer.normalize(String.valueOf(low), Normalizer.Form.NFD);
      StringBuilder letter = new StringBuilder();
      for (char part : parts.toCharArray()) {
        if (isTone(part)) {
          TONE[c] = part;
        } else {
          letter.append(part);
        }
      }
      String composed = Normalizer.normalize(letter, Normalizer.Form.NFC);
      LETTER[c] = composed.length() == 1 ? composed.charAt(0) : low;
      ASCII[c] = low == 'đ' ? 'd' : parts.charAt(0);
    }
  }

  private Folding() {}

  /** NFC, without the invisible leftovers of word processors, blanks made ordinary. */
  static String clean(String text) {
    String composed = compose(text);
    StringBuilder kept = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (c == '\u00a0') {
        kept.append(' ');
      } else if (c != '\u00ad' && c != '\ufeff' && (c < '\u200b' || c > '\u200d')) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** NFC and nothing else. */
  static String compose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The syllable in lower case with its tone at the end. */
  static String exact(String syllable) {
    StringBuilder letters = new StringBuilder(syllable.length() + 1);
    char tone = 0;
    for (int i = 0; i < syllable.length(); i++) {
      char c = syllable.charAt(i);
      if (c > LAST) {
        letters.append(Character.toLowerCase(c));
      } else if (isTone(c)) {
        tone = c;
      } else {
        letters.append(LETTER[c]);
        tone = TONE[c] == 0 ? tone : TONE[c];
      }
    }
    foldFinalY(letters);
    if (tone != 0) {
      letters.append(tone);
    }
    return letters.toString();
  }

  /** The syllable in lower case without tone and diacritics. */
  static String plain(String syllable) {
    StringBuilder letters = new StringBuilder(syllable.length());
    for (int i = 0; i < syllable.length(); i++) {
      char c = syllable.charAt(i);
      if (c > LAST) {
        letters.append(Character.toLowerCase(c));
      } else if (!isTone(c)) {
        letters.append(ASCII[c]);
      }
    }
    foldFinalY(letters);
    return letters.toString();
  }

  /** Every word of a text in plain form, the rest as it is: for numbers and abbreviations. */
  static String plainText(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    String low = clean(text).toLowerCase(Locale.ROOT);
    for (int i = 0; i < low.length(); i++) {
      char c = low.charAt(i);
      if (c > LAST) {
        letters.append(c);
      } else if (!isTone(c)) {
        letters.append(ASCII[c]);
      }
    }
    return letters.toString();
  }

  /** True when an exact form carries a tone or a letter that ASCII lacks. */
  static boolean isMarked(String exact) {
    for (int i = 0; i < exact.length(); i++) {
      if (exact.charAt(i) > 127) {
        return true;
      }
    }
    return false;
  }

  /**
   * The exact form as people write it, with the tone on its vowel: the one with a mark of its own
   * ("ươ": the second), else the last one before a final consonant, else the first of two and the
   * middle one of three.
   */
  static String written(String exact) {
    int last = exact.length() - 1;
    if (last < 0 || !isTone(exact.charAt(last))) {
      return exact;
    }
    String letters = exact.substring(0, last);
    int first = 0;
    while (first < last && VOWELS.indexOf(letters.charAt(first)) < 0) {
      first++;
    }
    boolean glide = letters.startsWith("qu") || letters.startsWith("gi") && last > 2;
    first = glide ? Math.min(2, last - 1) : first;
    int end = first;
    while (end < last && VOWELS.indexOf(letters.charAt(end)) >= 0) {
      end++;
    }
    int at = end < last || end - first == 1 ? end - 1 : end - first == 3 ? first + 1 : first;
    for (int i = first; i < end; i++) {
      at = letters.charAt(i) > 127 ? i : at;
    }
    int cut = Math.max(at, 0) + 1;
    return compose(letters.substring(0, cut) + exact.charAt(last) + letters.substring(cut));
  }

  private static void foldFinalY(StringBuilder letters) {
    int last = letters.length() - 1;
    if (last < 1 || letters.charAt(last) != 'y') {
      return;
    }
    char before = letters.charAt(last - 1);
    boolean afterQu = before == 'u' && last >= 2 && letters.charAt(last - 2) == 'q';
    if (afterQu || (Character.isLetter(before) && "aeiouyâăêôơư".indexOf(before) < 0)) {
      letters.setCharAt(last, 'i');
    }
  }

  private static boolean isTone(char c) {
    return c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
  }
}
