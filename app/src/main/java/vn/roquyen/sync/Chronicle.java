package vn.roquyen.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;

/** The changes of the journal by their number in it, read again whenever one is asked for. */
final class Chronicle {
  private final Journal journal;
  private final ChangeCodec codec;
  private final List<ChangeId> order = new ArrayList<>();

  Chronicle(Journal journal, ChangeCodec codec) {
    this.journal = journal;
    this.codec = codec;
  }

  int count() {
    return order.size();
  }

  @Nullable ChangeId idAt(int position) {
    return position >= 0 && position < order.size() ? order.get(position) : null;
  }

  /** How many changes had been received by an instant, by the clock of this register. */
  int countBy(Instant at) {
    int count = order.size();
    while (count > 0
        && Objects.requireNonNull(journal.received(order.get(count - 1))).isAfter(at)) {
      count--;
    }
    return count;
  }

  void clear() {
    order.clear();
  }

  void cutTo(int count) {
    order.subList(count, order.size()).clear();
  }

  void add(ChangeId id) {
    order.add(id);
  }

  /** Adds a change that was just written to the journal. */
  RecordedChange add(Membership member, VerifiedChange change) {
    order.add(change.change().id());
    return recorded(member, order.size() - 1, change.change(), change.edits());
  }

  RecordedChange at(Membership member, int position) {
    SignedDocument document = journal.find(order.get(position));
    if (document == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    Change change = codec.read(document);
    return recorded(member, position, change, codec.edits(change));
  }

  private RecordedChange recorded(
      Membership member, int position, Change change, List<RowEdit> edits) {
    History.Entry entry = member.history().find(change.id());
    Trust.Admitted author = member.trust().certificate(change.header().certificate());
    Instant received = journal.received(change.id());
    if (entry == null || author == null || received == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    SecondKey secondKey = member.verifier().secondKey();
    boolean waits = secondKey.isProposal(author.certificate(), edits);
    return new RecordedChange(
        position,
        change.id(),
        received,
        author.certificate().unit(),
        author.certificate().name(),
        member.history().counts(change.id()),
        entry.replica(),
        entry.seq(),
        entry.time().time(),
        entry.others(),
        waits ? List.of() : withApproved(member, edits),
        waits ? edits : List.of(),
        HexFormat.of().formatHex(author.certificate().key().encoded()));
  }

  /**
   * An approval writes what it approves: so the proposal takes effect at its place in the order,
   * and whoever wrote before it has not overwritten what was not yet there.
   */
  private List<RowEdit> withApproved(Membership member, List<RowEdit> edits) {
    List<RowEdit> all = new ArrayList<>(edits);
    for (RowEdit edit : edits) {
      if (SecondKey.approves(edit)) {
        all.addAll(proposed(member, new ChangeId(edit.key())));
      }
    }
    return all;
  }

  private List<RowEdit> proposed(Membership member, ChangeId id) {
    SignedDocument document = member.history().counts(id) ? journal.find(id) : null;
    if (document == null) {
      return List.of();
    }
    Change change = codec.read(document);
    Trust.Admitted author = member.trust().certificate(change.header().certificate());
    List<RowEdit> edits = codec.edits(change);
    boolean waits =
        author != null && member.verifier().secondKey().isProposal(author.certificate(), edits);
    return waits ? edits : List.of();
  }
}
