package vn.roquyen.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.roquyen.domain.AsEdited;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Correction;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.DraftCheck.CheckedField;
import vn.roquyen.service.DraftCheck.CheckedRow;

/**
 * A change that waits, read against the register as it would be approved now.
 *
 * @param operations what would be written
 * @param check of these, one row for each
 * @param corrected fields that were corrected since they were put forward, oldest first
 */
public record WaitingComparison(
    List<Operation> operations, DraftCheck check, List<Corrected> corrected) {

  /**
   * A field that somebody corrected while its row waited.
   *
   * @param key of the row
   * @param was what had been put forward, as a person reads it
   * @param unit name of the unit of who corrected it
   * @param author the name in his certificate
   */
  public record Corrected(
      Entity entity,
      String key,
      String field,
      String was,
      String unit,
      String author,
      Instant written) {}

  static WaitingComparison of(
      AsEdited now, DraftCheck check, DraftCheck putForward, UnitNames units) {
    List<Corrected> corrected = new ArrayList<>();
    for (Correction correction : now.corrections()) {
      Entity entity = correction.edit().known();
      if (entity != null) {
        for (int number : correction.edit().fields().keySet()) {
          Column column = entity.column(number);
          if (column != null) {
            corrected.add(corrected(correction, entity, column.name(), putForward, units));
          }
        }
      }
    }
    return new WaitingComparison(
        WaitingChange.operations(now.edits()), check, List.copyOf(corrected));
  }

  private static Corrected corrected(
      Correction correction, Entity entity, String field, DraftCheck putForward, UnitNames units) {
    String key = correction.edit().key();
    String was =
        putForward.rows().stream()
            .filter(row -> row.row().entity() == entity && row.row().key().equals(key))
            .map(row -> row.field(field))
            .filter(Objects::nonNull)
            .map(CheckedField::shown)
            .findFirst()
            .orElse("");
    return new Corrected(
        entity,
        key,
        field,
        was,
        units.of(correction.unit()),
        correction.author(),
        correction.written());
  }

  /** What was corrected in a field of a row. */
  public List<Corrected> of(CheckedRow row, String field) {
    return corrected.stream()
        .filter(each -> each.entity() == row.row().entity())
        .filter(each -> each.key().equals(row.row().key()) && each.field().equals(field))
        .toList();
  }
}
