package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.roquyen.domain.DataChange;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.persistence.Projection;

/**
 * The one door for every write. A change is a list of operations; it is checked, applied in one
 * transaction, then the index follows and one notice goes out. Either all of a change is kept or
 * none of it.
 */
public final class Ledger {
  private final Projection projection;
  private final IndexFeed index;
  private final DataChanges changes;

  public Ledger(Projection projection, IndexFeed index, DataChanges changes) {
    this.projection = projection;
    this.index = index;
    this.changes = changes;
  }

  /**
   * Records one change.
   *
   * @throws vn.roquyen.domain.Fault OPERATION_INVALID before anything is written
   */
  public void record(List<Operation> operations) {
    if (!operations.isEmpty()) {
      recordAll(List.of(operations));
    }
  }

  /**
   * Records packs of operations as one change: the packs are taken one after another, so a large
   * import need not be in memory at once. When taking one throws, nothing of any pack is kept.
   */
  public synchronized void recordAll(Iterable<List<Operation>> packs) {
    Touched touched = new Touched();
    long revision = projection.apply(() -> new CheckedPacks(packs.iterator(), touched));
    index.follow(touched.keys, revision);
    changes.publish(new DataChange(revision, touched.entities));
  }

  /** A row that a change touched. */
  record Key(Entity entity, String key) {}

  private static final class Touched {
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<Entity> entities = EnumSet.noneOf(Entity.class);
  }

  /** Checks each pack when it is taken and notes which rows it touches. */
  private record CheckedPacks(Iterator<List<Operation>> packs, Touched touched)
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
      return pack;
    }
  }
}
