package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.CHANGE_LOG;
import static vn.roquyen.persistence.jooq.Tables.ROW_VERSION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Row1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.MergePolicy;
import vn.roquyen.domain.MergedRow;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;

/** Says which changes wrote a row, and makes the row anew from any of them. */
final class RowVersions {
  /** Keys that one query asks for. */
  private static final int AT_ONCE = 500;

  /** Changes that are kept unpacked: rows that one change wrote are mostly asked for together. */
  private static final int KEPT = 8;

  /**
   * A version of a row.
   *
   * @param place of the change in the journal
   */
  record Version(String key, int place, ReplicaId replica, long seq, boolean counts) {}

  private record Unpacked(RecordedChange change, Map<String, List<RowEdit>> byRow) {}

  private final DSLContext dsl;
  private final IntFunction<RecordedChange> journal;
  private final Map<Integer, Unpacked> unpacked =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Unpacked> eldest) {
          return size() > KEPT;
        }
      };

  RowVersions(DSLContext dsl, IntFunction<RecordedChange> journal) {
    this.dsl = dsl;
    this.journal = journal;
  }

  /** Reads changes anew: another branch counts now, and with it they have another place. */
  void clear() {
    unpacked.clear();
  }

  /** All versions of those rows, in the order of the journal, by key. */
  Map<String, List<Version>> of(Entity entity, Collection<String> keys) {
    Map<String, List<Version>> found = new HashMap<>();
    List<String> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      // Joined, because H2 looks through all rows of the entity for a list of keys.
      Table<Record1<String>> asked = table(all.subList(from, Math.min(from + AT_ONCE, all.size())));
      dsl.select(
              ROW_VERSION.ROW_KEY,
              ROW_VERSION.PLACE,
              CHANGE_LOG.REPLICA,
              CHANGE_LOG.SEQ,
              CHANGE_LOG.COUNTS)
          .from(asked)
          .join(ROW_VERSION)
          .on(ROW_VERSION.ROW_KEY.eq(asked.field(0, String.class)))
          .and(ROW_VERSION.ENTITY.eq((short) entity.number()))
          .join(CHANGE_LOG)
          .on(CHANGE_LOG.PLACE.eq(ROW_VERSION.PLACE))
          .orderBy(ROW_VERSION.ROW_KEY, ROW_VERSION.PLACE)
          .forEach(
              row ->
                  found
                      .computeIfAbsent(row.value1(), key -> new ArrayList<>())
                      .add(
                          new Version(
                              row.value1(),
                              row.value2(),
                              new ReplicaId(row.value3()),
                              row.value4(),
                              row.value5())));
    }
    return found;
  }

  /**
   * The rows that those of their versions make, by key. Each change is unpacked once, in the order
   * of the journal: unpacking is what takes long.
   *
   * @param judged which changes count, by what the journal says of them
   */
  Map<String, MergedRow> merge(
      Entity entity,
      Map<String, List<Version>> versions,
      Predicate<Version> wanted,
      Predicate<RecordedChange> judged) {
    Map<String, MergedRow> rows = new HashMap<>();
    SortedMap<Integer, List<String>> byPlace = new TreeMap<>();
    versions.forEach(
        (key, list) -> {
          rows.put(key, MergedRow.NONE);
          list.stream()
              .filter(wanted)
              .forEach(
                  one -> byPlace.computeIfAbsent(one.place(), place -> new ArrayList<>()).add(key));
        });
    byPlace.forEach(
        (place, keys) -> {
          Unpacked change = unpack(place);
          if (judged.test(change.change())) {
            keys.forEach(
                key -> rows.computeIfPresent(key, (same, row) -> with(row, entity, key, change)));
          }
        });
    return rows;
  }

  private static MergedRow with(MergedRow row, Entity entity, String key, Unpacked change) {
    MergedRow merged = row;
    for (RowEdit edit : change.byRow().getOrDefault(row(entity, key), List.of())) {
      merged = MergePolicy.merge(merged, change.change().write(edit));
    }
    return merged;
  }

  /** The row as it is shown, or null when it is not there. */
  static @Nullable Row shown(Entity entity, String key, MergedRow merged) {
    if (!merged.present()) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : entity.columns().values()) {
      Object value = merged.value(column.number());
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    return new Row(entity, key, values);
  }

  @SuppressWarnings("unchecked")
  private static Table<Record1<String>> table(List<String> keys) {
    Row1<String>[] rows = keys.stream().map(DSL::row).toArray(Row1[]::new);
    return DSL.values(rows).as("ASKED", "ASKED_KEY");
  }

  private Unpacked unpack(int place) {
    Unpacked known = unpacked.get(place);
    if (known != null) {
      return known;
    }
    RecordedChange change = journal.apply(place);
    Map<String, List<RowEdit>> byRow = new HashMap<>();
    for (RowEdit edit : change.edits()) {
      byRow.computeIfAbsent(edit.entity() + "/" + edit.key(), row -> new ArrayList<>()).add(edit);
    }
    Unpacked fresh = new Unpacked(change, byRow);
    unpacked.put(place, fresh);
    return fresh;
  }

  private static String row(Entity entity, String key) {
    return entity.number() + "/" + key;
  }
}
