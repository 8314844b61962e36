package vn.roquyen.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Difference.Cause;
import vn.roquyen.domain.impact.Difference.FieldChange;
import vn.roquyen.domain.impact.Difference.Kind;
import vn.roquyen.domain.impact.Difference.Reason;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.domain.impact.Difference.Why;
import vn.roquyen.persistence.RowChange;

/**
 * A row that was written between two days, as it was before and after.
 *
 * @param changed the fields of a row that is there on both days that differ, long texts too: bit n
 *     for number n
 */
record WrittenRow(
    Subject subject,
    String id,
    @Nullable Row before,
    @Nullable Row after,
    long changed,
    List<Cause> causes) {

  /** From what changes did to the row between the two days, in their order; without long texts. */
  static WrittenRow of(Subject subject, String id, List<RowChange> changes, List<Cause> causes) {
    RowChange first = changes.getFirst();
    if (changes.size() == 1) {
      return new WrittenRow(subject, id, first.before(), first.after(), first.changed(), causes);
    }
    Row after = changes.getLast().after();
    long changed = differing(subject.entity(), first.before(), after);
    for (RowChange change : changes) {
      changed |= change.changed() & RowChange.longTexts(subject.entity());
    }
    return new WrittenRow(subject, id, first.before(), after, changed, causes);
  }

  /** From what it holds on both days. */
  static WrittenRow of(Subject subject, String id, @Nullable Row before, @Nullable Row after) {
    long changed = differing(subject.entity(), before, after);
    return new WrittenRow(subject, id, before, after, changed, List.of());
  }

  /**
   * True when several changes wrote the same long text, or the row was gone in between: the text
   * may be again what it was.
   */
  static boolean isUnsure(Entity entity, List<RowChange> changes) {
    long texts = RowChange.longTexts(entity);
    long written = changes.getFirst().changed() & texts;
    for (RowChange change : changes.subList(1, changes.size())) {
      if (texts != 0 && (change.before() == null || (written & change.changed()) != 0)) {
        return true;
      }
      written |= change.changed() & texts;
    }
    return false;
  }

  private static long differing(Entity entity, @Nullable Row before, @Nullable Row after) {
    long differing = 0;
    if (before != null && after != null) {
      for (Column column : entity.columns().values()) {
        Object old = before.values().get(column.name());
        if (!Objects.equals(old, after.values().get(column.name()))) {
          differing |= 1L << column.number();
        }
      }
    }
    return differing;
  }

  /** The same without the long texts. */
  WrittenRow brief(List<Cause> by) {
    return new WrittenRow(subject, id, brief(before), brief(after), changed, by);
  }

  private static @Nullable Row brief(@Nullable Row row) {
    if (row == null || RowChange.longTexts(row.entity()) == 0) {
      return row;
    }
    Map<String, Object> values = new HashMap<>(row.values());
    row.entity().columns().values().stream()
        .filter(column -> RowChange.isLong(row.entity(), column))
        .forEach(column -> values.remove(column.name()));
    return new Row(row.entity(), row.key(), values);
  }

  boolean differs() {
    return (before == null) != (after == null) || telling() != 0;
  }

  private boolean differs(Column column) {
    return (telling() >>> column.number() & 1) != 0;
  }

  /** What differs, but for the day on which the catalogue was read: it says nothing of the row. */
  private long telling() {
    Column read = subject.entity().column("snapshot");
    return read == null ? changed : changed & ~(1L << read.number());
  }

  /** What differs in a row that is there on both days, with the values that the rows hold. */
  List<FieldChange> fields(Register then, Register now) {
    List<FieldChange> fields = new ArrayList<>();
    if (before != null && after != null) {
      for (Column column : subject.entity().columns().values()) {
        if (differs(column)) {
          fields.add(
              new FieldChange(
                  column.name(),
                  ValueText.of(column.name(), before.values().get(column.name()), then),
                  ValueText.of(column.name(), after.values().get(column.name()), now)));
        }
      }
    }
    return fields;
  }

  Difference difference(List<FieldChange> fields, Register then, Register now) {
    Row row = Objects.requireNonNull(after == null ? before : after);
    Register register = after == null ? then : now;
    Kind kind = Kind.CHANGED;
    Why why = Why.CORRECTED;
    if (before == null || after == null) {
      kind = before == null ? Kind.NEW : Kind.ENDED;
      why = before == null ? Why.ENTERED : Why.REMOVED;
    }
    Object about =
        switch (subject) {
          case GRANT -> row.values().get("power_id");
          case RELATION -> row.values().get("from_id");
          case PROVISION -> row.values().get("instrument_id");
          default -> id;
        };
    Object basis = subject == Subject.GRANT ? row.values().get("instrument_id") : null;
    String label = ValueText.of("instrument_id", basis, register);
    String title = RowTitle.of(row, register);
    return new Difference(
        kind,
        subject,
        id,
        Objects.toString(about, id),
        title,
        null,
        null,
        new Reason(why),
        label,
        fields,
        causes);
  }
}
