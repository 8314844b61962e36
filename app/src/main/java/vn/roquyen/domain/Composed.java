package vn.roquyen.domain;

import java.text.Normalizer;

/**
 * The composed form (Unicode NFC) that every text of the register has. Vietnamese and plain text is
 * recognised letter by letter; only other text is given to the Unicode tables, which take far
 * longer, and a catalogue has 30 million characters.
 */
public final class Composed {
  /** Before this character no combining mark and nothing that composes with one before it. */
  private static final char FIRST_COMBINING = '\u0300';

  private Composed() {}

  /** True when the text is composed. */
  public static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_COMBINING && !isToned(c)) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
      }
    }
    return true;
  }

  /** The text in the composed form. */
  public static String of(String text) {
    return is(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Latin letters with a Vietnamese tone: each is one character in NFC. */
  private static boolean isToned(char c) {
    return c >= 'Ạ' && c <= 'ỹ';
  }
}
