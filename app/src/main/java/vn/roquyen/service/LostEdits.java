package vn.roquyen.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;
import vn.roquyen.service.LostRow.LostField;

/** The edits of lost branches, row by row: what each row would hold if they had counted. */
public final class LostEdits {
  private final Map<String, Lost> rows = new LinkedHashMap<>();

  /** All that was written into one row. */
  public static final class Lost {
    private final Entity entity;
    private final String key;
    private final SortedMap<Integer, @Nullable Object> fields = new TreeMap<>();
    private final Set<ChangeId> changes = new LinkedHashSet<>();
    private Kind kind = Kind.SET;
    private Instant written = Instant.EPOCH;
    private boolean proposed;

    Lost(Entity entity, String key) {
      this.entity = entity;
      this.key = key;
    }

    public Entity entity() {
      return entity;
    }

    public String key() {
      return key;
    }

    private void take(RowEdit edit) {
      if (edit.kind() == Kind.SET) {
        // On a row that the branch itself had removed it wrote nothing.
        if (kind != Kind.REMOVE) {
          fields.putAll(edit.fields());
        }
        return;
      }
      kind = edit.kind();
      fields.clear();
      fields.putAll(edit.fields());
    }

    /** What of it the register does not show, or null when it shows all of it. */
    public @Nullable LostRow against(@Nullable Row now) {
      if (kind == Kind.REMOVE) {
        return now == null
            ? null
            : row(Kind.REMOVE, List.of(), new Operation.Remove(entity, key), true);
      }
      List<LostField> differing = differing(now);
      if (differing.isEmpty() && (now != null || kind == Kind.SET)) {
        return null;
      }
      // A decision is written whole, also where one before it had left the question open.
      if (kind == Kind.INSERT && (now == null || entity == Entity.APPROVAL)) {
        return row(Kind.INSERT, differing, new Operation.Insert(entity, key, stated()), true);
      }
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      differing.forEach(field -> values.put(field.column().name(), field.lost()));
      return row(Kind.SET, differing, new Operation.SetFields(entity, key, values), now != null);
    }

    private LostRow row(Kind does, List<LostField> differing, Operation operation, boolean fits) {
      LostRow.State state = fits ? LostRow.State.OPEN : LostRow.State.ROW_GONE;
      return new LostRow(
          entity, key, does, state, written, changes, differing, operation, proposed);
    }

    private List<LostField> differing(@Nullable Row now) {
      List<LostField> differing = new ArrayList<>();
      fields.forEach(
          (number, value) -> {
            Column column = entity.column(number);
            // A new row leaves fields empty; what another wrote there since is not emptied by it.
            boolean unsaid = value == null && kind == Kind.INSERT;
            Object shown = column == null || now == null ? null : now.values().get(column.name());
            if (column != null && !unsaid && !Objects.equals(value, shown)) {
              differing.add(new LostField(column, value, shown));
            }
          });
      return differing;
    }

    private Map<String, Object> stated() {
      Map<String, Object> stated = new LinkedHashMap<>();
      fields.forEach(
          (number, value) -> {
            Column column = entity.column(number);
            if (column != null && value != null) {
              stated.put(column.name(), value);
            }
          });
      return stated;
    }
  }

  /**
   * Adds a lost change; the changes come in the order in which they were written.
   *
   * @param proposed true when it waited for a second key
   */
  public void add(ChangeId id, Instant written, List<RowEdit> edits, boolean proposed) {
    for (RowEdit edit : edits) {
      Entity entity = edit.known();
      // What has come in is written anew by the next exchange.
      if (entity != null && entity != Entity.RECEIPT) {
        Lost row =
            rows.computeIfAbsent(
                entity.number() + " " + edit.key(), name -> new Lost(entity, edit.key()));
        row.take(edit);
        row.changes.add(id);
        row.written = written;
        row.proposed |= proposed;
      }
    }
  }

  /** The rows in the order in which they were first written. */
  public List<Lost> rows() {
    return List.copyOf(rows.values());
  }
}
