package vn.roquyen.sync;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * Four eyes: which changes have no effect until another publisher's key approves them, and which
 * decisions are to be believed. All of it follows from signed data and from what the deciding
 * change had seen, so every reader comes to the same answer.
 */
final class SecondKey {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern REPLICA = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern SEQ = Pattern.compile("[0-9]{1,9}");

  private final Trust trust;
  private final History history;
  private final WritePolicy strict = new WritePolicy(true);
  private final WritePolicy alone = new WritePolicy(false);

  SecondKey(Trust trust, History history) {
    this.trust = trust;
    this.history = history;
  }

  /**
   * The rules for an author. Without a second key may write: the author of the sample data, whose
   * changes are the same everywhere, and a founder who is alone, unless the root asks for two keys
   * from the beginning.
   */
  WritePolicy policy(Certificate certificate) {
    boolean exempt =
        (certificate.sole() && trust.root().approvals() < 2)
            || DemonstrationRoot.isDemonstration(certificate.key());
    return exempt ? alone : strict;
  }

  /** True when those edits of that author wait for a second key. */
  boolean isProposal(Certificate certificate, List<RowEdit> edits) {
    return edits.stream().anyMatch(policy(certificate)::needsSecondKey);
  }

  /** True when the edit approves the change that it is about. */
  static boolean approves(RowEdit edit) {
    return edit.known() == Entity.APPROVAL
        && verdict(edit) == ApprovalVerdict.APPROVED
        && ID.matcher(edit.key()).matches();
  }

  /**
   * Why the decisions among the edits of a change have no effect as things stand, or null when they
   * have or there are none.
   *
   * @param rows what they held in the past of the change
   * @throws Refusal APPROVAL_UNFIT for what is no decision at all; DEPENDENCY_MISSING while the
   *     change that was decided on is still to come
   */
  @Nullable Refusal unfit(
      List<RowEdit> edits, Certificate certificate, History.Entry change, WritePolicy.Rows rows) {
    List<RowEdit> decisions =
        edits.stream().filter(edit -> edit.known() == Entity.APPROVAL).toList();
    if (!decisions.isEmpty() && decisions.size() < edits.size()) {
      // What approves must not wait for an approval itself.
      throw new Refusal(Reason.APPROVAL_UNFIT, edits.getFirst().key());
    }
    Refusal unfit = null;
    for (RowEdit edit : decisions) {
      Refusal next = unfit(edit, certificate, change, rows);
      unfit = unfit == null ? next : unfit;
    }
    return unfit;
  }

  private @Nullable Refusal unfit(
      RowEdit edit, Certificate certificate, History.Entry change, WritePolicy.Rows rows) {
    String replica = value(edit, "replica");
    String seq = value(edit, "seq");
    ApprovalVerdict verdict = verdict(edit);
    Refusal unfit = new Refusal(Reason.APPROVAL_UNFIT, edit.key());
    if (verdict == null
        || !ID.matcher(edit.key()).matches()
        || !REPLICA.matcher(replica).matches()
        || !SEQ.matcher(seq).matches()) {
      throw unfit;
    }
    ChangeId id = new ChangeId(edit.key());
    Dependency named = new Dependency(ReplicaId.parse(replica), Long.parseLong(seq), id.brief());
    History.Entry proposal = history.find(id);
    if (proposal == null && !history.isDead(named)) {
      throw new Refusal(
          Reason.DEPENDENCY_MISSING, seq, replica, trust.unitOf(history.keyOf(named.replica())));
    }
    if (proposal == null
        || !history.counts(id)
        || !proposal.replica().equals(named.replica())
        || proposal.seq() != named.seq()
        || !change.hasSeen(proposal.replica(), proposal.seq())) {
      return unfit;
    }
    boolean own = Objects.equals(history.keyOf(proposal.replica()), certificate.key());
    if (own && verdict != ApprovalVerdict.WITHDRAWN) {
      return new Refusal(Reason.OWN_APPROVAL, edit.key());
    }
    boolean may = own || (verdict != ApprovalVerdict.WITHDRAWN && certificate.is(Role.PUBLISHER));
    ApprovalVerdict before = ApprovalVerdict.of(rows.text(Entity.APPROVAL, edit.key(), "verdict"));
    return may && (before == null || before == ApprovalVerdict.RETURNED) ? null : unfit;
  }

  private static @Nullable ApprovalVerdict verdict(RowEdit edit) {
    return ApprovalVerdict.of(value(edit, "verdict"));
  }

  private static String value(RowEdit edit, String column) {
    int number = Objects.requireNonNull(Entity.APPROVAL.column(column)).number();
    Object value = edit.fields().get(number);
    return value == null ? "" : value.toString();
  }
}
