package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.Space.Member;

/** Decisions in hand-made files: only what another publisher signed about what he saw is taken. */
final class SecondKeyTest {
  private final Space space = new Space(41);
  private final Member author = space.member("tinh", Role.PUBLISHER);
  private final Member second = space.member("so-noi-vu", Role.PUBLISHER);
  private final Member reader = space.member("03160", Role.COMMUNE);

  SecondKeyTest() {
    for (Member each : new Member[] {author, second, reader}) {
      each.knows(author.certificate, second.certificate, reader.certificate);
    }
  }

  @Test
  void aHandMadeApprovalOfOnesOwnGrantIsRefusedWithItsReason() {
    byte[] grant = author.write(grant());
    byte[] forged = forged(author, decision(grant, author, "approved"));
    assertThat(reader.receive(grant)).isInstanceOf(Reception.Applied.class);
    assertThat(reason(reader.receive(forged))).isEqualTo(Reason.OWN_APPROVAL);
  }

  @Test
  void aSecondPublishersApprovalIsTakenAndWaitsForTheProposal() {
    byte[] grant = author.write(grant());
    second.receive(grant);
    byte[] approval = second.write(decision(grant, author, "approved"));
    assertThat(reader.receive(approval)).isInstanceOf(Reception.Held.class);
    reader.receive(grant);
    assertThat(reader.applied).hasSize(2);
  }

  @Test
  void nobodyDecidesWhatHeDidNotSeeOrMayNotOrTogetherWithSomethingElse() {
    byte[] grant = author.write(grant());
    final byte[] blind = forged(second, decision(grant, author, "approved"));
    reader.receive(grant);
    assertThat(reason(reader.receive(blind))).isEqualTo(Reason.APPROVAL_UNFIT);
    second.receive(grant);
    RowEdit approval = decision(grant, author, "approved");
    assertThat(reason(reader.receive(forged(second, approval, grant()))))
        .isEqualTo(Reason.APPROVAL_UNFIT);
    assertThat(reason(reader.receive(forged(second, decision(grant, author, "withdrawn")))))
        .isEqualTo(Reason.APPROVAL_UNFIT);
    assertThat(reason(reader.receive(forged(second, decision(grant, author, "anything")))))
        .isEqualTo(Reason.APPROVAL_UNFIT);
    assertThat(reason(second.receive(forged(reader, approval)))).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void onlyAFounderWhoIsAloneAndTheAuthorOfTheSampleDoWithout() {
    DeviceKey key = space.key();
    SignedDocument invitation =
        space.issuer.invite(space.root, "tinh", Set.of(Role.PUBLISHER), new TreeSet<>());
    SignedDocument request =
        Enrolment.Request.write(Enrolment.Invitation.read(invitation), key, "Máy sáng lập");
    Certificate founder =
        Certificate.read(space.issuer.certifyFounder(invitation, request, Space.START));
    Certificate joined = Certificate.read(space.issuer.endSole(founder, Space.START));
    SecondKey rules = new SecondKey(space.trust(), new History(space.trust()));
    List<RowEdit> edits = List.of(grant());
    assertThat(rules.isProposal(founder, edits)).isFalse();
    assertThat(rules.isProposal(joined, edits)).isTrue();
    assertThat(rules.isProposal(Certificate.read(second.certificate), edits)).isTrue();
    assertThat(rules.isProposal(Certificate.read(DemonstrationRoot.publisherCertificate()), edits))
        .isFalse();
    Trust trust = space.trust();
    trust.admit(SignedDocument.read(space.issuer.endSole(founder, Space.START).encoded()));
    trust.admit(space.issuer.certifyFounder(invitation, request, Space.START));
    assertThat(trust.newestOf(key.publicKey()).certificate().sole()).isFalse();
  }

  private static RowEdit grant() {
    return Space.edit(Entity.GRANT, "g", RowEdit.Kind.INSERT, "power_id", "p", "mode", "X");
  }

  private static RowEdit decision(byte[] proposal, Member by, String verdict) {
    return Space.edit(
        Entity.APPROVAL,
        SignedDocument.read(proposal).id().hex(),
        RowEdit.Kind.INSERT,
        "replica",
        by.writer.replica().toString(),
        "seq",
        0,
        "verdict",
        verdict);
  }

  /** Signed with the member's key, past its own checks. */
  private static byte[] forged(Member by, RowEdit... edits) {
    return by.writer.next(List.of(edits)).document().encoded();
  }

  private static Reason reason(Reception reception) {
    return ((Reception.Refused) reception).reason();
  }
}
