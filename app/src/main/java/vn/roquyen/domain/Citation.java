package vn.roquyen.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an instrument is meant: an article (điều), or within it a clause (khoản), or a
 * point (điểm). The order is that of the document: Điều 5 before Điều 10, the whole before its
 * parts, điểm d before điểm đ.
 *
 * @param article number of the điều, such as "5" or "5a"
 * @param clause number of the khoản; null for the article as a whole
 * @param point letter of the điểm; null for the clause as a whole
 */
public record Citation(String article, @Nullable String clause, @Nullable String point)
    implements Comparable<Citation> {
  private static final String NAME = "(điều|dieu|khoản|khoan|điểm|diem)";
  private static final String NUMBER = "(\\d{1,4}[a-zđ]?|[a-zđ]{1,2}\\d?)";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern PART =
      Pattern.compile("\\s*" + NAME + "\\s+" + NUMBER + "\\s*[,;]?(?=\\s|$)", FLAGS);
  private static final Pattern WORD = Pattern.compile("^" + NAME + "\\s+", FLAGS);

  /** How articles and clauses are numbered. */
  public static final Pattern NUMBERED = Pattern.compile("\\d{1,4}[a-zđ]?");

  /** How points are lettered. */
  public static final Pattern LETTERED = Pattern.compile("[a-zđ]{1,2}\\d?");

  private static final VietnameseOrder ALPHABET = new VietnameseOrder();
  private static final Comparator<@Nullable String> PARTS =
      Comparator.nullsFirst(
          Comparator.comparing(Citation::number).thenComparing(Citation::rest, ALPHABET));

  /**
   * The one provision that a text names and nothing else: "điểm a khoản 2 Điều 5", "Điều 5 khoản 2
   * điểm a", "khoản 2, Điều 5". Null for any other text: two provisions, or more words.
   */
  public static @Nullable Citation read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    // Old fonts write the capital Đ as the Icelandic letter that looks like it.
    String whole = text.strip().replace('Ð', 'Đ');
    Map<Character, String> found = new HashMap<>();
    Matcher part = PART.matcher(whole);
    int end = 0;
    while (end < whole.length() && part.find(end) && part.start() == end) {
      String name = PlainLetters.of(part.group(1));
      char which = name.charAt(name.length() - 1);
      if (found.put(which, part.group(2).toLowerCase(Locale.ROOT)) != null) {
        return null;
      }
      end = part.end();
    }
    return end < whole.length() ? null : of(found.get('u'), found.get('n'), found.get('m'));
  }

  /** The bare number of a part that is written as "Điều 5", "khoản 2", "điểm a"; null for none. */
  public static @Nullable String bare(@Nullable String part) {
    String bare = part == null ? "" : WORD.matcher(part.strip()).replaceFirst("");
    return bare.isEmpty() ? null : bare.toLowerCase(Locale.ROOT).replace('ð', 'đ');
  }

  /** The citation of those parts, or null when they are none. */
  public static @Nullable Citation of(
      @Nullable String article, @Nullable String clause, @Nullable String point) {
    if (article == null
        || !NUMBERED.matcher(article).matches()
        || (clause != null && !NUMBERED.matcher(clause).matches())
        || (point != null && !LETTERED.matcher(point).matches())) {
      return null;
    }
    return new Citation(article, clause, point);
  }

  /** As official papers cite it: "điểm a khoản 2 Điều 5". */
  public String text() {
    return (point == null ? "" : "điểm " + point + " ")
        + (clause == null ? "" : "khoản " + clause + " ")
        + "Điều "
        + article;
  }

  /** With the instrument behind it: "khoản 2 Điều 5 Quyết định số 95/2025/QĐ-UBND". */
  public String in(Instrument instrument) {
    String kind = instrument.kind();
    String number = instrument.number();
    String named = kind == null || number == null ? instrument.label() : kind + " số " + number;
    return text() + " " + named;
  }

  /** True when the other is this one or lies within it. */
  public boolean covers(Citation other) {
    return article.equals(other.article)
        && (clause == null || clause.equals(other.clause))
        && (point == null || point.equals(other.point));
  }

  @Override
  public int compareTo(Citation other) {
    int byArticle = PARTS.compare(article, other.article);
    int byClause = byArticle == 0 ? PARTS.compare(clause, other.clause) : byArticle;
    return byClause == 0 ? PARTS.compare(point, other.point) : byClause;
  }

  private static int number(String part) {
    String digits = part.replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String rest(String part) {
    return part.replaceAll("^\\d+", "");
  }
}
