package vn.roquyen.domain;

import java.time.Instant;
import java.util.List;
import vn.roquyen.domain.MergePolicy.Write;

/**
 * A change of the journal as the tables show it: where it stands, whose it is, what it writes.
 *
 * @param position among the changes of this register's journal, from 0
 * @param received when this register took it in, by its own clock
 * @param unit of the author
 * @param author the name in his certificate
 * @param counts false for one that is kept without effect: of a lost branch, or of a revoked key
 * @param time effective time
 * @param others what the change has seen of other replicas
 * @param edits what it writes: nothing while it is a proposal; an approval writes what it approves
 * @param proposed what a second key is to approve; empty when the change is no proposal
 * @param authorKey the author's public key as hexadecimal digits
 */
public record RecordedChange(
    int position,
    ChangeId id,
    Instant received,
    String unit,
    String author,
    boolean counts,
    ReplicaId replica,
    long seq,
    Hlc time,
    VersionVector others,
    List<RowEdit> edits,
    List<RowEdit> proposed,
    String authorKey) {

  public RecordedChange {
    edits = List.copyOf(edits);
    proposed = List.copyOf(proposed);
  }

  /** One of its edits as the merge takes it. */
  public Write write(RowEdit edit) {
    return new Write(replica, seq, time, others, edit);
  }

  /** True when its author had seen that change of that stream. */
  public boolean hasSeen(ReplicaId other, long number) {
    return other.equals(replica) ? number <= seq : others.includes(other, number);
  }
}
