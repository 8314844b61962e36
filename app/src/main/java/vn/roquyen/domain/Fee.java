package vn.roquyen.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fee as the national portal shows it.
 *
 * @param text as given, with thousands written the Vietnamese way; null when the source names no
 *     amount
 * @param doubtful true for an amount below one thousand đồng, which probably means thousands
 */
public record Fee(@Nullable String text, boolean doubtful) {
  private static final Pattern ENGLISH_THOUSANDS =
      Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d,])");

  /** "Phí: Đồng (theo quy định …)": only the words in the brackets say something. */
  private static final String EMPTY_AMOUNT = "(?iu)(phí:)\\s*đồng\\s*\\(";

  private static final Pattern NOTHING =
      Pattern.compile("(?:(?:lệ )?phí\\s*:\\s*(?:đồng)?\\s*)+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SMALL =
      Pattern.compile(
          "(?:(?:lệ )?phí\\s*:\\s*)?([1-9]\\d{0,2})\\s*(?:vnđ|đồng|việt nam đồng)(?!\\p{L}).*");

  /** The parts of a long fee: each begins with its own name. */
  public List<String> parts() {
    return text == null ? List.of() : List.of(text.split("\\s+(?=(?:Lệ phí|(?<!Lệ )Phí):)"));
  }

  /** Reads a fee; null when the source has none. */
  public static @Nullable Fee of(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String text =
        ENGLISH_THOUSANDS
            .matcher(given.strip())
            .replaceAll(found -> found.group().replace(',', '.'))
            .replaceAll("\\s+:", ":")
            .replaceAll(EMPTY_AMOUNT, "$1 (")
            .replaceAll("[ \\t]+", " ");
    if (NOTHING.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      return new Fee(null, false);
    }
    Matcher small = SMALL.matcher(text.toLowerCase(Locale.ROOT));
    return new Fee(text, small.matches());
  }
}
