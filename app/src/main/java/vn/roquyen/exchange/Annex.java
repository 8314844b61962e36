package vn.roquyen.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowProblem;

/**
 * The table of a decision's annex, read as records of the register.
 *
 * @param entity what its rows are
 * @param columns the field of each header that was understood
 * @param leftOut headers that were not understood
 */
public record Annex(
    Entity entity,
    Map<String, String> columns,
    List<String> leftOut,
    List<Line> lines,
    List<BadCell> badCells) {

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
    return Set.copyOf(columns.values());
  }
}
