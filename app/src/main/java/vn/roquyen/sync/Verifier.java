package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import vn.roquyen.domain.EffectiveTime;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.VersionVector;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * Decides whether a change may be applied, cheap checks first, from signed data alone: never from
 * the clock of this machine. Own changes pass through the same checks as received ones.
 */
public final class Verifier {
  private final ChangeCodec codec;
  private final Trust trust;
  private final History history;
  private final Consumer<Operation> rules;
  private final WritePolicy policy;

  /**
   * A verifier.
   *
   * @param rules throws a {@link Fault} for an operation that nobody may write
   */
  public Verifier(ChangeCodec codec, Trust trust, History history, Consumer<Operation> rules) {
    this.codec = codec;
    this.trust = trust;
    this.history = history;
    this.rules = rules;
    this.policy = new WritePolicy(trust.root().approvals() > 1);
  }

  /**
   * Checks a change whose form was read and which is not known yet.
   *
   * @param rows answers for the past of the change, for the policy
   * @throws Refusal with the reason; {@link Reason#isHold} tells whether it may pass later
   */
  VerifiedChange verify(Change change, WritePolicy.Rows rows) {
    final ChangeHeader header = change.header();
    final Certificate certificate = signer(change);
    if (!header.critical().isEmpty()) {
      throw new Refusal(Reason.CRITICAL_FEATURE, header.critical().getFirst());
    }
    stream(change, certificate);
    final History.Entry entry = place(change, certificate);
    if (header.time().compareTo(certificate.from()) < 0
        || entry.time().time().compareTo(certificate.to()) > 0) {
      throw new Refusal(Reason.CERTIFICATE_OUT_OF_TIME, certificate.name());
    }
    List<RowEdit> edits = codec.edits(change);
    for (RowEdit edit : edits) {
      check(edit, certificate, rows);
    }
    return new VerifiedChange(change, certificate, entry, codec);
  }

  /**
   * Places a change of the own journal, which was verified before it was written there: everything
   * but the signature and the edits is checked again.
   */
  VerifiedChange recall(Change change) {
    Trust.Admitted admitted = trust.certificate(change.header().certificate());
    if (admitted == null) {
      throw new Refusal(Reason.CERTIFICATE_UNKNOWN, change.header().certificate());
    }
    Certificate certificate = admitted.certificate();
    stream(change, certificate);
    return new VerifiedChange(change, certificate, place(change, certificate), codec);
  }

  /** Certificate, revocation, signature. */
  private Certificate signer(Change change) {
    ChangeHeader header = change.header();
    SignedDocument document = change.document();
    if (!header.space().equals(trust.root().space().substring(0, header.space().length()))) {
      throw new Refusal(Reason.SPACE_FOREIGN, header.space());
    }
    Trust.Admitted admitted = trust.certificate(header.certificate());
    if (admitted == null) {
      // A known key tells a certificate that is still to come from a damaged or forged citation.
      List<PublicKey> keys = trust.keys(document.kids().getFirst());
      if (!keys.isEmpty() && keys.stream().noneMatch(document::isSignedBy)) {
        throw new Refusal(Reason.BAD_SIGNATURE);
      }
      throw new Refusal(Reason.CERTIFICATE_UNKNOWN, header.certificate());
    }
    Certificate certificate = admitted.certificate();
    if (!document.kids().equals(List.of(certificate.key().kid()))) {
      throw new Refusal(Reason.KEY_MISMATCH);
    }
    if (trust.isRevoked(header.certificate(), header.replica(), header.seq(), change.id())) {
      throw new Refusal(Reason.REVOKED, certificate.name());
    }
    if (!document.isSignedBy(certificate.key())) {
      throw new Refusal(Reason.BAD_SIGNATURE);
    }
    if (!header.unit().equals(certificate.unit())) {
      throw new Refusal(Reason.UNIT_FOREIGN, header.unit());
    }
    return certificate;
  }

  /** Whose stream it is, and whether the change is its next one. */
  private void stream(Change change, Certificate certificate) {
    ChangeHeader header = change.header();
    String nonce = header.nonce();
    PublicKey owner = history.keyOf(header.replica());
    boolean own =
        nonce == null
            ? owner == null || owner.equals(certificate.key())
            : DeviceKey.replica(certificate.key(), HexFormat.of().parseHex(nonce))
                .equals(header.replica());
    if (!own) {
      throw new Refusal(Reason.REPLICA_FOREIGN, header.replica().toString());
    }
    if (history.at(header.replica(), header.seq()) != null) {
      throw new Refusal(Reason.FORK, Long.toString(header.seq()), header.unit());
    }
    History.Entry tip = history.tip(header.replica());
    long next = tip == null ? 0 : tip.seq() + 1;
    if (header.seq() > next) {
      throw new Refusal(Reason.GAP, Long.toString(next), header.unit());
    }
    if (tip != null && !tip.id().equals(header.previous())) {
      throw new Refusal(Reason.PREVIOUS_MISMATCH, Long.toString(header.seq()), header.unit());
    }
  }

  /** Its place in the history: dependencies, effective time, what it has seen. */
  private History.Entry place(Change change, Certificate certificate) {
    ChangeHeader header = change.header();
    List<EffectiveTime> parents = new ArrayList<>();
    // The issuer vouches for this time, and unlike the root's it cannot differ between readers.
    parents.add(EffectiveTime.ofRoot(certificate.from()));
    VersionVector others = VersionVector.NONE;
    History.Entry tip = history.tip(header.replica());
    if (tip != null) {
      parents.add(tip.time());
      others = tip.others();
    }
    for (Dependency dependency : header.dependencies()) {
      History.Entry on = history.at(dependency.replica(), dependency.seq());
      if (on == null || !on.id().brief().equals(dependency.brief())) {
        throw new Refusal(
            Reason.DEPENDENCY_MISSING,
            Long.toString(dependency.seq()),
            dependency.replica().toString());
      }
      parents.add(on.time());
      others = others.and(on.others()).with(on.replica(), on.seq());
    }
    EffectiveTime time = EffectiveTime.of(header.time(), certificate.is(Role.PUBLISHER), parents);
    return new History.Entry(change.id(), header.replica(), header.seq(), time, others);
  }

  private void check(RowEdit edit, Certificate certificate, WritePolicy.Rows rows) {
    if (edit.known() == null) {
      throw new Refusal(Reason.NEWER_PROGRAM, Integer.toString(edit.entity()));
    }
    try {
      rules.accept(edit.operation());
    } catch (Fault fault) {
      throw new Refusal(Reason.BAD_OPERATION, fault.arguments().toArray(new String[0]));
    }
    WritePolicy.Verdict verdict = policy.judge(certificate.author(), edit, rows);
    if (!verdict.permits()) {
      throw new Refusal(
          Reason.NOT_ALLOWED, verdict.name(), String.valueOf(edit.known()), edit.key());
    }
  }
}
