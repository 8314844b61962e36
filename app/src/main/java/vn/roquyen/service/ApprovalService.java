package vn.roquyen.service;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.AsEdited;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ProposalState;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.persistence.PendingRepository;
import vn.roquyen.persistence.PendingRepository.Pending;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;

/**
 * The second pair of eyes: shows what waits for a second publisher's key and records what was
 * decided. The policy of the journal refuses what is asked wrongly; here it is told in words.
 */
public final class ApprovalService {
  private static final int MOST_REFUSED = 10;
  private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{4,64}");

  private final LocalReplica replica;
  private final PendingRepository pending;
  private final Ledger ledger;

  public ApprovalService(LocalReplica replica, PendingRepository pending, Ledger ledger) {
    this.replica = replica;
    this.pending = pending;
    this.ledger = ledger;
  }

  /** What is still to be decided, oldest first. */
  public List<WaitingChange> waiting() {
    return all().stream().filter(change -> change.state().isOpen()).toList();
  }

  /** What this machine's key put forward and another refused, newest first, at most ten. */
  public List<WaitingChange> refused() {
    return pending.startingWith("").reversed().stream()
        .filter(each -> each.state() == ProposalState.REJECTED)
        .filter(each -> each.authorKey().equals(ownKey()))
        .limit(MOST_REFUSED)
        .map(this::change)
        .toList();
  }

  /** What is still to be decided and would write a row. */
  public List<WaitingChange> touching(Entity entity, String key) {
    return waiting().stream()
        .filter(
            change ->
                change.edits().stream()
                    .anyMatch(edit -> edit.known() == entity && edit.key().equals(key)))
        .toList();
  }

  /** The row of that key that a change would make and that waits for a second key, or null. */
  public @Nullable Row proposed(String key) {
    return waiting().stream()
        .flatMap(change -> change.edits().stream())
        .filter(edit -> edit.known() != null && edit.key().equals(key))
        .map(RowEdit::operation)
        .filter(Operation.Insert.class::isInstance)
        .map(Operation.Insert.class::cast)
        .map(insert -> new Row(insert.entity(), insert.key(), insert.values()))
        .findFirst()
        .orElse(null);
  }

  /** Every change that needed a second key, decided or not. */
  public List<WaitingChange> all() {
    return pending.startingWith("").stream().map(this::change).toList();
  }

  /**
   * Records a decision.
   *
   * @param prefix the first digits of the change's id, four at least
   * @param reason why; null where none is given
   * @return the change as it stands now
   * @throws Fault CHANGE_UNKNOWN, PROPOSAL_OWN, PROPOSAL_FOREIGN, PROPOSAL_DECIDED, NOT_ALLOWED,
   *     KEY_PENDING
   */
  public WaitingChange decide(String prefix, ApprovalVerdict verdict, @Nullable String reason) {
    Pending found = find(prefix);
    requireMay(found, verdict);
    Map<String, Object> values = new HashMap<>();
    values.put("replica", found.replica().toString());
    values.put("seq", Math.toIntExact(found.seq()));
    values.put("verdict", verdict.text());
    if (reason != null && !reason.isBlank()) {
      values.put("reason", reason.strip());
    }
    ledger.record(List.of(new Operation.Insert(Entity.APPROVAL, found.id().hex(), values)));
    return change(find(found.id().hex()));
  }

  /** What would be written if it were approved now: rows that wait are approved as edited. */
  public AsEdited asEdited(WaitingChange change) {
    return replica.asEdited(find(change.id()).place());
  }

  /** True when this machine's key may approve what others put forward. */
  public boolean mayDecide() {
    Membership member = replica.membership();
    var own = member == null ? null : member.own();
    return own != null && own.certificate().roles().contains(Role.PUBLISHER);
  }

  private void requireMay(Pending found, ApprovalVerdict verdict) {
    Membership member = replica.membership();
    var own = member == null ? null : member.own();
    if (own == null) {
      throw new Fault(FaultCode.KEY_PENDING);
    }
    boolean isOwn = found.authorKey().equals(ownKey());
    String id = found.id().brief();
    if (verdict == ApprovalVerdict.WITHDRAWN && !isOwn) {
      throw new Fault(FaultCode.PROPOSAL_FOREIGN, id);
    }
    if (verdict != ApprovalVerdict.WITHDRAWN
        && !own.certificate().roles().contains(Role.PUBLISHER)) {
      throw new Fault(FaultCode.NOT_ALLOWED, id);
    }
    if (verdict != ApprovalVerdict.WITHDRAWN && isOwn) {
      throw new Fault(FaultCode.PROPOSAL_OWN, id);
    }
    if (!found.state().isOpen()) {
      throw new Fault(FaultCode.PROPOSAL_DECIDED, id);
    }
  }

  private Pending find(String prefix) {
    String wanted = prefix.strip().toLowerCase(Locale.ROOT);
    List<Pending> found =
        PREFIX.matcher(wanted).matches() ? pending.startingWith(wanted) : List.of();
    if (found.size() != 1) {
      throw new Fault(FaultCode.CHANGE_UNKNOWN, prefix);
    }
    return found.getFirst();
  }

  private WaitingChange change(Pending found) {
    return new WaitingChange(
        found.id().hex(),
        found.unit(),
        found.author(),
        found.authorKey().equals(ownKey()),
        found.written(),
        found.state(),
        replica.change(found.place()).proposed(),
        found.reason());
  }

  private @Nullable String ownKey() {
    Membership member = replica.membership();
    var own = member == null ? null : member.own();
    return own == null ? null : HexFormat.of().formatHex(own.certificate().key().encoded());
  }
}
