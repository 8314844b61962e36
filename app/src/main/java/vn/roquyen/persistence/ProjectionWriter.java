package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.ENTITY_WRITER;
import static vn.roquyen.persistence.jooq.Tables.REGISTER_STATE;
import static vn.roquyen.persistence.jooq.Tables.REVIEW;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.MergedRow;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.persistence.RowBatches.Placed;
import vn.roquyen.persistence.RowVersions.Version;

/**
 * Brings the tables after the journal, change by change, inside one transaction. A change that has
 * seen whatever was written before is simply written over it, in batches; only a row that it had
 * not seen is made anew from all its versions by the merge.
 */
public final class ProjectionWriter {
  private record Writer(Entity entity, ReplicaId replica, long seq) {}

  private final DSLContext dsl;
  private final RowVersions versions;
  private final VersionWriter written;
  private final RowChangeWriter rowChanges;
  private final RowBatches batches;
  private final PendingChanges pending;
  private final Map<Entity, Map<ReplicaId, Long>> writers = new LinkedHashMap<>();
  private final Map<Entity, Set<String>> reviewed = new LinkedHashMap<>();
  private final Set<Writer> seen = new LinkedHashSet<>();

  /** Rows that are to be made anew, each from its versions up to a place. */
  private final Map<Entity, Map<String, Integer>> toMerge = new LinkedHashMap<>();

  ProjectionWriter(DSLContext dsl, IntFunction<RecordedChange> journal) {
    this.dsl = dsl;
    this.versions = new RowVersions(dsl, journal);
    this.written = new VersionWriter(dsl);
    this.pending = new PendingChanges(dsl);
    this.rowChanges = new RowChangeWriter(dsl);
    this.batches = new RowBatches(dsl, rowChanges, this::toMerge);
    dsl.selectFrom(ENTITY_WRITER)
        .forEach(
            row ->
                writers(entity(row.get(ENTITY_WRITER.ENTITY)))
                    .put(
                        new ReplicaId(row.get(ENTITY_WRITER.REPLICA)), row.get(ENTITY_WRITER.SEQ)));
    dsl.selectDistinct(REVIEW.ENTITY, REVIEW.ROW_KEY)
        .from(REVIEW)
        .forEach(row -> reviewed(entity(row.value1())).add(row.value2()));
  }

  /** Shows one more change of the journal. */
  public void apply(RecordedChange change) {
    written.add(change);
    if (!change.counts()) {
      return;
    }
    pending.note(change);
    Map<Entity, Set<String>> unseen = unseen(change);
    for (RowEdit edit : change.edits()) {
      Entity entity = edit.known();
      if (entity != null) {
        Set<String> ofOthers = unseen.getOrDefault(entity, Set.of());
        show(entity, new Placed(change.position(), edit), ofOthers);
      }
    }
    if (!toMerge.isEmpty()) {
      flush();
    }
    for (Entity entity : entities(change)) {
      writers(entity).put(change.replica(), change.seq());
      seen.add(new Writer(entity, change.replica(), change.seq()));
    }
  }

  private void show(Entity entity, Placed placed, Set<String> unseen) {
    RowEdit edit = placed.edit();
    if (unseen.contains(edit.key())
        || reviewed(entity).contains(edit.key())
        || (edit.kind() == Kind.INSERT && !isWhole(entity, edit))) {
      toMerge(placed);
    } else {
      if (!batches.takes(edit)) {
        send();
      }
      batches.add(placed);
    }
  }

  /**
   * Shows the longer version of the change that was shown last: what the shorter one wrote is
   * written once more, in the same order, and what follows it.
   */
  public void replaceLast(RecordedChange change) {
    written.again(change.position());
    rowChanges.again(change.position());
    apply(change);
  }

  /** Empties all tables, to show the journal from its beginning. */
  public void clear() {
    for (Entity entity : Entity.values()) {
      dsl.deleteFrom(Projection.table(entity)).execute();
    }
    written.clear();
    dsl.deleteFrom(ENTITY_WRITER).execute();
    dsl.deleteFrom(REVIEW).execute();
    rowChanges.clear();
    pending.clear();
    batches.clear();
    versions.clear();
    writers.clear();
    reviewed.clear();
    toMerge.clear();
    seen.clear();
  }

  /** What rows held for whoever had seen just the changes that the predicate names. */
  public WritePolicy.Rows past(BiPredicate<ReplicaId, Long> seen) {
    return (entity, key, column) -> {
      flush();
      boolean all =
          writers(entity).entrySet().stream()
              .allMatch(each -> seen.test(each.getKey(), each.getValue()));
      Row row = all ? now(entity, key) : then(entity, key, seen);
      Object value = row == null ? null : row.values().get(column);
      return value == null ? null : value.toString();
    };
  }

  /** Writes what is still waiting and notes how far the journal is followed. */
  void finish(Projection.Applied applied) {
    flush();
    rowChanges.flush();
    for (Writer writer : seen) {
      dsl.mergeInto(ENTITY_WRITER, ENTITY_WRITER.ENTITY, ENTITY_WRITER.REPLICA, ENTITY_WRITER.SEQ)
          .key(ENTITY_WRITER.ENTITY, ENTITY_WRITER.REPLICA)
          .values((short) writer.entity().number(), writer.replica().bits(), writer.seq())
          .execute();
    }
    dsl.update(REGISTER_STATE)
        .set(REGISTER_STATE.REVISION, applied.revision())
        .set(REGISTER_STATE.APPLIED, applied.count())
        .set(REGISTER_STATE.APPLIED_ID, applied.last())
        .set(REGISTER_STATE.LINEAGE, applied.lineage())
        .execute();
  }

  /** Writes what is still waiting to be written together with more. */
  public void flush() {
    written.flush();
    send();
  }

  private void send() {
    batches.flush();
    if (!toMerge.isEmpty()) {
      written.flush();
      mergeRows();
    }
  }

  /** The rows of a change of which it had not seen every version. */
  private Map<Entity, Set<String>> unseen(RecordedChange change) {
    Map<Entity, Set<String>> asked = new LinkedHashMap<>();
    for (Entity entity : entities(change)) {
      boolean all =
          writers(entity).entrySet().stream()
              .allMatch(each -> change.hasSeen(each.getKey(), each.getValue()));
      if (!all) {
        asked.put(entity, new LinkedHashSet<>());
      }
    }
    if (asked.isEmpty()) {
      return Map.of();
    }
    for (RowEdit edit : change.edits()) {
      Set<String> keys = edit.known() == null ? null : asked.get(edit.known());
      if (keys != null) {
        keys.add(edit.key());
      }
    }
    written.flush();
    Map<Entity, Set<String>> unseen = new LinkedHashMap<>();
    asked.forEach(
        (entity, keys) ->
            versions
                .of(entity, keys)
                .forEach(
                    (key, found) -> {
                      if (found.stream().anyMatch(each -> isUnseen(change, each))) {
                        unseen.computeIfAbsent(entity, e -> new HashSet<>()).add(key);
                      }
                    }));
    return unseen;
  }

  private static Set<Entity> entities(RecordedChange change) {
    Set<Entity> entities = EnumSet.noneOf(Entity.class);
    for (RowEdit edit : change.edits()) {
      Entity entity = edit.known();
      if (entity != null) {
        entities.add(entity);
      }
    }
    return entities;
  }

  private static boolean isUnseen(RecordedChange change, Version version) {
    return version.counts()
        && version.place() < change.position()
        && !change.hasSeen(version.replica(), version.seq());
  }

  private void mergeRows() {
    while (!toMerge.isEmpty()) {
      Entity entity = toMerge.keySet().iterator().next();
      Map<String, Integer> places = toMerge.getOrDefault(entity, Map.of());
      toMerge.remove(entity);
      versions
          .merge(
              entity,
              versions.of(entity, places.keySet()),
              each -> each.counts() && each.place() <= places.getOrDefault(each.key(), 0),
              change -> true)
          .forEach((key, merged) -> mergeRow(entity, key, merged, places.getOrDefault(key, 0)));
      batches.flush();
    }
  }

  private void mergeRow(Entity entity, String key, MergedRow merged, int place) {
    SortedMap<Integer, @Nullable Object> values = new TreeMap<>();
    if (merged.present()) {
      for (Column column : entity.columns().values()) {
        values.put(column.number(), merged.value(column.number()));
      }
    }
    RowEdit edit =
        new RowEdit(entity.number(), key, merged.present() ? Kind.INSERT : Kind.REMOVE, values);
    if (!batches.takes(edit)) {
      batches.flush();
    }
    batches.add(new Placed(place, edit));
    dsl.deleteFrom(REVIEW)
        .where(REVIEW.ENTITY.eq((short) entity.number()))
        .and(REVIEW.ROW_KEY.eq(key))
        .execute();
    List<MergedRow.Conflict> conflicts = merged.present() ? merged.conflicts() : List.of();
    for (MergedRow.Conflict conflict : conflicts) {
      dsl.insertInto(REVIEW)
          .values((short) entity.number(), key, (short) conflict.field())
          .execute();
    }
    if (conflicts.isEmpty()) {
      reviewed(entity).remove(key);
    } else {
      reviewed(entity).add(key);
    }
  }

  private @Nullable Row now(Entity entity, String key) {
    return Projection.find(dsl, entity, key);
  }

  private @Nullable Row then(Entity entity, String key, BiPredicate<ReplicaId, Long> seen) {
    MergedRow merged =
        versions
            .merge(
                entity,
                versions.of(entity, List.of(key)),
                each -> each.counts() && seen.test(each.replica(), each.seq()),
                change -> true)
            .getOrDefault(key, MergedRow.NONE);
    return RowVersions.shown(entity, key, merged);
  }

  private void toMerge(Placed edit) {
    toMerge
        .computeIfAbsent(entity(edit.edit()), e -> new LinkedHashMap<>())
        .merge(edit.edit().key(), edit.place(), Math::max);
  }

  private Map<ReplicaId, Long> writers(Entity entity) {
    return writers.computeIfAbsent(entity, e -> new LinkedHashMap<>());
  }

  private Set<String> reviewed(Entity entity) {
    return reviewed.computeIfAbsent(entity, e -> new HashSet<>());
  }

  private static boolean isWhole(Entity entity, RowEdit edit) {
    Collection<Column> columns = entity.columns().values();
    return columns.stream().allMatch(column -> edit.fields().containsKey(column.number()));
  }

  private static Entity entity(RowEdit edit) {
    return entity(edit.entity());
  }

  private static Entity entity(int number) {
    Entity entity = Entity.ofNumber(number);
    if (entity == null) {
      throw new IllegalStateException("entity " + number + " is not known yet");
    }
    return entity;
  }
}
