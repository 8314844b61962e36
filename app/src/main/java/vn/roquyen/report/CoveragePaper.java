package vn.roquyen.report;

import java.util.List;

/**
 * What a report on the coverage says, ready to be laid out.
 *
 * @param language tag of the language, such as {@code vi}
 * @param headline what was stated beside what is counted; the first row names the columns
 * @param reasons why the two differ, and what remains at the province
 * @param levels names of the tiers, in the order of the values of the bars
 * @param fields how many powers of each field lie on each tier
 * @param heat grants by field and column; the columns are named by {@code slots}
 * @param trend how many grants were in force, by day
 * @param page pattern of the page number, with {0} and {1}
 */
public record CoveragePaper(
    String language,
    String heading,
    String day,
    List<List<String>> headline,
    List<String> reasons,
    List<String> levels,
    Chart fields,
    List<String> slots,
    Chart heat,
    Chart trend,
    String foot,
    String page) {

  /** A picture of figures. */
  public record Chart(String title, List<Bar> bars) {}

  /** One row or column of figures. */
  public record Bar(String name, List<Integer> values) {
    int sum() {
      return values.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
