package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.List;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.Compression.Packed;

/** Own changes that are not lasting yet; closing without {@link #commit} takes them back. */
public final class Writing implements AutoCloseable {
  private final Journal.Batch batch;
  private final Chronicle chronicle;
  private final Membership member;
  private final ChangeWriter writer;
  private final Verifier.Past past;
  private final Runnable failed;
  private final int start;
  private boolean done;

  /**
   * Starts writing.
   *
   * @param failed what to do when this ends without a commit
   */
  Writing(
      Journal.Batch batch,
      Chronicle chronicle,
      Membership member,
      ChangeWriter writer,
      Verifier.Past past,
      Runnable failed) {
    this.batch = batch;
    this.chronicle = chronicle;
    this.member = member;
    this.writer = writer;
    this.past = past;
    this.failed = failed;
    this.start = chronicle.count();
  }

  /**
   * Signs edits as one or more changes.
   *
   * @throws Fault NOT_ALLOWED, CLOCK_BEHIND, CLOCK_AHEAD, OPERATION_INVALID, DISK_FULL
   */
  public List<RecordedChange> write(List<RowEdit> edits) {
    List<RecordedChange> written = new ArrayList<>();
    for (Packed run : writer.cut(edits)) {
      Change change = writer.next(run);
      VerifiedChange verified;
      try {
        verified = member.verifier().verify(change, past);
      } catch (Refusal refusal) {
        throw new Fault(FaultCode.NOT_ALLOWED, refusal, String.join(" ", refusal.arguments()));
      }
      // Whoever shows the changes before may be reading the journal meanwhile.
      synchronized (chronicle) {
        batch.add(change.document());
        member.history().add(verified);
        written.add(chronicle.add(member, verified));
      }
    }
    return written;
  }

  /** Makes the changes lasting. */
  public void commit() {
    batch.commit();
    done = true;
  }

  @Override
  public void close() {
    if (!done) {
      member.history().forgetLast(chronicle.count() - start);
      chronicle.cutTo(start);
      failed.run();
    }
    done = true;
    batch.close();
  }
}
