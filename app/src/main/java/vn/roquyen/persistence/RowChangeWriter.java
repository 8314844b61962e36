package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.ROW_CHANGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;
import vn.roquyen.persistence.RowBatches.Placed;
import vn.roquyen.persistence.RowChangeCodec.Entry;

/**
 * Notes, before edits are sent to a table, what they will do to its rows. What a change did to rows
 * of an entity lies together, because hundreds of small pieces take long to read.
 */
final class RowChangeWriter {
  private static final int LONGEST = 500;

  private final DSLContext dsl;
  private final List<Object[]> pieces = new ArrayList<>();
  private final List<Entry> piece = new ArrayList<>();
  private Entity ofPiece = Entity.PROCEDURE;
  private int place = -1;
  private int number;
  private int again = -1;

  RowChangeWriter(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The change at that place is written once more, from its beginning, and may go on. */
  void again(int place) {
    again = place;
    flush();
    Integer last =
        dsl.select(DSL.max(ROW_CHANGE.NUMBER))
            .from(ROW_CHANGE)
            .where(ROW_CHANGE.PLACE.eq(place))
            .fetchSingle()
            .value1();
    number = Math.max(number, last == null ? 0 : last + 1);
  }

  void clear() {
    pieces.clear();
    piece.clear();
    dsl.deleteFrom(ROW_CHANGE).execute();
  }

  /**
   * Notes what edits of the same shape will do, each to another row.
   *
   * @param of their entity
   * @param columns what they set
   */
  void note(Entity of, Kind kind, List<Column> columns, List<Placed> edits) {
    if (!RowChange.follows(of)) {
      return;
    }
    Map<String, @Nullable Object[]> there = there(of, kind, columns, edits);
    for (Placed edit : edits) {
      Entry entry = entry(of, columns, edit, there.get(edit.edit().key()));
      if (entry != null) {
        if (edit.place() != place || of != ofPiece || piece.size() == LONGEST) {
          endPiece();
          place = edit.place();
          ofPiece = of;
        }
        piece.add(entry);
      }
    }
    if (pieces.size() >= LONGEST) {
      flush();
    }
  }

  /** Writes what was noted. */
  void flush() {
    endPiece();
    if (!pieces.isEmpty()) {
      JdbcBatch.insert(dsl, ROW_CHANGE, pieces);
      pieces.clear();
    }
  }

  private void endPiece() {
    if (!piece.isEmpty()) {
      byte[] packed = RowChangeCodec.pack(ofPiece, piece);
      pieces.add(new Object[] {place, number++, (short) ofPiece.number(), packed});
      piece.clear();
    }
  }

  /** What an edit does; null when it finds no row, or writes once more what was written. */
  private @Nullable Entry entry(
      Entity entity, List<Column> columns, Placed edit, @Nullable Object @Nullable [] before) {
    Kind kind = edit.edit().kind();
    if (before == null && kind != Kind.INSERT) {
      return null;
    }
    @Nullable Object[] after =
        before == null ? new Object[entity.columns().size()] : before.clone();
    long changed = 0;
    for (Column column : columns) {
      Object value = edit.edit().fields().get(column.number());
      if (before != null && !same(column, before[column.number() - 1], value)) {
        changed |= 1L << column.number();
      }
      after[column.number() - 1] = value;
      if (RowChange.isLong(entity, column)) {
        after[column.number() - 1] = null;
        if (before != null) {
          before[column.number() - 1] = null;
        }
      }
    }
    boolean stays = before != null && kind != Kind.REMOVE;
    return stays && changed == 0 && edit.place() == again
        ? null
        : new Entry(edit.edit().key(), changed, before, kind == Kind.REMOVE ? null : after);
  }

  /** The stored values of those rows that are there, as far as they are kept or compared. */
  private Map<String, @Nullable Object[]> there(
      Entity entity, Kind kind, List<Column> columns, List<Placed> edits) {
    Set<Column> asked = new LinkedHashSet<>(kind == Kind.REMOVE ? List.of() : columns);
    Collection<Column> all = entity.columns().values();
    all.stream().filter(column -> !RowChange.isLong(entity, column)).forEach(asked::add);
    Field<Object> key = Projection.keyField(entity);
    List<Field<?>> fields = new ArrayList<>(List.of(key));
    asked.forEach(column -> fields.add(Projection.field(entity, column.name())));
    Map<String, @Nullable Object[]> there = new HashMap<>();
    dsl.select(fields)
        .from(Projection.table(entity))
        .where(key.in(edits.stream().map(Placed::edit).map(RowEdit::key).toList()))
        .forEach(
            row -> {
              @Nullable Object[] values = new Object[all.size()];
              int at = 1;
              for (Column column : asked) {
                values[column.number() - 1] = row.get(at++);
              }
              there.put(Objects.toString(row.get(0)), values);
            });
    return there;
  }

  private static boolean same(Column column, @Nullable Object stored, @Nullable Object value) {
    if (column.type() != Column.Type.LIST || stored == null || value == null) {
      return Objects.equals(stored, value);
    }
    return stored.equals(ListColumn.write(value))
        || ListColumn.read(stored.toString()).equals(value);
  }
}
