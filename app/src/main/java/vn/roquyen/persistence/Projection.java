package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.REGISTER_STATE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.persistence.jooq.DefaultSchema;

/**
 * Keeps the tables equal to the changes that were recorded: the one place that writes rows. Only
 * the ledger calls {@link #apply}.
 */
public final class Projection {
  private final Database database;

  public Projection(Database database) {
    this.database = database;
  }

  /**
   * Applies packs of operations in one transaction. The revision is the number of changes that were
   * applied, so it is the same again after a rebuild.
   *
   * @param seal called when all packs are applied and before the transaction ends: makes the
   *     journal lasting and answers how far the database then follows it
   * @return the new revision
   */
  public long apply(Iterable<List<Operation>> packs, Supplier<Applied> seal) {
    database.write(
        dsl -> {
          for (List<Operation> pack : packs) {
            Batches batches = new Batches(dsl);
            pack.forEach(batches::add);
            batches.flush();
          }
          Applied applied = seal.get();
          dsl.update(REGISTER_STATE)
              .set(REGISTER_STATE.REVISION, (long) applied.count())
              .set(REGISTER_STATE.APPLIED_ID, applied.last())
              .execute();
        });
    return database.revision();
  }

  /** How far the database has followed the journal. */
  public Applied applied() {
    return database.read(
        dsl ->
            dsl.select(REGISTER_STATE.REVISION, REGISTER_STATE.APPLIED_ID)
                .from(REGISTER_STATE)
                .fetchSingle(found -> new Applied(found.value1().intValue(), found.value2())));
  }

  /**
   * A position in the journal.
   *
   * @param count how many changes are applied
   * @param last the id of the last of them, or null
   */
  public record Applied(int count, @Nullable String last) {}

  /** Hands over every row of an entity in the order of its keys; the reader must not write. */
  public void forEach(Entity entity, Consumer<Row> reader) {
    Table<?> table = table(entity);
    database.read(
        dsl -> {
          try (var rows = dsl.selectFrom(table).orderBy(key(entity)).fetchSize(200).fetchLazy()) {
            rows.forEach(found -> reader.accept(row(entity, found)));
          }
          return true;
        });
  }

  /** The row of that key, or null. */
  public @Nullable Row find(Entity entity, String key) {
    return database.read(
        dsl ->
            dsl.selectFrom(table(entity))
                .where(keyField(entity).eq(keyValue(entity, key)))
                .fetchOne(found -> row(entity, found)));
  }

  /** The rows of those keys that exist, by key. */
  public Map<String, Row> findAll(Entity entity, Collection<String> keys) {
    Map<String, Row> found = new HashMap<>();
    List<Object> values = keys.stream().map(key -> keyValue(entity, key)).toList();
    database
        .read(
            dsl ->
                dsl.selectFrom(table(entity))
                    .where(keyField(entity).in(values))
                    .fetch(row -> row(entity, row)))
        .forEach(row -> found.put(row.key(), row));
    return found;
  }

  /** The keys of all rows of an entity. */
  public Set<String> keys(Entity entity) {
    Field<?> key = key(entity);
    return database.read(
        dsl -> dsl.select(key).from(table(entity)).fetchSet(row -> String.valueOf(row.value1())));
  }

  /** The longest text that each text field of an entity can keep, the key included. */
  public static Map<String, Integer> capacity(Entity entity) {
    Map<String, Integer> capacity = new HashMap<>();
    for (Field<?> field : table(entity).fields()) {
      int length = field.getDataType().length();
      if (length > 0 && field.getType() == String.class) {
        capacity.put(field.getName().toLowerCase(Locale.ROOT), length);
      }
    }
    return capacity;
  }

  /** How many rows an entity has. */
  public int count(Entity entity) {
    return database.read(dsl -> dsl.fetchCount(table(entity)));
  }

  private static Row row(Entity entity, Record found) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : entity.columns().values()) {
      Object value = found.get(column.name().toUpperCase(Locale.ROOT));
      if (value != null) {
        values.put(
            column.name(),
            column.type() == Column.Type.LIST ? ListColumn.read(value.toString()) : value);
      }
    }
    return new Row(entity, String.valueOf(found.get(key(entity))), values);
  }

  static Table<?> table(Entity entity) {
    Table<?> table = DefaultSchema.DEFAULT_SCHEMA.getTable(entity.table().toUpperCase(Locale.ROOT));
    if (table == null) {
      throw new IllegalStateException("no table for " + entity);
    }
    return table;
  }

  private static Field<?> key(Entity entity) {
    return field(entity, entity.keyColumn());
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> keyField(Entity entity) {
    return (Field<Object>) key(entity);
  }

  private static Object keyValue(Entity entity, String key) {
    return entity == Entity.CALENDAR_DAY ? LocalDate.parse(key) : key;
  }

  private static Field<?> field(Entity entity, String name) {
    Field<?> field = table(entity).field(name.toUpperCase(Locale.ROOT));
    if (field == null) {
      throw new IllegalStateException("no column " + name + " for " + entity);
    }
    return field;
  }

  /**
   * Sends runs of inserts into one entity as JDBC batches; other operations one by one, in order.
   */
  private static final class Batches {
    private final DSLContext dsl;
    private final List<Operation.Insert> run = new ArrayList<>();

    Batches(DSLContext dsl) {
      this.dsl = dsl;
    }

    void add(Operation operation) {
      if (!(operation instanceof Operation.Insert)
          || (!run.isEmpty() && run.getFirst().entity() != operation.entity())) {
        flush();
      }
      switch (operation) {
        case Operation.Insert insert -> run.add(insert);
        case Operation.SetFields set -> set(set);
        case Operation.Remove remove ->
            dsl.deleteFrom(table(remove.entity()))
                .where(keyField(remove.entity()).eq(keyValue(remove.entity(), remove.key())))
                .execute();
      }
    }

    void flush() {
      if (run.isEmpty()) {
        return;
      }
      Entity entity = run.getFirst().entity();
      List<Field<?>> fields = new ArrayList<>();
      fields.add(key(entity));
      entity.columns().values().forEach(column -> fields.add(field(entity, column.name())));
      Object[] empty = new Object[fields.size()];
      var merge = dsl.mergeInto(table(entity), fields).key(key(entity)).values(empty);
      var batch = dsl.batch(merge);
      for (Operation.Insert insert : run) {
        batch = batch.bind(binding(insert));
      }
      batch.execute();
      run.clear();
    }

    private static Object[] binding(Operation.Insert insert) {
      List<@Nullable Object> bound = new ArrayList<>();
      bound.add(keyValue(insert.entity(), insert.key()));
      for (Column column : insert.entity().columns().values()) {
        bound.add(stored(column, insert.values().get(column.name())));
      }
      return bound.toArray();
    }

    private void set(Operation.SetFields set) {
      Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
      set.values()
          .forEach(
              (name, value) -> {
                Column column = set.entity().columns().get(name);
                values.put(field(set.entity(), name), stored(column, value));
              });
      dsl.update(DSL.table(DSL.name(table(set.entity()).getName())))
          .set(values)
          .where(keyField(set.entity()).eq(keyValue(set.entity(), set.key())))
          .execute();
    }

    private static @Nullable Object stored(@Nullable Column column, @Nullable Object value) {
      boolean list = column != null && column.type() == Column.Type.LIST;
      return list && value != null ? ListColumn.write(value) : value;
    }
  }
}
