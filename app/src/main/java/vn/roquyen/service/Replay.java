package vn.roquyen.service;

import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.persistence.Projection;
import vn.roquyen.service.Progress.Phase;
import vn.roquyen.sync.LocalReplica;

/**
 * Shows the journal in tables. What they are behind is written in transactions of some thousand
 * edits: each leaves the tables at a place of the journal from which the next start goes on, and H2
 * writes ten such transactions in the time of one that is ten times as large.
 */
final class Replay {
  /** Edits that one transaction writes, more or less. */
  static final int AT_ONCE = 2_560;

  private final LocalReplica replica;
  private final int atOnce;

  Replay(LocalReplica replica) {
    this(replica, AT_ONCE);
  }

  Replay(LocalReplica replica, int atOnce) {
    this.replica = replica;
    this.atOnce = atOnce;
  }

  /** Shows what the tables do not show yet. */
  void rest(Projection into, Progress progress) {
    Projection.Applied before = into.applied();
    int total = replica.count() - before.count();
    try (Following tables = new Following(into, replica::change)) {
      int edits = 0;
      for (RecordedChange change : replica.changesFrom(next(before), tables::past)) {
        progress.at(Phase.REBUILD, Math.max(0, change.position() - before.count()), total);
        if (change.position() < before.count()) {
          tables.replaceLast(change);
        } else {
          tables.apply(change);
        }
        edits += change.edits().size();
        if (edits >= atOnce) {
          tables.end(upTo(change));
          edits = 0;
        }
      }
      tables.end(end());
      tables.settle();
    }
  }

  /** Empties the tables and shows the whole journal; whoever reads meanwhile sees the old ones. */
  void anew(Projection into, Progress progress) {
    try (Following tables = new Following(into, replica::change)) {
      tables.clear();
      progress.over(replica.changesFrom(0, tables::past), replica.count()).forEach(tables::apply);
      tables.end(end());
      tables.settle();
    }
  }

  /** The end of the journal, which the tables have followed when what was asked for is written. */
  Projection.Applied end() {
    ChangeId last = replica.idAt(replica.count() - 1);
    return new Projection.Applied(
        replica.count(), last == null ? null : last.hex(), replica.lineage(), replica.revision());
  }

  private int next(Projection.Applied applied) {
    String last = applied.last();
    return last == null ? 0 : replica.after(applied.count() - 1, new ChangeId(last));
  }

  /** A place on the way; its revision is none that a register has, so no index is taken for its. */
  private Projection.Applied upTo(RecordedChange change) {
    int count = change.position() + 1;
    return new Projection.Applied(count, change.id().hex(), replica.lineage(), -count);
  }
}
