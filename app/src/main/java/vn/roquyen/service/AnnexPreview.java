package vn.roquyen.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.exchange.Annex;

/**
 * What an annex would change in the register, before anything is written.
 *
 * @param columns the field of each header that was understood
 * @param leftOut headers that were not understood
 */
public record AnnexPreview(
    Entity entity,
    Map<String, String> columns,
    List<String> leftOut,
    List<Line> lines,
    List<Problem> problems) {

  /** What becomes of a line. */
  public enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    /** Just that was proposed before and waits for a second key: it is not proposed again. */
    WAITING
  }

  /**
   * A line of the annex.
   *
   * @param number as the spreadsheet counts
   * @param differences in the order of the entity's fields; all filled fields of a new record
   */
  public record Line(
      long number,
      String key,
      Verdict verdict,
      List<Difference> differences,
      @Nullable Operation operation) {}

  /** A field before and after; null is empty. */
  public record Difference(String field, @Nullable Object before, @Nullable Object after) {}

  /**
   * A cell that keeps the annex from being taken.
   *
   * @param cell as a spreadsheet names it, such as "C7", or the number of the line
   * @param arguments of the sentence {@code import.problem.*}
   */
  public record Problem(String cell, RowProblem problem, List<String> arguments) {
    static Problem of(Annex.BadCell bad) {
      return new Problem(bad.cell(), bad.problem(), bad.arguments());
    }
  }

  /** How many lines have that verdict. */
  public long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  /** What is to be recorded when the annex is taken. */
  public List<Operation> operations() {
    return lines.stream().map(Line::operation).filter(Objects::nonNull).toList();
  }
}
