package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.Compression.Packed;

/** Own changes that are not lasting yet; closing without {@link #commit} takes them back. */
public final class Writing implements AutoCloseable {

  /** What the changes are written into. */
  record Into(Journal.Batch batch, Chronicle chronicle, Membership member, Sealing sealing) {}

  private final Into into;
  private final Chronicle chronicle;
  private final ChangeWriter writer;
  private final Verifier.Past past;
  private final Runnable failed;

  /** The open change that the first edits may join; null when they begin another. */
  private final @Nullable VerifiedChange open;

  private final boolean leavesOpen;

  /** The first change that was written; those after it are not held, an import has thousands. */
  private @Nullable VerifiedChange first;

  private int written;
  private boolean joined;
  private boolean done;

  /**
   * Starts writing.
   *
   * @param edits true for what a person enters bit by bit, which may be joined
   * @param failed what to do when this ends without a commit
   */
  Writing(Into into, ChangeWriter writer, Verifier.Past past, boolean edits, Runnable failed) {
    this.into = into;
    this.chronicle = into.chronicle();
    this.writer = writer;
    this.past = past;
    this.leavesOpen = edits;
    this.failed = failed;
    this.open = edits ? into.sealing().open() : null;
  }

  /**
   * Signs edits as one or more changes.
   *
   * @throws Fault NOT_ALLOWED, CLOCK_BEHIND, CLOCK_AHEAD, OPERATION_INVALID, DISK_FULL
   */
  public List<RecordedChange> write(List<RowEdit> edits) {
    VerifiedChange shorter = joins(edits) ? open : null;
    if (shorter != null) {
      List<Packed> one = writer.cut(Sealing.join(shorter.edits(), edits));
      if (one.size() == 1) {
        return List.of(lengthen(shorter, one.getFirst()));
      }
    }
    List<RecordedChange> changes = new ArrayList<>();
    for (Packed run : writer.cut(edits)) {
      VerifiedChange next = verified(run);
      // Whoever shows the changes before may be reading the journal meanwhile.
      synchronized (chronicle) {
        into.batch().add(next.change().document());
        changes.add(add(next));
      }
    }
    return changes;
  }

  /** True when what was written is the longer version of a change that the tables show already. */
  public boolean replaces() {
    return joined;
  }

  /** Makes the changes lasting. */
  public void commit() {
    synchronized (chronicle) {
      into.batch().commit();
    }
    done = true;
    VerifiedChange only = written == 1 ? first : null;
    if (leavesOpen && only != null && !Sealing.standsAlone(only.edits()) && !isProposal(only)) {
      into.sealing().leaveOpen(only);
    } else {
      into.sealing().seal();
    }
  }

  @Override
  public void close() {
    if (!done) {
      synchronized (chronicle) {
        into.member().history().forgetLast(written);
        chronicle.cutTo(chronicle.count() - written);
        if (joined && open != null) {
          restore(open);
        }
      }
      failed.run();
    }
    done = true;
    into.batch().close();
  }

  private boolean joins(List<RowEdit> edits) {
    VerifiedChange shorter = open;
    return shorter != null
        && written == 0
        && !Sealing.standsAlone(edits)
        && !into.member().verifier().secondKey().isProposal(shorter.certificate(), edits);
  }

  private boolean isProposal(VerifiedChange change) {
    return into.member().verifier().secondKey().isProposal(change.certificate(), change.edits());
  }

  /** The same change with more edits in it; readers see the one or the other. */
  private RecordedChange lengthen(VerifiedChange shorter, Packed edits) {
    synchronized (chronicle) {
      into.member().history().forgetLast(1);
      chronicle.cutTo(chronicle.count() - 1);
      try {
        VerifiedChange longer = verified(edits);
        into.batch().replace(shorter.change().id(), longer.change().document());
        joined = true;
        return add(longer);
      } catch (RuntimeException failure) {
        restore(shorter);
        joined = false;
        throw failure;
      }
    }
  }

  private void restore(VerifiedChange shorter) {
    into.member().history().add(shorter);
    chronicle.add(shorter.change().id());
  }

  private VerifiedChange verified(Packed edits) {
    try {
      VerifiedChange next = into.member().verifier().verify(writer.next(edits), past);
      if (next.unfit() != null) {
        throw next.unfit();
      }
      return next;
    } catch (Refusal refusal) {
      throw new Fault(FaultCode.NOT_ALLOWED, refusal, refusal.arguments().toArray(String[]::new));
    }
  }

  private RecordedChange add(VerifiedChange change) {
    into.member().history().add(change);
    int position = chronicle.add(change.change().id());
    RecordedChange recorded = chronicle.recorded(into.member(), change, position, null);
    first = written == 0 ? change : first;
    written++;
    return recorded;
  }
}
