package vn.roquyen.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  private static final Pattern BLANKS = Pattern.compile(" {2,}");
  private static final Pattern LINE_ENDS = Pattern.compile(" *\n *");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

  private static final Map<String, String> ENTITIES = entities();

  private CleanText() {}

  /** The text in its clean form, or null when nothing is left of it. */
  static @Nullable String of(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    String text = raw;
    if (text.indexOf('&') >= 0) {
      text = ENTITY.matcher(text).replaceAll(CleanText::resolved);
    }
    if (text.indexOf('<') >= 0) {
      text = TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
    }
    text = visible(text);
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    if (text.indexOf('\n') >= 0) {
      text = LINE_ENDS.matcher(text).replaceAll("\n");
      text = EMPTY_LINES.matcher(text).replaceAll("\n\n");
    }
    if (text.contains("  ")) {
      text = BLANKS.matcher(text).replaceAll(" ");
    }
    text = text.strip();
    return text.isEmpty() ? null : text;
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

  private static String visible(String text) {
    int first = 0;
    while (first < text.length() && keep(text, first) == text.charAt(first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char kept = keep(text, i);
      if (kept != 0) {
        clean.append(kept);
      }
    }
    return clean.toString();
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
