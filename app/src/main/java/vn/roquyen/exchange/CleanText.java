package vn.roquyen.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Composed;

/**
 * Brings a text of an input into the one form that the register keeps: NFC, the Vietnamese Đ, plain
 * blanks, no invisible characters and no leftovers of a web page.
 */
final class CleanText {
  private static final Pattern BREAK =
      Pattern.compile("(?i)<\\s*(br|/p|/div|/li|/tr|/h[1-6])\\b[^<>]*>");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)<\\s*/?\\s*(p|br|div|span|a|b|i|u|em|strong|font|sup|sub|ul|ol|li|table|tbody|thead|tr"
              + "|td|th|h[1-6]|img|hr|o:p|script|style)(\\s[^<>]*|/)?>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|\\w+);");

  private static final Map<String, String> ENTITIES = entities();

  private CleanText() {}

  /** The text in its clean form, or null when nothing is left of it. */
  static @Nullable String of(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    String text = tidy(raw);
    // What one removal brings together may be a tag again; each pass makes the text shorter.
    boolean again = isMarkedUp(text);
    while (again) {
      String stripped = tidy(withoutMarkup(text));
      again = stripped.length() < text.length() && isMarkedUp(stripped);
      text = stripped;
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean isMarkedUp(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  private static String withoutMarkup(String text) {
    String resolved = ENTITY.matcher(text).replaceAll(CleanText::resolved);
    return TAG.matcher(BREAK.matcher(resolved).replaceAll("\n")).replaceAll("");
  }

  private static String resolved(MatchResult entity) {
    String name = entity.group(1);
    String text = entity.group();
    if (name.startsWith("#")) {
      boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      text = Character.isValidCodePoint(code) ? Character.toString(code) : "";
    } else {
      text = ENTITIES.getOrDefault(name, text);
    }
    return Matcher.quoteReplacement(text);
  }

  /**
   * Replaces or drops characters, joins runs of blanks, and leaves neither blanks at the ends of
   * lines nor more than one empty line. One pass, because a catalogue has 30 million characters.
   */
  private static String tidy(String text) {
    int clean = cleanPart(text);
    return clean == text.length() ? text : tidyFrom(text, clean);
  }

  /**
   * How many characters from the start are surely clean: words of plain and Vietnamese letters with
   * single blanks between them, as most texts are.
   */
  private static int cleanPart(String text) {
    int wordEnd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ordinary =
          (c > ' ' && c < 0x7F)
              || (c >= 'À' && c <= 'ư' && c != 'Ð' && c != 'ð' && c != 'Ɖ')
              || isToned(c);
      if (ordinary) {
        wordEnd = i + 1;
      } else if (c != ' ' || wordEnd != i || i == 0) {
        return wordEnd;
      }
    }
    return wordEnd;
  }

  /** Latin letters with a Vietnamese tone: each is one character in NFC. */
  private static boolean isToned(char c) {
    return c >= 'Ạ' && c <= 'ỹ';
  }

  private static String tidyFrom(String text, int start) {
    StringBuilder tidy = new StringBuilder(text.length()).append(text, 0, start);
    boolean blank = false;
    int breaks = 0;
    for (int i = start; i < text.length(); i++) {
      char kept = keep(text, i);
      if (kept == '\n') {
        breaks++;
      } else if (kept == ' ') {
        blank = true;
      } else if (kept != 0) {
        if (breaks > 0 && !tidy.isEmpty()) {
          tidy.append(breaks > 1 ? "\n\n" : "\n");
        } else if (blank && !tidy.isEmpty()) {
          tidy.append(' ');
        }
        blank = false;
        breaks = 0;
        tidy.append(kept);
      }
    }
    return Composed.of(tidy.toString());
  }

  /** The character that stands for the one at the place; 0 when it is dropped. */
  private static char keep(String text, int place) {
    char c = text.charAt(place);
    if (c >= ' ' && c < 0x7F) {
      return c;
    }
    return switch (c) {
      case '\n', '\u2028', '\u2029', '\u0085' -> '\n';
      case '\r' -> place + 1 < text.length() && text.charAt(place + 1) == '\n' ? 0 : '\n';
      case '\t', '\u00A0', '\u202F', '\u205F', '\u3000' -> ' ';
      case '\u00D0', '\u0189' -> 'Đ';
      case '\u00F0', '\u0256' -> 'đ';
      case '\u00AD', '\u2060', '\uFEFF' -> 0;
      // Bullets and dashes of the Symbol and Wingdings fonts that word processors leave behind.
      case '\uF02D' -> '-';
      case '\uF02B' -> '+';
      default -> keepOther(text, place, c);
    };
  }

  private static char keepOther(String text, int place, char c) {
    if (c >= '\u2000' && c <= '\u200A') {
      return ' ';
    }
    if (c >= '\uF000' && c <= '\uF0FF') {
      return '•';
    }
    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      return 0;
    }
    boolean paired =
        Character.isHighSurrogate(c)
            ? place + 1 < text.length() && Character.isLowSurrogate(text.charAt(place + 1))
            : place > 0 && Character.isHighSurrogate(text.charAt(place - 1));
    return Character.isSurrogate(c) && !paired ? 0 : c;
  }

  /** The named entities that Vietnamese web pages use. */
  private static Map<String, String> entities() {
    String names =
        "nbsp \u00A0 amp & lt < gt > quot \" apos ' ndash – mdash — hellip … bull • middot · laquo «"
            + " raquo » ldquo “ rdquo ” lsquo ‘ rsquo ’ deg ° sup2 ² sup3 ³ times × le ≤ ge ≥ frac12 ½"
            + " Agrave À Aacute Á Acirc Â Atilde Ã Egrave È Eacute É Ecirc Ê Igrave Ì Iacute Í"
            + " Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ugrave Ù Uacute Ú Yacute Ý ETH Đ"
            + " agrave à aacute á acirc â atilde ã egrave è eacute é ecirc ê igrave ì iacute í"
            + " ograve ò oacute ó ocirc ô otilde õ ugrave ù uacute ú yacute ý eth đ shy \u00AD";
    String[] parts = names.split(" ");
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      found.put(parts[i], parts[i + 1]);
    }
    return Map.copyOf(found);
  }
}
