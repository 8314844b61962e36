package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.REGISTER_STATE;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.DayKey;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.Rows;
import vn.roquyen.persistence.jooq.DefaultSchema;

/**
 * Keeps the tables equal to the changes that were recorded: the one place that writes rows. Only
 * the ledger calls {@link #apply}.
 */
public final class Projection implements Rows {
  private final Database database;

  public Projection(Database database) {
    this.database = database;
  }

  /**
   * Begins to write: all of it is kept once it has ended, or none when it is closed before.
   *
   * @param journal reads the change at a position of the journal, those of this transaction too
   */
  public Transaction begin(IntFunction<RecordedChange> journal) {
    return new Transaction(database.begin(), journal);
  }

  /** Tables that follow the journal; used by one thread at a time. */
  public static final class Transaction implements AutoCloseable {
    private final Database.Transaction transaction;
    private final ProjectionWriter writer;

    private Transaction(Database.Transaction transaction, IntFunction<RecordedChange> journal) {
      this.transaction = transaction;
      this.writer = transaction.with(dsl -> new ProjectionWriter(dsl, journal));
    }

    /** Lets changes be shown, or what the tables hold be asked. */
    public <T> T with(Function<ProjectionWriter, T> work) {
      return transaction.with(dsl -> work.apply(writer));
    }

    /**
     * Keeps what was shown.
     *
     * @param applied how far the tables follow the journal now; the revision follows from the
     *     journal, so it is the same again after a rebuild
     */
    public void end(Applied applied) {
      transaction.with(
          dsl -> {
            writer.finish(applied);
            return true;
          });
      transaction.commit();
    }

    @Override
    public void close() {
      transaction.close();
    }
  }

  /** How far the database has followed the journal. */
  public Applied applied() {
    return database.read(
        dsl ->
            dsl.select(
                    REGISTER_STATE.APPLIED,
                    REGISTER_STATE.APPLIED_ID,
                    REGISTER_STATE.LINEAGE,
                    REGISTER_STATE.REVISION)
                .from(REGISTER_STATE)
                .fetchSingle(Records.mapping(Applied::new)));
  }

  /**
   * A position in the journal.
   *
   * @param count how many changes are applied
   * @param last the id of the last of them, or null
   * @param lineage which of them have no effect
   * @param revision grows with each change and each revocation
   */
  public record Applied(int count, @Nullable String last, String lineage, long revision) {
    /** What a script of the schema leaves when the tables can only be filled anew. */
    private static final String OUTDATED = "0".repeat(64);

    /** True when an older program has filled the tables, without something that is in them now. */
    public boolean isOutdated() {
      return OUTDATED.equals(last);
    }
  }

  @Override
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

  @Override
  public @Nullable Row find(Entity entity, String key) {
    return database.read(dsl -> find(dsl, entity, key));
  }

  static @Nullable Row find(DSLContext dsl, Entity entity, String key) {
    return dsl.selectFrom(table(entity))
        .where(keyField(entity).eq(keyValue(entity, key)))
        .fetchOne(found -> row(entity, found));
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

  static Row row(Entity entity, Record found) {
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

  /** The row as a record of its table. */
  static Record record(Row row) {
    Map<String, Object> values = new HashMap<>();
    row.values()
        .forEach(
            (name, value) ->
                values.put(
                    name.toUpperCase(Locale.ROOT),
                    value instanceof List<?> list ? ListColumn.write(list) : value));
    values.put(key(row.entity()).getName(), keyValue(row.entity(), row.key()));
    Record record = table(row.entity()).newRecord();
    record.fromMap(values);
    return record;
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
  static Field<Object> keyField(Entity entity) {
    return (Field<Object>) key(entity);
  }

  static Object keyValue(Entity entity, String key) {
    return entity == Entity.CALENDAR_DAY ? DayKey.parse(key) : key;
  }

  static Field<?> field(Entity entity, String name) {
    Field<?> field = table(entity).field(name.toUpperCase(Locale.ROOT));
    if (field == null) {
      throw new IllegalStateException("no column " + name + " for " + entity);
    }
    return field;
  }
}
