package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.Revocation.LastGood;

/**
 * The issuer's desk in the data folder that holds the issuer's key: remembers the invitations that
 * it gave out and numbers the revocations. What it returns counts once the folder keeps it.
 */
public final class Registrar {
  private final Issuer issuer;
  private final SignedDocument certificate;
  private final SignedDocument root;
  private final KeyFolder keys;
  private final Membership member;

  /**
   * @param certificate the issuer's
   * @param root the newest root document
   */
  Registrar(
      Issuer issuer,
      SignedDocument certificate,
      SignedDocument root,
      KeyFolder keys,
      Membership member) {
    this.issuer = issuer;
    this.certificate = certificate;
    this.root = root;
    this.keys = keys;
    this.member = member;
  }

  SignedDocument certificate() {
    return certificate;
  }

  SignedDocument root() {
    return root;
  }

  /** Invites a unit; the file holds a secret and goes to that unit only. */
  public SignedDocument invite(String unit, Set<Role> roles, SortedSet<String> fields) {
    SignedDocument invitation = issuer.invite(root, unit, roles, fields);
    keys.keep(invitation);
    return invitation;
  }

  /**
   * Answers a request with a certificate.
   *
   * @throws Refusal INVITATION_UNKNOWN, STALE when the invitation was used, and those of {@link
   *     Issuer#certify}
   */
  public SignedDocument certify(SignedDocument request, Hlc now) {
    SignedDocument invitation = keys.invitationOf(Enrolment.Request.serialOf(request));
    if (invitation == null) {
      throw new Refusal(Reason.INVITATION_UNKNOWN);
    }
    Set<String> used =
        member.trust().certificates().stream()
            .map(admitted -> admitted.certificate().serial())
            .collect(Collectors.toSet());
    return issuer.certify(invitation, request, used, now);
  }

  /**
   * What the founder's key is certified with once there is a second publisher, or null when it was
   * not alone.
   */
  public @Nullable SignedDocument endSole(Hlc now) {
    Trust.Admitted own = member.own();
    return own == null || !own.certificate().sole() ? null : issuer.endSole(own.certificate(), now);
  }

  /**
   * Takes a certificate back. What this folder has accepted from its key so far stays good, but in
   * one replica no more than up to the last good change that is named.
   *
   * @throws Fault RECORD_UNKNOWN when the last good change was not accepted from that key
   */
  public SignedDocument revoke(Trust.Admitted target, @Nullable Last last) {
    List<LastGood> good = new ArrayList<>(member.newestOf(target.certificate().key()));
    if (last != null) {
      LastGood named = member.at(last.replica(), last.seq());
      boolean isOfKey = good.removeIf(each -> each.replica().equals(last.replica()));
      if (named == null || !isOfKey) {
        throw new Fault(FaultCode.CHANGE_UNKNOWN, last.replica() + ":" + last.seq());
      }
      good.add(named);
    }
    int number = member.trust().revocationsBy(certificate.id().brief()) + 1;
    return issuer.revoke(number, List.of(new Revocation.Entry(target.id().brief(), good)));
  }

  /** A change by the name of its replica and its number there. */
  public record Last(ReplicaId replica, long seq) {}
}
