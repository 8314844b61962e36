package vn.roquyen.persistence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;

/** Sends runs of edits of the same shape to a table as one JDBC batch, all edits in their order. */
final class RowBatches {
  private static final int LONGEST = 500;

  private final DSLContext dsl;
  private final RowChangeWriter changes;
  private final Consumer<Placed> missed;
  private final List<Placed> run = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /** An edit, with the place of its change in the journal. */
  record Placed(int place, RowEdit edit) {}

  /**
   * Batches for one transaction.
   *
   * @param changes told what is about to be sent
   * @param missed is told of an edit that set fields of a row which is not there
   */
  RowBatches(DSLContext dsl, RowChangeWriter changes, Consumer<Placed> missed) {
    this.dsl = dsl;
    this.changes = changes;
    this.missed = missed;
  }

  /** False when what waits has to be sent before that edit of a known entity can be added. */
  boolean takes(RowEdit edit) {
    return run.isEmpty()
        || (run.size() < LONGEST
            && sameShape(run.getFirst().edit(), edit)
            && !keys.contains(edit.key()));
  }

  /** Adds an edit of a known entity that can be added. */
  void add(Placed edit) {
    run.add(edit);
    if (RowChange.follows(entity(edit.edit()))) {
      keys.add(edit.edit().key());
    }
  }

  /** Forgets what was not sent yet. */
  void clear() {
    run.clear();
    keys.clear();
  }

  void flush() {
    if (run.isEmpty()) {
      return;
    }
    List<Placed> sent = List.copyOf(run);
    run.clear();
    keys.clear();
    RowEdit first = sent.getFirst().edit();
    Entity entity = entity(first);
    List<Column> columns = columns(entity, first.fields().keySet());
    if (first.kind() == Kind.SET && columns.isEmpty()) {
      return;
    }
    changes.note(entity, first.kind(), columns, sent);
    List<@Nullable Object[]> rows = bindings(entity, sent, columns);
    String sql = query(entity, first.kind(), columns).getSQL();
    if (first.kind() == Kind.INSERT) {
      // Nearly all of them are new, and to insert takes half as long as to merge.
      rows = JdbcBatch.insertNew(dsl, insert(entity, columns), rows);
    }
    int[] counts = rows.isEmpty() ? new int[0] : JdbcBatch.send(dsl, sql, rows);
    if (first.kind() == Kind.SET) {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 0) {
          missed.accept(sent.get(i));
        }
      }
    }
  }

  private static List<@Nullable Object[]> bindings(
      Entity entity, List<Placed> edits, List<Column> columns) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Placed placed : edits) {
      RowEdit edit = placed.edit();
      rows.add(binding(entity, edit, columns, edit.kind() == Kind.INSERT));
    }
    return rows;
  }

  private Query query(Entity entity, Kind kind, List<Column> columns) {
    Field<Object> key = Projection.keyField(entity);
    return switch (kind) {
      case INSERT -> {
        List<Field<?>> fields = fields(entity, columns);
        yield dsl.mergeInto(Projection.table(entity), fields)
            .key(key)
            .values(new Object[fields.size()]);
      }
      case SET -> {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(Projection.field(entity, column.name()), null));
        yield dsl.update(DSL.table(DSL.name(Projection.table(entity).getName())))
            .set(values)
            .where(key.eq((Object) null));
      }
      case REMOVE -> dsl.deleteFrom(Projection.table(entity)).where(key.eq((Object) null));
    };
  }

  private String insert(Entity entity, List<Column> columns) {
    List<Field<?>> fields = fields(entity, columns);
    return dsl.insertInto(Projection.table(entity), fields)
        .values(new Object[fields.size()])
        .getSQL();
  }

  private static @Nullable Object[] binding(
      Entity entity, RowEdit edit, List<Column> columns, boolean keyFirst) {
    @Nullable Object[] bound = new Object[columns.size() + 1];
    int at = keyFirst ? 1 : 0;
    for (Column column : columns) {
      bound[at++] = stored(column, edit.fields().get(column.number()));
    }
    bound[keyFirst ? 0 : at] = Projection.keyValue(entity, edit.key());
    return bound;
  }

  private static @Nullable Object stored(Column column, @Nullable Object value) {
    return column.type() == Column.Type.LIST && value != null ? ListColumn.write(value) : value;
  }

  private static List<Column> columns(Entity entity, Set<Integer> numbers) {
    List<Column> columns = new ArrayList<>();
    for (int number : numbers) {
      Column column = entity.column(number);
      if (column != null) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static List<Field<?>> fields(Entity entity, List<Column> columns) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(Projection.keyField(entity));
    columns.forEach(column -> fields.add(Projection.field(entity, column.name())));
    return fields;
  }

  private static Entity entity(RowEdit edit) {
    Entity entity = edit.known();
    if (entity == null) {
      throw new IllegalStateException("entity " + edit.entity() + " is not known yet");
    }
    return entity;
  }

  private static boolean sameShape(RowEdit left, RowEdit right) {
    return left.entity() == right.entity()
        && left.kind() == right.kind()
        && left.fields().keySet().equals(right.fields().keySet());
  }
}
