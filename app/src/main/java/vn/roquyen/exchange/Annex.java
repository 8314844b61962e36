package vn.roquyen.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowProblem;

/**
 * The table of a decision's annex, read as records of the register.
 *
 * @param entity what its rows are
 * @param sheet name of the sheet; empty for a file that has none
 * @param headers of the columns, from left to right
 * @param lines none where the headers were not understood
 * @param converted how many cells were in an old encoding
 */
public record Annex(
    Entity entity,
    String sheet,
    List<Header> headers,
    List<Line> lines,
    List<BadCell> badCells,
    int converted) {

  /**
   * The header of a column.
   *
   * @param column its letter
   * @param field what its cells are read as, "id" included; null when it is left out
   */
  public record Header(String column, String name, @Nullable String field) {}

  /**
   * A row without a bad cell.
   *
   * @param number of the line, counted from 1
   * @param key what the column of ids says, or null
   */
  public record Line(long number, @Nullable String key, Map<String, Object> values) {}

  /**
   * A cell that cannot be used.
   *
   * @param cell as a spreadsheet names it, such as "C7"
   * @param arguments of the sentence {@code import.problem.*}
   */
  public record BadCell(String cell, RowProblem problem, List<String> arguments) {}

  /** The fields that the annex says something about. */
  public Set<String> stated() {
    return headers.stream()
        .map(Header::field)
        .filter(Objects::nonNull)
        .filter(field -> !field.equals("id"))
        .collect(Collectors.toSet());
  }
}
