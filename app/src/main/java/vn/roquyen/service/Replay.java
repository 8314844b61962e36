package vn.roquyen.service;

import java.util.function.Consumer;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.ProjectionWriter;
import vn.roquyen.service.Progress.Phase;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Verifier;

/**
 * Shows the journal in tables. What they are behind is written in transactions of some thousand
 * edits: each leaves the tables at a place of the journal from which the next start goes on, and H2
 * writes ten such transactions in the time of one that is ten times as large.
 */
final class Replay {
  /** Edits that one transaction writes, more or less. */
  static final int AT_ONCE = 2_560;

  private final LocalReplica replica;

  Replay(LocalReplica replica) {
    this.replica = replica;
  }

  /** Shows what the tables do not show yet. */
  void rest(Projection into, Progress progress) {
    Projection.Applied before = into.applied();
    Projection.Applied applied = before;
    do {
      int from = next(applied);
      int shown = applied.count();
      into.write(
          replica::change, writer -> some(from, shown, writer, steps(before.count(), progress)));
      applied = into.applied();
    } while (applied.count() < replica.count());
  }

  /** Empties the tables and shows the whole journal; whoever reads meanwhile sees the old ones. */
  void anew(Projection into, Progress progress) {
    into.write(
        replica::change,
        writer -> {
          writer.clear();
          progress
              .over(replica.changesFrom(0, past(writer)), replica.count())
              .forEach(writer::apply);
          return end();
        });
  }

  /** The end of the journal, which the tables have followed when what was asked for is written. */
  Projection.Applied end() {
    ChangeId last = replica.idAt(replica.count() - 1);
    return new Projection.Applied(
        replica.count(), last == null ? null : last.hex(), replica.lineage(), replica.revision());
  }

  /** What rows held for whoever had seen just what a change had seen. */
  static Verifier.Past past(ProjectionWriter tables) {
    return change -> tables.past(change::follows);
  }

  private Projection.Applied some(
      int from, int shown, ProjectionWriter writer, Consumer<RecordedChange> step) {
    int edits = 0;
    for (RecordedChange change : replica.changesFrom(from, past(writer))) {
      step.accept(change);
      if (change.position() < shown) {
        writer.replaceLast(change);
      } else {
        writer.apply(change);
      }
      edits += change.edits().size();
      if (edits >= AT_ONCE && change.position() + 1 < replica.count()) {
        return upTo(change);
      }
    }
    return end();
  }

  private Consumer<RecordedChange> steps(int before, Progress progress) {
    int total = replica.count() - before;
    return change -> progress.at(Phase.REBUILD, Math.max(0, change.position() - before), total);
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
