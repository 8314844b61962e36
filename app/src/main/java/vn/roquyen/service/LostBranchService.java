package vn.roquyen.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.persistence.Projection;
import vn.roquyen.platform.AtomicFile;
import vn.roquyen.sync.ChangeCodec;
import vn.roquyen.sync.History;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;

/**
 * Two machines have written under one name, because a disk was copied or a copy was put back; of
 * their two branches every reader counts the same one. What the other says is kept as proof, and
 * whoever holds the key may enter it again: as changes of now, which have seen all that is there.
 */
public final class LostBranchService {

  /** Where the lost branches lie and what they are compared with. */
  public record Sources(
      LocalReplica replica, Projection projection, ApprovalService approvals, Ledger ledger) {}

  private final Sources sources;
  private final Path declined;
  private final ChangeCodec codec = new ChangeCodec();

  /**
   * @param declined the file that remembers what a person does not want to enter again
   */
  public LostBranchService(Sources sources, Path declined) {
    this.sources = sources;
    this.declined = declined;
  }

  /** The changes of this machine's key that lost to another branch, in the order of their time. */
  public List<ChangeId> changes() {
    Membership member = sources.replica().membership();
    if (member == null || member.own() == null) {
      return List.of();
    }
    History history = member.history();
    return history.replicas().stream()
        .filter(sources.replica()::isOwn)
        .flatMap(stream -> history.lost(stream).stream())
        .map(history::find)
        .map(Objects::requireNonNull)
        .sorted(
            Comparator.comparing((History.Entry entry) -> entry.time().time())
                .thenComparing(entry -> entry.id().hex()))
        .map(History.Entry::id)
        .toList();
  }

  /** What they wrote and the register does not show, in the order in which it was written. */
  public List<LostRow> rows() {
    List<ChangeId> changes = changes();
    if (changes.isEmpty()) {
      return List.of();
    }
    List<WaitingChange> waiting = sources.approvals().waiting();
    Set<String> no = declined();
    return edits(changes).rows().stream()
        .filter(lost -> mayStillBeSaid(lost, waiting))
        .map(lost -> lost.against(sources.projection().find(lost.entity(), lost.key())))
        .filter(Objects::nonNull)
        .map(row -> judged(row, new WaitingEdits(waiting), no))
        .toList();
  }

  /**
   * Enters rows again, all or none: what it takes one key for as one change, what waits for a
   * second key as another, each decision as its own.
   *
   * @return the changes of it that wait for a second key
   * @throws Fault NOT_ALLOWED, OPERATION_INVALID, KEY_PENDING and the others of {@link
   *     Ledger#record}; nothing is then written
   */
  public List<ChangeId> resend(Collection<LostRow> chosen) {
    Set<String> names = chosen.stream().map(LostRow::name).collect(Collectors.toSet());
    List<Operation> plain = new ArrayList<>();
    List<Operation> proposal = new ArrayList<>();
    List<List<Operation>> packs = new ArrayList<>();
    for (LostRow row : rows()) {
      if (!names.contains(row.name()) || !row.mayBeResent()) {
        continue;
      }
      if (row.entity() == Entity.APPROVAL) {
        packs.add(List.of(row.operation()));
      } else {
        (row.secondKey() ? proposal : plain).add(row.operation());
      }
    }
    packs.addFirst(proposal);
    packs.addFirst(plain);
    packs.removeIf(List::isEmpty);
    return packs.isEmpty() ? List.of() : sources.ledger().recordAll(packs);
  }

  /**
   * Remembers that rows are not to be entered again, or that they are in question again after all.
   *
   * @throws Fault DISK_FULL, DATA_FOLDER_READ_ONLY
   */
  public void decline(Collection<LostRow> rows, boolean not) {
    Set<String> names = new LinkedHashSet<>(declined());
    for (LostRow row : rows) {
      if (not) {
        names.add(row.name());
      } else {
        names.remove(row.name());
      }
    }
    AtomicFile.write(declined, String.join("\n", names));
  }

  private LostEdits edits(List<ChangeId> changes) {
    Membership member = Objects.requireNonNull(sources.replica().membership());
    LostEdits all = new LostEdits();
    for (ChangeId id : changes) {
      List<RowEdit> edits = codec.edits(codec.read(sources.replica().document(id).encoded()));
      History.Entry entry = Objects.requireNonNull(member.history().find(id));
      all.add(id, entry.time().time().instant(), edits, member.proposes(edits));
    }
    return all;
  }

  /** A decision is in question only while what it decides on waits. */
  private static boolean mayStillBeSaid(LostEdits.Lost lost, List<WaitingChange> waiting) {
    return lost.entity() != Entity.APPROVAL
        || waiting.stream().anyMatch(each -> each.id().equals(lost.key()));
  }

  private LostRow judged(LostRow row, WaitingEdits waiting, Set<String> no) {
    Membership member = Objects.requireNonNull(sources.replica().membership());
    LostRow.State state = row.state();
    if (state == LostRow.State.OPEN && waiting.proposing(row.operation()) != null) {
      state = LostRow.State.WAITING;
    } else if (no.contains(row.name())) {
      state = LostRow.State.DECLINED;
    }
    boolean secondKey = row.secondKey() || member.proposes(List.of(RowEdit.of(row.operation())));
    return new LostRow(
        row.entity(),
        row.key(),
        row.kind(),
        state,
        row.written(),
        row.changes(),
        row.fields(),
        row.operation(),
        secondKey);
  }

  /** A file that is missing or damaged remembers nothing: the question is then asked once more. */
  private Set<String> declined() {
    try {
      return Files.exists(declined)
          ? Set.copyOf(Files.readAllLines(declined, StandardCharsets.UTF_8))
          : Set.of();
    } catch (IOException unreadable) {
      return Set.of();
    }
  }
}
