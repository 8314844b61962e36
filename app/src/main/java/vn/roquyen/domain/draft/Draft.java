package vn.roquyen.domain.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change that is still being written: every step that was made, and how many of them count.
 * Undoing only counts fewer, so that each can be made again until another takes its place.
 *
 * @param id names its file
 * @param steps oldest first
 * @param done how many of the steps count
 */
public record Draft(String id, Instant begun, List<Step> steps, int done) {

  /** One thing that a person did. */
  public sealed interface Step {

    /** Rows were added; each has a number that the draft did not have. */
    record Add(List<DraftRow> rows) implements Step {
      public Add {
        rows = List.copyOf(rows);
      }
    }

    /** A text was typed into a field of a row, or chosen for it. */
    record Set(int row, String field, String text) implements Step {}

    /** A row was taken out of the draft. */
    record Drop(int row) implements Step {}
  }

  public Draft {
    steps = List.copyOf(steps);
    if (done < 0 || done > steps.size()) {
      throw new IllegalArgumentException(done + " of " + steps.size());
    }
  }

  /** A draft in which nothing was done yet. */
  public static Draft begin(String id, Instant now) {
    return new Draft(id, now, List.of(), 0);
  }

  /** The rows as the steps that count made them, in the order in which they were added. */
  public List<DraftRow> rows() {
    Map<Integer, DraftRow> rows = new TreeMap<>();
    for (Step step : steps.subList(0, done)) {
      switch (step) {
        case Step.Add add -> add.rows().forEach(row -> rows.put(row.number(), row));
        case Step.Set set ->
            rows.computeIfPresent(set.row(), (number, row) -> row.with(set.field(), set.text()));
        case Step.Drop drop -> rows.remove(drop.row());
      }
    }
    return List.copyOf(rows.values());
  }

  /** A number that no row of this draft ever had. */
  public int nextNumber() {
    return steps.stream()
        .filter(Step.Add.class::isInstance)
        .flatMap(step -> ((Step.Add) step).rows().stream())
        .mapToInt(row -> row.number() + 1)
        .max()
        .orElse(0);
  }

  /** The draft after one more step; what had been undone can then no longer be made again. */
  public Draft with(Step step) {
    List<Step> more = new ArrayList<>(steps.subList(0, done));
    more.add(step);
    return new Draft(id, begun, more, more.size());
  }

  public boolean canUndo() {
    return done > 0;
  }

  public boolean canRedo() {
    return done < steps.size();
  }

  /** The draft without its last step. */
  public Draft undone() {
    return canUndo() ? new Draft(id, begun, steps, done - 1) : this;
  }

  /** The draft with the step that was undone last. */
  public Draft redone() {
    return canRedo() ? new Draft(id, begun, steps, done + 1) : this;
  }
}
