package vn.roquyen.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;

/**
 * A draft, read against the register.
 *
 * @param operations what would be recorded now; what waits already is left out
 * @param secondKey true when it would wait for a second publisher's key
 */
public record DraftCheck(
    Draft draft, List<CheckedRow> rows, List<Operation> operations, boolean secondKey) {

  /**
   * A row with all fields that can be written.
   *
   * @param name how a person knows the record; empty when nothing names it yet
   * @param waiting true when just this was put forward before
   */
  public record CheckedRow(DraftRow row, String name, List<CheckedField> fields, boolean waiting) {

    /** The field of that name, or null when it cannot be written here. */
    public @Nullable CheckedField field(String wanted) {
      return fields.stream().filter(field -> field.name().equals(wanted)).findFirst().orElse(null);
    }

    /** The fields that differ from the register. */
    public List<CheckedField> changed() {
      return fields.stream().filter(CheckedField::differs).toList();
    }
  }

  /**
   * A field of a row.
   *
   * @param text what is typed, or what the register says where nothing was typed
   * @param shown the same as a person reads it: the name of the record that it refers to
   * @param before what the register says, as a person reads it; empty when it says nothing
   * @param problem why the text cannot be used, or null
   */
  public record CheckedField(
      String name, String text, String shown, String before, @Nullable Problem problem) {
    public boolean differs() {
      return !shown.equals(before);
    }
  }

  /** Why a text cannot be used; the sentence is {@code import.problem.*}. */
  public record Problem(RowProblem problem, List<String> arguments) {}

  /** How many fields are to be mended. */
  public long problems() {
    return rows.stream()
        .flatMap(row -> row.fields().stream())
        .filter(field -> field.problem() != null)
        .count();
  }

  /** True when it can be recorded. */
  public boolean isReady() {
    return problems() == 0 && !operations.isEmpty();
  }
}
