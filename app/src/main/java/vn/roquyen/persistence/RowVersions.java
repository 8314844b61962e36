package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.CHANGE_LOG;
import static vn.roquyen.persistence.jooq.Tables.ROW_VERSION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jooq.DSLContext;
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

  /** All versions of those rows, in the order of the journal, by key. */
  Map<String, List<Version>> of(Entity entity, Collection<String> keys) {
    Map<String, List<Version>> found = new HashMap<>();
    List<String> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      dsl.select(
              ROW_VERSION.ROW_KEY,
              ROW_VERSION.PLACE,
              CHANGE_LOG.REPLICA,
              CHANGE_LOG.SEQ,
              CHANGE_LOG.COUNTS)
          .from(ROW_VERSION)
          .join(CHANGE_LOG)
          .on(CHANGE_LOG.PLACE.eq(ROW_VERSION.PLACE))
          .where(ROW_VERSION.ENTITY.eq((short) entity.number()))
          .and(ROW_VERSION.ROW_KEY.in(all.subList(from, Math.min(from + AT_ONCE, all.size()))))
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

  /** The row that those of its versions make. */
  MergedRow merge(Entity entity, List<Version> versions, Predicate<Version> wanted) {
    MergedRow row = MergedRow.NONE;
    for (Version version : versions) {
      if (wanted.test(version)) {
        Unpacked change = unpack(version.place());
        for (RowEdit edit : change.byRow().getOrDefault(row(entity, version.key()), List.of())) {
          row = MergePolicy.merge(row, change.change().write(edit));
        }
      }
    }
    return row;
  }

  /** The row that those of its versions make which count by what the journal says of them. */
  MergedRow mergeOf(Entity entity, List<Version> versions, Predicate<Version> wanted) {
    return merge(
        entity,
        versions,
        version -> wanted.test(version) && unpack(version.place()).change().counts());
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
