package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.CHANGE_LOG;
import static vn.roquyen.persistence.jooq.Tables.REVIEW;
import static vn.roquyen.persistence.jooq.Tables.ROW_VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.MergedRow;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;

/**
 * Reads what rows were before: who wrote which version, and what a row held at an earlier place.
 */
public final class VersionRepository {
  private static final int MOST_ROWS = 4;

  /** Rows that are read at once; a procedure has some ten thousand characters. */
  private static final int PORTION = 250;

  private final Database database;

  public VersionRepository(Database database) {
    this.database = database;
  }

  /**
   * One change's edits of one row.
   *
   * @param place of the change among those of the journal
   * @param received when this register took it in
   * @param fields numbers of the fields that it touched
   * @param counts false when it is kept without effect
   */
  public record Version(
      int place,
      ChangeId change,
      Instant received,
      String unit,
      String author,
      RowEdit.@Nullable Kind kind,
      Set<Integer> fields,
      boolean counts) {}

  /**
   * A change that the tables show, with what names it for a person.
   *
   * @param rows the rows that it wrote, at most a handful
   */
  public record Shown(
      ChangeId change,
      ReplicaId replica,
      long seq,
      String unit,
      Instant received,
      List<Reviewed> rows) {}

  /** The changes that these tables show and that a predicate names, in the order of the journal. */
  public List<Shown> shown(Predicate<ChangeId> wanted) {
    return database.read(
        dsl ->
            dsl.selectFrom(CHANGE_LOG).orderBy(CHANGE_LOG.PLACE).fetch().stream()
                .filter(row -> wanted.test(new ChangeId(row.get(CHANGE_LOG.ID))))
                .map(
                    row ->
                        new Shown(
                            new ChangeId(row.get(CHANGE_LOG.ID)),
                            new ReplicaId(row.get(CHANGE_LOG.REPLICA)),
                            row.get(CHANGE_LOG.SEQ),
                            row.get(CHANGE_LOG.UNIT),
                            Instant.ofEpochMilli(row.get(CHANGE_LOG.RECEIVED)),
                            dsl.select(ROW_VERSION.ENTITY, ROW_VERSION.ROW_KEY)
                                .from(ROW_VERSION)
                                .where(ROW_VERSION.PLACE.eq(row.get(CHANGE_LOG.PLACE)))
                                .limit(MOST_ROWS)
                                .fetch(each -> new Reviewed(known(each.value1()), each.value2()))))
                .toList());
  }

  /**
   * Who wrote a change that counts.
   *
   * @param received when this register took it in
   */
  public record Writer(ChangeId change, Instant received, String unit, String author) {}

  /** Those of the changes between two places, the second not included, by place. */
  public Map<Integer, Writer> writers(int from, int to) {
    return database.read(
        dsl ->
            dsl.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.PLACE.ge(from))
                .and(CHANGE_LOG.PLACE.lt(to))
                .and(CHANGE_LOG.COUNTS)
                .fetchMap(
                    CHANGE_LOG.PLACE,
                    row ->
                        new Writer(
                            new ChangeId(row.get(CHANGE_LOG.ID)),
                            Instant.ofEpochMilli(row.get(CHANGE_LOG.RECEIVED)),
                            row.get(CHANGE_LOG.UNIT),
                            row.get(CHANGE_LOG.AUTHOR))));
  }

  /** A row that two machines wrote without knowing of each other. */
  public record Reviewed(Entity entity, String key) {}

  /** The versions of a row in the order of the journal. */
  public List<Version> versions(Entity entity, String key) {
    return database.read(
        dsl ->
            dsl.select(ROW_VERSION.KIND, ROW_VERSION.FIELDS)
                .select(CHANGE_LOG.fields())
                .from(ROW_VERSION)
                .join(CHANGE_LOG)
                .on(CHANGE_LOG.PLACE.eq(ROW_VERSION.PLACE))
                .where(ROW_VERSION.ENTITY.eq((short) entity.number()))
                .and(ROW_VERSION.ROW_KEY.eq(key))
                .orderBy(ROW_VERSION.PLACE)
                .fetch(VersionRepository::version));
  }

  /** The rows that a person is to look at. */
  public List<Reviewed> reviewed() {
    return database.read(
        dsl ->
            dsl.selectDistinct(REVIEW.ENTITY, REVIEW.ROW_KEY)
                .from(REVIEW)
                .orderBy(REVIEW.ENTITY, REVIEW.ROW_KEY)
                .fetch(row -> new Reviewed(known(row.value1()), row.value2())));
  }

  /** The row with all writes that still count for it, the losers among them. */
  public MergedRow merged(Entity entity, String key, IntFunction<RecordedChange> journal) {
    return merged(entity, key, journal, (replica, seq) -> true);
  }

  /** The row as it was for whoever had seen just the changes that the predicate names. */
  public MergedRow merged(
      Entity entity,
      String key,
      IntFunction<RecordedChange> journal,
      BiPredicate<ReplicaId, Long> seen) {
    return database.read(
        dsl -> {
          RowVersions versions = new RowVersions(dsl, journal);
          return versions
              .merge(
                  entity,
                  versions.of(entity, List.of(key)),
                  each -> each.counts() && seen.test(each.replica(), each.seq()),
                  change -> true)
              .getOrDefault(key, MergedRow.NONE);
        });
  }

  /**
   * Rows of an entity made anew as they were when only so many changes were known, by key; those
   * that were not there are missing.
   *
   * @param journal reads a change as it counted then
   */
  public Map<String, Row> at(
      Entity entity, Collection<String> keys, int places, IntFunction<RecordedChange> journal) {
    return database.read(
        dsl -> {
          RowVersions versions = new RowVersions(dsl, journal);
          Map<String, Row> rows = new HashMap<>();
          versions
              .merge(
                  entity,
                  versions.of(entity, keys),
                  each -> each.place() < places,
                  RecordedChange::counts)
              .forEach(
                  (key, merged) -> {
                    Row row = RowVersions.shown(entity, key, merged);
                    if (row != null) {
                      rows.put(key, row);
                    }
                  });
          return rows;
        });
  }

  /** Some rows as the journal makes them anew now, by key; those that are not there are missing. */
  public Map<String, Row> anew(
      Entity entity, Collection<String> keys, IntFunction<RecordedChange> journal) {
    return database.read(
        dsl -> {
          RowVersions versions = new RowVersions(dsl, journal);
          Map<String, Row> rows = new HashMap<>();
          versions
              .merge(entity, versions.of(entity, keys), RowVersions.Version::counts, change -> true)
              .forEach(
                  (key, merged) -> {
                    Row row = RowVersions.shown(entity, key, merged);
                    if (row != null) {
                      rows.put(key, row);
                    }
                  });
          return rows;
        });
  }

  /**
   * Those keys in portions, in the order in which the journal first wrote their rows. The rows of a
   * portion are not too many for the memory and lie in few changes, which are unpacked once.
   */
  public List<List<String>> portions(Entity entity, Collection<String> keys) {
    List<String> ordered = new ArrayList<>(keys);
    if (ordered.size() > PORTION) {
      Map<String, Integer> places = firstPlaces(entity);
      ordered.sort(
          Comparator.comparingInt((String key) -> places.getOrDefault(key, Integer.MAX_VALUE))
              .thenComparing(Comparator.naturalOrder()));
    }
    List<List<String>> portions = new ArrayList<>();
    for (int from = 0; from < ordered.size(); from += PORTION) {
      portions.add(ordered.subList(from, Math.min(from + PORTION, ordered.size())));
    }
    return portions;
  }

  private Map<String, Integer> firstPlaces(Entity entity) {
    return database.read(
        dsl ->
            dsl.select(ROW_VERSION.ROW_KEY, DSL.min(ROW_VERSION.PLACE))
                .from(ROW_VERSION)
                .where(ROW_VERSION.ENTITY.eq((short) entity.number()))
                .groupBy(ROW_VERSION.ROW_KEY)
                .fetchMap(ROW_VERSION.ROW_KEY, DSL.min(ROW_VERSION.PLACE)));
  }

  /** The keys of the rows that a change from that place on wrote. */
  public Set<String> writtenFrom(Entity entity, int place) {
    return database.read(dsl -> keys(dsl, entity, place));
  }

  /** By whom rows of an entity were written between two places, the second not included, by key. */
  public Map<String, List<Version>> written(Entity entity, int from, int to) {
    Map<String, List<Version>> found = new TreeMap<>();
    database
        .read(
            dsl ->
                dsl.select(ROW_VERSION.ROW_KEY, ROW_VERSION.KIND, ROW_VERSION.FIELDS)
                    .select(CHANGE_LOG.fields())
                    .from(ROW_VERSION)
                    .join(CHANGE_LOG)
                    .on(CHANGE_LOG.PLACE.eq(ROW_VERSION.PLACE))
                    .where(ROW_VERSION.ENTITY.eq((short) entity.number()))
                    .and(ROW_VERSION.PLACE.ge(from))
                    .and(ROW_VERSION.PLACE.lt(to))
                    .orderBy(ROW_VERSION.PLACE)
                    .fetch(row -> Map.entry(row.get(ROW_VERSION.ROW_KEY), version(row))))
        .forEach(
            entry ->
                found
                    .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                    .add(entry.getValue()));
    return found;
  }

  private static Version version(Record row) {
    return new Version(
        row.get(CHANGE_LOG.PLACE),
        new ChangeId(row.get(CHANGE_LOG.ID)),
        Instant.ofEpochMilli(row.get(CHANGE_LOG.RECEIVED)),
        row.get(CHANGE_LOG.UNIT),
        row.get(CHANGE_LOG.AUTHOR),
        RowEdit.Kind.ofNumber(row.get(ROW_VERSION.KIND)),
        fields(row.get(ROW_VERSION.FIELDS)),
        row.get(CHANGE_LOG.COUNTS));
  }

  /** The keys of rows that were written from a place on; those of one change together. */
  private static Set<String> keys(DSLContext dsl, Entity entity, int from) {
    return new LinkedHashSet<>(
        dsl.select(ROW_VERSION.ROW_KEY)
            .from(ROW_VERSION)
            .where(ROW_VERSION.ENTITY.eq((short) entity.number()))
            .and(ROW_VERSION.PLACE.ge(from))
            .orderBy(ROW_VERSION.PLACE)
            .fetch(ROW_VERSION.ROW_KEY));
  }

  private static Set<Integer> fields(long mask) {
    Set<Integer> fields = new HashSet<>();
    for (int field = 0; field < Long.SIZE; field++) {
      if ((mask >>> field & 1) != 0) {
        fields.add(field);
      }
    }
    return fields;
  }

  static Entity known(int number) {
    Entity entity = Entity.ofNumber(number);
    if (entity == null) {
      throw new IllegalStateException("entity " + number + " is not known yet");
    }
    return entity;
  }
}
