package vn.roquyen.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by which people name a record: the code of a procedure ("1.013225", "1013225"), the
 * number of an instrument in full or in part ("20/2021/QĐ-UBND", "20/2021", "nghị định 154"). Each
 * is brought to one form, in plain letters with "/" between the parts.
 */
final class Identifiers {
  private static final Pattern CODE = Pattern.compile("(?<![\\d./])(\\d)\\.?(\\d{6})(?![\\d./])");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d./])\\d{1,5}(?:\\s?[/-]\\s?(?:[a-z][a-z0-9]*|\\d{4}\\b))+");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("luat", "luat"),
          Map.entry("nghi dinh", "nghi dinh"),
          Map.entry("nd", "nghi dinh"),
          Map.entry("quyet dinh", "quyet dinh"),
          Map.entry("quy dinh", "quy dinh"),
          Map.entry("qd", "quyet dinh"),
          Map.entry("thong tu", "thong tu"),
          Map.entry("tt", "thong tu"),
          Map.entry("nghi quyet", "nghi quyet"),
          Map.entry("nq", "nghi quyet"),
          Map.entry("huong dan", "huong dan"),
          Map.entry("ket luan", "ket luan"),
          Map.entry("ke hoach", "ke hoach"),
          Map.entry("cong van", "cong van"),
          Map.entry("cong dien", "cong dien"),
          Map.entry("chi thi", "chi thi"),
          Map.entry("bao cao", "bao cao"),
          Map.entry("van ban", "van ban"));
  private static final Pattern KIND_AND_NUMBER =
      Pattern.compile(
          "\\b(" + String.join("|", KINDS.keySet()) + ")\\s+(?:so\\s+)?(\\d{1,5})(?![\\d./])\\b");

  /** The identifiers in a question, and what is left of it without them. */
  record Found(Set<String> keys, String rest) {}

  private Identifiers() {}

  /** Finds identifiers in a question. */
  static Found in(String question) {
    String plain = Folding.plainText(question);
    Set<String> keys = new LinkedHashSet<>();
    StringBuilder rest = new StringBuilder(Folding.clean(question));
    take(CODE, plain, rest, found -> keys.add(found.group(1) + "." + found.group(2)));
    take(NUMBER, plain, rest, found -> keys.add(joined(found.group())));
    take(
        KIND_AND_NUMBER,
        plain,
        rest,
        found -> keys.add(KINDS.get(found.group(1)) + ":" + found.group(2)));
    return new Found(keys, rest.toString());
  }

  /**
   * All forms under which a record with this number is found: in full, and cut after each part that
   * still names it.
   *
   * @param kind "Nghị định" and so on, or null
   */
  static List<String> keysOf(String number, @Nullable String kind) {
    String plain = Folding.plainText(number).strip();
    if (CODE.matcher(plain).matches()) {
      return List.of(plain);
    }
    String[] parts = joined(plain).split("/");
    List<String> keys = new ArrayList<>();
    StringBuilder key = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      key.append('/').append(parts[i]);
      keys.add(key.toString());
    }
    if (kind != null && parts.length > 1) {
      keys.add(Folding.plainText(kind).strip() + ":" + parts[0]);
    }
    return keys;
  }

  /** The one form of a full number, for "which records rest on it". */
  static String key(String number) {
    return joined(Folding.plainText(number).strip());
  }

  private static String joined(String number) {
    return number.replaceAll("[\\s/-]+", "/");
  }

  private static void take(
      Pattern pattern, String plain, StringBuilder rest, Consumer<Matcher> use) {
    if (plain.length() != rest.length()) {
      return;
    }
    Matcher matcher = pattern.matcher(plain);
    while (matcher.find()) {
      if (rest.charAt(matcher.start()) != ' ' || rest.charAt(matcher.end() - 1) != ' ') {
        use.accept(matcher);
        rest.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
      }
    }
  }
}
