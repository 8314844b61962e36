package vn.roquyen.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.ChangeCodec;
import vn.roquyen.sync.ChangeHeader;
import vn.roquyen.sync.DocumentKind;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;
import vn.roquyen.sync.SignedDocument;

/** Shows the journal as it is: every document that this data folder has accepted. */
public final class JournalService {
  private final LocalReplica replica;
  private final ChangeCodec codec = new ChangeCodec();

  public JournalService(LocalReplica replica) {
    this.replica = replica;
  }

  /**
   * One document of the journal.
   *
   * @param number its place, from 0
   * @param change what a change says of itself, or null for another kind
   */
  public record Line(
      int number, String id, String kind, Instant received, int bytes, @Nullable Change change) {}

  /**
   * What a change says of itself.
   *
   * @param written by its author's clock
   * @param counts false when it is kept without effect
   */
  public record Change(
      String replica, long seq, String unit, String author, Instant written, boolean counts) {}

  /** A document with the edits of a change, as they travel. */
  public record Opened(Line line, List<RowEdit> edits) {}

  /** Every document in the order in which it was accepted. */
  public List<Line> list() {
    List<Line> lines = new ArrayList<>();
    for (ChangeId id : replica.documents()) {
      lines.add(line(lines.size(), id, replica.document(id)));
    }
    return lines;
  }

  /**
   * The document whose id begins so.
   *
   * @throws Fault CHANGE_UNKNOWN when there is none, or more than one
   */
  public Opened show(String id) {
    List<ChangeId> all = replica.documents();
    List<ChangeId> found =
        all.stream().filter(each -> each.hex().startsWith(id.toLowerCase(Locale.ROOT))).toList();
    if (found.size() != 1 || id.isBlank()) {
      throw new Fault(FaultCode.CHANGE_UNKNOWN, id);
    }
    SignedDocument document = replica.document(found.getFirst());
    Line line = line(all.indexOf(found.getFirst()), found.getFirst(), document);
    return new Opened(
        line,
        document.kind() == DocumentKind.CHANGE
            ? codec.edits(codec.read(document.encoded()))
            : List.of());
  }

  private Line line(int number, ChangeId id, SignedDocument document) {
    Instant received = replica.received(id);
    String kind = document.kind().name().toLowerCase(Locale.ROOT);
    byte[] encoded = document.encoded();
    return new Line(
        number,
        id.hex(),
        kind,
        received == null ? Instant.EPOCH : received,
        encoded.length,
        document.kind() == DocumentKind.CHANGE ? change(id, codec.read(encoded).header()) : null);
  }

  private Change change(ChangeId id, ChangeHeader header) {
    Membership member = replica.membership();
    var author = member == null ? null : member.trust().certificate(header.certificate());
    return new Change(
        header.replica().toString(),
        header.seq(),
        header.unit(),
        author == null ? "" : author.certificate().name(),
        header.time().instant(),
        member != null && member.history().counts(id));
  }
}
