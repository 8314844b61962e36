package vn.roquyen.search;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Vietnamese in the old TCVN3 (ABC) and VNI encodings, as it looks when pasted into a
 * Unicode program ("Céng hßa", "Coäng hoøa"), and decodes it. Nothing in the bytes names the
 * encoding, so a reading is taken only when it turns impossible syllables into possible ones.
 */
public final class LegacyText {
  private static final Charset SEEN_AS = Charset.forName("windows-1252");
  private static final String PUNCTUATION =
      "\u201c\u201d\u2018\u2019\u2013\u2014\u2026\u00a0\u2022";

  private final Map<Integer, Character> tcvn3 = new HashMap<>();
  private final Map<Integer, Character> vni = new HashMap<>();

  LegacyText(List<String> table) {
    for (String line : table) {
      String[] cells = line.split(" ");
      char letter = cells[0].charAt(0);
      int oneByte = Integer.parseInt(cells[1], 16);
      // 60 codes stand for both cases of a letter: search reads them as the small letter.
      tcvn3.merge(oneByte, letter, (old, other) -> Character.toLowerCase(old));
      vni.put(Integer.parseInt(cells[2], 16), letter);
    }
  }

  /** Knows the letters of both encodings. */
  public static LegacyText shipped() {
    return new LegacyText(Vocabulary.lines("legacy.txt"));
  }

  /** The text in Unicode when it is in an old encoding, else null. */
  public @Nullable String decode(String text) {
    if (text.length() > 2_000 || text.chars().noneMatch(c -> c > 127)) {
      return null;
    }
    int strange = strange(text);
    if (strange == 0) {
      return null;
    }
    String best = null;
    for (String reading : new @Nullable String[] {asTcvn3(text), asVni(text)}) {
      if (reading != null && strange(reading) < Math.min(strange, 1)) {
        best = best == null || marked(reading) > marked(best) ? reading : best;
      }
    }
    return best;
  }

  /** Number of words with something outside ASCII in them that cannot be Vietnamese. */
  private static int strange(String text) {
    int count = 0;
    int start = 0;
    boolean foreign = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c > 127 ? PUNCTUATION.indexOf(c) < 0 : Character.isLetterOrDigit(c)) {
        foreign |= c > 127;
        continue;
      }
      if (foreign && !isVietnamese(text.substring(start, i))) {
        count++;
      }
      start = i + 1;
      foreign = false;
    }
    return count;
  }

  private static boolean isVietnamese(String word) {
    return VietnameseSyllable.isPossible(Folding.exact(Folding.compose(word)));
  }

  private static int marked(String text) {
    int count = 0;
    for (Word word : Word.of(text)) {
      if (Folding.isMarked(word.exact()) && VietnameseSyllable.isPossible(word.exact())) {
        count++;
      }
    }
    return count;
  }

  private @Nullable String asTcvn3(String text) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int code = codeOf(text.charAt(i));
      if (code < 0) {
        return null;
      }
      Character letter = tcvn3.get(code);
      read.append(letter == null ? text.charAt(i) : letter);
    }
    return read.toString();
  }

  private @Nullable String asVni(String text) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int code = codeOf(text.charAt(i));
      int next = i + 1 < text.length() ? codeOf(text.charAt(i + 1)) : 0;
      if (code < 0 || next < 0) {
        return null;
      }
      Character pair = next > 127 ? vni.get(code << 8 | next) : null;
      Character single = pair == null ? vni.get(code) : pair;
      read.append(single == null ? text.charAt(i) : single);
      i += pair == null ? 0 : 1;
    }
    return read.toString();
  }

  /** The byte that shows as this character in Windows-1252, or -1. */
  private static int codeOf(char c) {
    if (c < 128) {
      return c;
    }
    byte[] bytes = String.valueOf(c).getBytes(SEEN_AS);
    return bytes.length == 1 && bytes[0] != '?' ? bytes[0] & 0xff : -1;
  }
}
