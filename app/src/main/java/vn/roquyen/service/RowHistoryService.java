package vn.roquyen.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.MergePolicy.Write;
import vn.roquyen.domain.MergedRow;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.persistence.VersionRepository;
import vn.roquyen.persistence.VersionRepository.Version;
import vn.roquyen.sync.KnownThen;
import vn.roquyen.sync.LocalReplica;

/**
 * Answers what this register showed on a past day, who wrote what, and where two machines wrote
 * without knowing of each other.
 */
public final class RowHistoryService {
  private final LocalReplica replica;
  private final VersionRepository versions;
  private final Ledger ledger;

  public RowHistoryService(LocalReplica replica, VersionRepository versions, Ledger ledger) {
    this.replica = replica;
    this.versions = versions;
    this.ledger = ledger;
  }

  /** The versions of a row, oldest first by the order in which this register learned of them. */
  public List<Version> versions(Entity entity, String key) {
    return versions.versions(entity, key);
  }

  /** The row that this register showed at an instant, or null when it showed none. */
  public @Nullable Row shown(Entity entity, String key, Instant at) {
    KnownThen then = replica.knownAt(at);
    return versions.at(entity, List.of(key), then.count(), then.changes()).get(key);
  }

  /** The rows of an entity that this register showed at an instant, in the order of their keys. */
  public List<Row> shown(Entity entity, Instant at) {
    KnownThen then = replica.knownAt(at);
    var keys = versions.writtenFrom(entity, 0);
    return List.copyOf(
        new TreeMap<>(versions.at(entity, keys, then.count(), then.changes())).values());
  }

  /**
   * What one machine wrote.
   *
   * @param value of the field, or null when it was emptied; of the row itself whether it is there
   * @param unit of who wrote it
   * @param author name in his certificate
   * @param written by his clock, as far as it is believed
   * @param own true when this machine wrote it
   */
  public record Side(
      @Nullable Object value, String unit, String author, Instant written, boolean own) {}

  /**
   * A field that two machines wrote without knowing of each other.
   *
   * @param column the field, or null for the row itself: one removed it, another went on writing
   * @param base what all of them had seen before
   * @param shown what the register shows now
   * @param others what was written beside it
   */
  public record Review(
      Entity entity,
      String key,
      @Nullable Column column,
      @Nullable Object base,
      Side shown,
      List<Side> others) {}

  /** Everything that a person is to look at. */
  public List<Review> reviews() {
    List<Review> reviews = new ArrayList<>();
    for (VersionRepository.Reviewed each : versions.reviewed()) {
      MergedRow row = versions.merged(each.entity(), each.key(), replica::change);
      for (MergedRow.Conflict conflict : row.conflicts()) {
        reviews.add(review(each.entity(), each.key(), conflict));
      }
    }
    return reviews;
  }

  /**
   * Settles a field, or whether a row is there: the choice is a change of one's own that has seen
   * all sides.
   *
   * @param column null for the row itself; its value is then true to keep it, false to remove it
   * @throws vn.roquyen.domain.Fault NOT_ALLOWED
   */
  public void settle(Entity entity, String key, @Nullable Column column, @Nullable Object value) {
    if (column != null) {
      set(entity, key, column, value);
    } else if (Boolean.TRUE.equals(value)) {
      keep(entity, key);
    } else {
      ledger.record(List.of(new Operation.Remove(entity, key)));
    }
  }

  /** Writes a value once more that is not in question and needs no second key: the row stays. */
  private void keep(Entity entity, String key) {
    MergedRow row = versions.merged(entity, key, replica::change);
    List<Integer> inQuestion = row.conflicts().stream().map(MergedRow.Conflict::field).toList();
    WritePolicy strict = new WritePolicy(true);
    Column plain =
        entity.columns().values().stream()
            .filter(each -> !inQuestion.contains(each.number()))
            .filter(
                each ->
                    !strict.needsSecondKey(
                        RowEdit.of(one(entity, key, each, row.value(each.number())))))
            .findFirst()
            .orElseGet(() -> entity.columns().values().iterator().next());
    set(entity, key, plain, row.value(plain.number()));
  }

  private void set(Entity entity, String key, Column column, @Nullable Object value) {
    ledger.record(List.of(one(entity, key, column, value)));
  }

  private static Operation one(Entity entity, String key, Column column, @Nullable Object value) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put(column.name(), value);
    return new Operation.SetFields(entity, key, values);
  }

  private Review review(Entity entity, String key, MergedRow.Conflict conflict) {
    List<Write> losers = conflict.losers();
    int field = conflict.field();
    MergedRow base =
        versions.merged(
            entity,
            key,
            replica::change,
            (stream, seq) ->
                sees(conflict.winner(), stream, seq)
                    && losers.stream().allMatch(loser -> sees(loser, stream, seq)));
    return new Review(
        entity,
        key,
        entity.column(field),
        field == 0 ? (Object) base.present() : base.value(field),
        side(entity, key, conflict.winner(), field),
        losers.stream().map(loser -> side(entity, key, loser, field)).toList());
  }

  /** What a write had seen before itself. */
  private static boolean sees(Write write, ReplicaId stream, long seq) {
    return stream.equals(write.replica())
        ? seq < write.seq()
        : write.others().includes(stream, seq);
  }

  private Side side(Entity entity, String key, Write write, int field) {
    Version version =
        versions.versions(entity, key).stream()
            .filter(each -> isOf(replica.change(each.place()), write))
            .findFirst()
            .orElseThrow();
    Object value =
        field == 0
            ? (Object) (write.edit().kind() != RowEdit.Kind.REMOVE)
            : write.edit().fields().get(field);
    boolean own = replica.isOwn(write.replica());
    return new Side(value, version.unit(), version.author(), write.time().instant(), own);
  }

  private static boolean isOf(RecordedChange change, Write write) {
    return change.counts()
        && change.replica().equals(write.replica())
        && change.seq() == write.seq();
  }
}
