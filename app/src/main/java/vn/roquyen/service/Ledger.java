package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.DataChange;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.persistence.Projection;
import vn.roquyen.sync.Founding;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.SignedDocument;

/**
 * The one door for every write. A change is a list of operations; it is checked, signed, forced to
 * the journal, and only then shown by the database; then the index follows and one notice goes out.
 * Either all of a change is kept or none of it.
 *
 * <p>The journal is the truth. Should the database fail after the journal took a change, the change
 * is not lost: {@link #catchUp} brings the database there before anything else is written.
 */
public final class Ledger {
  private final LocalReplica replica;
  private final Projection projection;
  private final IndexFeed index;
  private final DataChanges changes;
  private boolean behind;

  public Ledger(LocalReplica replica, Projection projection, IndexFeed index, DataChanges changes) {
    this.replica = replica;
    this.projection = projection;
    this.index = index;
    this.changes = changes;
  }

  /**
   * Applies what the journal holds and the database does not: after a crash, or all of it after the
   * database was lost. The index is not told; it finds out by the revision.
   *
   * @return how many changes were applied
   */
  public synchronized int catchUp() {
    int applied = projection.applied().count();
    int missing = replica.count() - applied;
    if (missing > 0) {
      projection.apply(() -> operations(replica.editsFrom(applied).iterator()), this::position);
    }
    behind = false;
    return missing;
  }

  /**
   * Founds the data folder before anything is recorded in it.
   *
   * @throws vn.roquyen.domain.Fault FOLDER_FOUNDED
   */
  synchronized void found(Founding founding) {
    replica.found(founding);
  }

  /**
   * Takes in a certificate, a revocation or a next root.
   *
   * @return false when it was known already
   * @throws vn.roquyen.sync.Refusal when it is not to be believed
   */
  synchronized boolean keep(SignedDocument document) {
    return replica.keep(document);
  }

  /**
   * Records one change.
   *
   * @throws vn.roquyen.domain.Fault OPERATION_INVALID, NOT_ALLOWED, CLOCK_BEHIND, CLOCK_AHEAD,
   *     DISK_FULL, all before anything is written
   */
  public void record(List<Operation> operations) {
    if (!operations.isEmpty()) {
      recordAll(List.of(operations));
    }
  }

  /**
   * Records packs of operations together: the packs are taken one after another, so a large import
   * need not be in memory at once. When taking one throws, nothing of any pack is kept.
   */
  public void recordAll(Iterable<List<Operation>> packs) {
    recordAll(packs, () -> replica.begin(this::text));
  }

  /**
   * True when the sample data may still become the first changes here.
   *
   * @throws vn.roquyen.domain.Fault SAMPLE_AMONG_REAL_DATA
   */
  boolean takesSample() {
    return replica.takesSample();
  }

  /**
   * Records the sample data in a folder of the demonstration that has no change yet, as written by
   * their one author: the same changes in every such folder.
   */
  public void recordSample(List<List<Operation>> packs) {
    List<List<RowEdit>> edits =
        packs.stream().map(pack -> pack.stream().map(RowEdit::of).toList()).toList();
    recordAll(packs, () -> replica.beginSample(this::text, edits));
  }

  private synchronized void recordAll(
      Iterable<List<Operation>> packs, Supplier<LocalReplica.Writing> begin) {
    if (behind) {
      catchUp();
    }
    Touched touched = new Touched();
    long revision;
    try (LocalReplica.Writing writing = begin.get()) {
      revision =
          projection.apply(
              () -> new SignedPacks(packs.iterator(), touched, writing),
              () -> {
                writing.commit();
                // From here on the change is kept whatever becomes of the transaction.
                behind = true;
                return position();
              });
    }
    behind = false;
    index.follow(touched.keys, revision);
    changes.publish(new DataChange(revision, touched.entities));
  }

  /** A row that a change touched. */
  record Key(Entity entity, String key) {}

  private static final class Touched {
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<Entity> entities = EnumSet.noneOf(Entity.class);
  }

  /** Checks and signs each pack when it is taken and notes which rows it touches. */
  private record SignedPacks(
      Iterator<List<Operation>> packs, Touched touched, LocalReplica.Writing writing)
      implements Iterator<List<Operation>> {
    @Override
    public boolean hasNext() {
      return packs.hasNext();
    }

    @Override
    public List<Operation> next() {
      List<Operation> pack = new ArrayList<>(packs.next());
      for (Operation operation : pack) {
        OperationRules.check(operation);
        touched.keys.add(new Key(operation.entity(), operation.key()));
        touched.entities.add(operation.entity());
      }
      writing.write(pack.stream().map(RowEdit::of).toList());
      return pack;
    }
  }

  private static Iterator<List<Operation>> operations(Iterator<List<RowEdit>> changes) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return changes.hasNext();
      }

      @Override
      public List<Operation> next() {
        return changes.next().stream().map(RowEdit::operation).toList();
      }
    };
  }

  private Projection.Applied position() {
    ChangeId last = replica.idAt(replica.count() - 1);
    return new Projection.Applied(replica.count(), last == null ? null : last.hex());
  }

  private @Nullable String text(Entity entity, String key, String column) {
    Row row = projection.find(entity, key);
    return row == null ? null : (String) row.values().get(column);
  }
}
