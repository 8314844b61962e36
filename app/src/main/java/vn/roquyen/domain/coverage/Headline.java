package vn.roquyen.domain.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Mode;

/**
 * The sentence that every report begins with, "of so many tasks given by the province, so many came
 * to the communes": as it was stated, beside what the register counts, and why the two differ.
 *
 * @param lines the parts, all tasks first
 * @param reasons why the count differs from what was stated; each with its figures
 */
public record Headline(List<Line> lines, List<Reason> reasons) {

  /** Whom the tasks went to. A task that went to two is in both. */
  public enum Part {
    ALL,
    COMMUNE,
    DEPARTMENT,
    OTHER,
    UNNAMED
  }

  /**
   * One part.
   *
   * @param stated what the report says, or null when it says nothing
   * @param powers the tasks that the register counts, each once
   * @param byMode the same by mode
   */
  public record Line(
      Part part, @Nullable Integer stated, Set<String> powers, Map<Mode, Set<String>> byMode) {}

  /** Why a count differs. */
  public enum Why {
    /** Stated but not listed anywhere: how many tasks have no row. */
    NOT_LISTED,
    /** Tasks that went to several: they are in several parts, and once in the total. */
    SEVERAL_PARTS,
    /** Tasks of which nobody is named as grantee: they may be the communes'. */
    UNNAMED,
    /** Tasks worded "some tasks" without a list: each may hide several. */
    VAGUE,
    /** Tasks that stand for a number of procedures: how many tasks, how many procedures. */
    PROCEDURES,
    /** Totals that the register keeps as a row and that are no act. */
    SUMS
  }

  /**
   * A reason with its figures.
   *
   * @param figures what the sentence needs, in its order
   * @param powers the tasks it is about; empty when there are none to show
   */
  public record Reason(Why why, List<Integer> figures, Set<String> powers) {}
}
