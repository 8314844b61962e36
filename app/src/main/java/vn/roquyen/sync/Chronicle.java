package vn.roquyen.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.AsEdited;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Correction;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.MergePolicy;
import vn.roquyen.domain.MergePolicy.Write;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
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

  void cutTo(int count) {
    order.subList(count, order.size()).clear();
  }

  /** Adds a change that is in the journal; answers its position. */
  int add(ChangeId id) {
    order.add(id);
    return order.size() - 1;
  }

  /**
   * A change that was just verified and added.
   *
   * @param past as of {@link #at}
   */
  RecordedChange recorded(
      Membership member, VerifiedChange change, int position, Verifier.@Nullable Past past) {
    boolean fits = change.unfit() == null;
    return recorded(member, new Read(change.change(), change.edits()), position, past, fits);
  }

  /**
   * The change at a position.
   *
   * @param past of which follows whether it has its effect; null when only its content is wanted
   */
  RecordedChange at(Membership member, int position, Verifier.@Nullable Past past) {
    Read read = read(order.get(position));
    return recorded(member, read, position, past, past == null || fits(member, read, past));
  }

  private record Read(Change change, List<RowEdit> edits) {}

  private Read read(ChangeId id) {
    SignedDocument document = journal.find(id);
    if (document == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    Change change = codec.read(document);
    return new Read(change, codec.edits(change));
  }

  private RecordedChange recorded(
      Membership member, Read read, int position, Verifier.@Nullable Past past, boolean fits) {
    Change change = read.change();
    History.Entry entry = member.history().find(change.id());
    Instant received = journal.received(change.id());
    if (entry == null || received == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    Certificate author = author(member, change);
    boolean waits = member.verifier().secondKey().isProposal(author, read.edits());
    return new RecordedChange(
        position,
        change.id(),
        received,
        author.unit(),
        author.name(),
        fits && member.history().counts(change.id()),
        entry.replica(),
        entry.seq(),
        entry.time().time(),
        entry.others(),
        waits ? List.of() : new Approved(member, entry::hasSeen, position, past).of(read.edits()),
        waits ? read.edits() : List.of(),
        HexFormat.of().formatHex(author.key().encoded()));
  }

  private static Certificate author(Membership member, Change change) {
    Trust.Admitted author = member.trust().certificate(change.header().certificate());
    if (author == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    return author.certificate();
  }

  private static boolean fits(Membership member, Read read, Verifier.Past past) {
    History.Entry entry = member.history().find(read.change().id());
    try {
      Certificate author = author(member, read.change());
      return entry != null && member.verifier().unfit(entry, author, read.edits(), past) == null;
    } catch (Refusal lost) {
      // What it decided on was in the part of the journal that cannot be read any more.
      return false;
    }
  }

  /** What an approval would write of the proposal at a position if it were made now. */
  AsEdited asEditedNow(Membership member, int position) {
    ChangeId id = order.get(position);
    History.Entry proposal = member.history().find(id);
    List<RowEdit> proposed = read(id).edits();
    if (proposal == null) {
      return new AsEdited(proposed, List.of());
    }
    Approved now = new Approved(member, (replica, seq) -> true, order.size(), null);
    List<Later> later = now.later(proposed, proposal, position + 1);
    return new AsEdited(
        now.asEdited(proposed, later), later.stream().map(Later::correction).toList());
  }

  /** What the author of an approval had seen. */
  private interface Seen {
    boolean has(ReplicaId replica, long seq);
  }

  /** An edit that an approval takes over. */
  private record Later(Write write, Certificate author) {
    Correction correction() {
      return new Correction(author.unit(), author.name(), write.time().instant(), write.edit());
    }
  }

  /** What an approval writes. */
  private final class Approved {
    private final Membership member;
    private final Seen seen;
    private final int position;
    private final Verifier.@Nullable Past past;

    Approved(Membership member, Seen seen, int position, Verifier.@Nullable Past past) {
      this.member = member;
      this.seen = seen;
      this.position = position;
      this.past = past;
    }

    /**
     * An approval writes what it approves: so the proposal takes effect at its place in the order,
     * and whoever wrote before it has not overwritten what was not yet there.
     */
    List<RowEdit> of(List<RowEdit> edits) {
      List<RowEdit> all = new ArrayList<>(edits);
      for (RowEdit edit : edits) {
        if (SecondKey.approves(edit)) {
          all.addAll(proposed(new ChangeId(edit.key())));
        }
      }
      return all;
    }

    private List<RowEdit> proposed(ChangeId id) {
      History.Entry proposal = member.history().find(id);
      if (proposal == null || !member.history().counts(id)) {
        return List.of();
      }
      Read read = read(id);
      if (!waits(read) || !fits(read)) {
        return List.of();
      }
      return asEdited(read.edits(), later(read.edits(), proposal, order.indexOf(id) + 1));
    }

    /**
     * A row that waits is approved as it was edited meanwhile: by whoever knew that it waits, and
     * as far as who approves had seen it. Both follow from signed data alone.
     *
     * @param from position from which the journal is looked through
     */
    List<Later> later(List<RowEdit> proposed, History.Entry proposal, int from) {
      Set<String> rows = new HashSet<>(inserts(proposed).keySet());
      List<Later> later = new ArrayList<>();
      for (int at = from; at < position && !rows.isEmpty(); at++) {
        History.Entry entry = member.history().find(order.get(at));
        if (entry != null
            && entry.hasSeen(proposal.replica(), proposal.seq())
            && seen.has(entry.replica(), entry.seq())
            && member.history().counts(order.get(at))) {
          later.addAll(corrections(entry, read(order.get(at)), rows));
        }
      }
      later.sort(Comparator.comparing(Later::write, MergePolicy.ORDER));
      return later;
    }

    /** The rows that would be new; of two edits of one row only the first is laid over. */
    private static Map<String, RowEdit> inserts(List<RowEdit> proposed) {
      Map<String, RowEdit> rows = new LinkedHashMap<>();
      for (RowEdit edit : proposed) {
        rows.merge(row(edit), edit, (first, next) -> first);
      }
      rows.values().removeIf(edit -> edit.kind() != RowEdit.Kind.INSERT);
      return rows;
    }

    List<RowEdit> asEdited(List<RowEdit> proposed, List<Later> later) {
      Map<String, RowEdit> rows = inserts(proposed);
      return proposed.stream()
          .map(edit -> rows.get(row(edit)) == edit ? corrected(edit, later) : edit)
          .toList();
    }

    private List<Later> corrections(History.Entry entry, Read read, Set<String> rows) {
      List<RowEdit> touching =
          read.edits().stream()
              .filter(edit -> edit.kind() == RowEdit.Kind.SET && rows.contains(row(edit)))
              .toList();
      if (touching.isEmpty() || waits(read) || !fits(read)) {
        return List.of();
      }
      Certificate author = author(member, read.change());
      return touching.stream()
          .map(
              edit ->
                  new Write(
                      entry.replica(), entry.seq(), entry.time().time(), entry.others(), edit))
          .map(write -> new Later(write, author))
          .toList();
    }

    private boolean waits(Read read) {
      return member.verifier().secondKey().isProposal(author(member, read.change()), read.edits());
    }

    private boolean fits(Read read) {
      return past == null || Chronicle.fits(member, read, past);
    }

    private static String row(RowEdit edit) {
      return edit.entity() + "/" + edit.key();
    }

    private static RowEdit corrected(RowEdit insert, List<Later> later) {
      SortedMap<Integer, @Nullable Object> fields = new TreeMap<>(insert.fields());
      for (Later each : later) {
        if (row(each.write().edit()).equals(row(insert))) {
          fields.putAll(each.write().edit().fields());
        }
      }
      return new RowEdit(insert.entity(), insert.key(), insert.kind(), fields);
    }
  }
}
