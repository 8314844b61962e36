package vn.roquyen.domain.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of professional ranks as decisions word it: "từ hạng III lên hạng II", with "trở xuống"
 * also all steps below.
 *
 * @param steps each step by the number of the rank that is left: III to II is 3
 */
record RankRange(Set<Integer> steps) {
  private static final List<String> ROMAN = List.of("", "I", "II", "III", "IV", "V");
  private static final String LIKE = "(?: và tương đương)?";
  private static final Pattern RANGE =
      Pattern.compile(
          "từ hạng (I{1,3}|IV|V)" + LIKE + " lên hạng (I{1,3}|IV|V)\\b" + LIKE + "( trở xuống)?");

  /** The range that a text names, or null. */
  static @Nullable RankRange in(String text) {
    Matcher found = RANGE.matcher(text);
    if (!found.find()) {
      return null;
    }
    int from = ROMAN.indexOf(found.group(1));
    int to = ROMAN.indexOf(found.group(2));
    int lowest = found.group(3) == null ? from : ROMAN.size() - 1;
    Set<Integer> steps = new HashSet<>();
    for (int step = to + 1; step <= lowest; step++) {
      steps.add(step);
    }
    return new RankRange(steps);
  }

  boolean meets(RankRange other) {
    return steps.stream().anyMatch(other.steps::contains);
  }
}
