package vn.roquyen.sync;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * Decides whether a change may be applied, cheap checks first, from signed data alone: never from
 * the clock of this machine. Own changes pass through the same checks as received ones.
 */
public final class Verifier {
  /** Answers what rows held for whoever had seen just what a change had seen. */
  @FunctionalInterface
  public interface Past {
    WritePolicy.Rows rows(History.Entry change);
  }

  private final ChangeCodec codec;
  private final Trust trust;
  private final History history;
  private final Consumer<Operation> rules;
  private final SecondKey secondKey;

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
    this.secondKey = new SecondKey(trust, history);
  }

  /**
   * Checks a change whose form was read and which is not known yet.
   *
   * @param past answers for the past of the change, for the policy
   * @throws Refusal with the reason; {@link Reason#isHold} tells whether it may pass later
   */
  VerifiedChange verify(Change change, Past past) {
    final ChangeHeader header = change.header();
    final Certificate certificate = signer(change);
    if (!header.critical().isEmpty()) {
      throw new Refusal(Reason.CRITICAL_FEATURE, header.critical().getFirst());
    }
    stream(change, certificate);
    for (Dependency dependency : header.dependencies()) {
      if (!history.resolves(dependency)) {
        throw new Refusal(
            Reason.DEPENDENCY_MISSING,
            Long.toString(dependency.seq()),
            dependency.replica().toString(),
            trust.unitOf(history.keyOf(dependency.replica())));
      }
    }
    Branches.Node node = Branches.Node.of(change, certificate);
    History.Entry entry = history.place(node);
    if (header.time().compareTo(certificate.from()) < 0) {
      throw new Refusal(Reason.CERTIFICATE_OUT_OF_TIME, certificate.name());
    }
    List<RowEdit> edits = codec.edits(change);
    edits.forEach(this::check);
    Refusal unfit = unfit(entry, certificate, edits, past);
    if (unfit != null && history.isPlain() && history.isNext(node)) {
      throw unfit;
    }
    return new VerifiedChange(change, node, entry, edits, unfit);
  }

  /**
   * Why a change has no effect as things stand, or null when it has: what follows from its past.
   * The past of a change is other changes, and a fork or a revocation decides later which of them
   * count. So while there is any, a change that does not fit is kept and judged anew whenever that
   * moves; else readers who learned of a revocation in another order would differ.
   *
   * @throws Refusal for what follows from the change and its certificate alone
   */
  @Nullable Refusal unfit(
      History.Entry entry, Certificate certificate, List<RowEdit> edits, Past past) {
    WritePolicy.Rows rows = past.rows(entry);
    Refusal unfit =
        entry.time().time().compareTo(certificate.to()) > 0
            ? new Refusal(Reason.CERTIFICATE_OUT_OF_TIME, certificate.name())
            : null;
    for (RowEdit edit : edits) {
      WritePolicy.Verdict verdict =
          secondKey.policy(certificate).judge(certificate.author(), edit, rows);
      if (!verdict.permits()) {
        Refusal refusal =
            new Refusal(
                Reason.NOT_ALLOWED, verdict.name(), String.valueOf(edit.known()), edit.key());
        if (!verdict.isOfRows()) {
          throw refusal;
        }
        unfit = unfit == null ? refusal : unfit;
      }
    }
    Refusal decision = secondKey.unfit(edits, certificate, entry, rows);
    return unfit == null ? decision : unfit;
  }

  /**
   * What a change of the own journal says of its place; it was verified before it was written
   * there.
   */
  Branches.Node recall(Change change) {
    Trust.Admitted admitted = trust.certificate(change.header().certificate());
    if (admitted == null) {
      throw new Refusal(Reason.CERTIFICATE_UNKNOWN, change.header().certificate());
    }
    return Branches.Node.of(change, admitted.certificate());
  }

  /** Who may without a second key, and what a second key may. */
  SecondKey secondKey() {
    return secondKey;
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
      if (document.isSignedBy(certificate.key()) && isFirstOf(header, certificate.key())) {
        history.noteDead(header.replica());
      }
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

  private static boolean isFirstOf(ChangeHeader header, PublicKey key) {
    String nonce = header.nonce();
    return nonce != null
        && DeviceKey.replica(key, HexFormat.of().parseHex(nonce)).equals(header.replica());
  }

  /** Whose stream it is, and whether the change is its next one. */
  private void stream(Change change, Certificate certificate) {
    ChangeHeader header = change.header();
    PublicKey owner = history.keyOf(header.replica());
    boolean own =
        header.nonce() == null
            ? owner == null || owner.equals(certificate.key())
            : isFirstOf(header, certificate.key());
    if (!own) {
      throw new Refusal(Reason.REPLICA_FOREIGN, header.replica().toString());
    }
    ChangeId previous = header.previous();
    History.Entry before = previous == null ? null : history.find(previous);
    if (before != null
        && (before.seq() + 1 != header.seq() || !before.replica().equals(header.replica()))) {
      throw new Refusal(Reason.PREVIOUS_MISMATCH, Long.toString(header.seq()), header.unit());
    }
    if (previous != null && before == null) {
      boolean another = history.hasAny(header.replica(), header.seq() - 1);
      History.Entry tip = history.tip(header.replica());
      long expected = another ? header.seq() : tip == null ? 0 : tip.seq() + 1;
      throw new Refusal(
          another ? Reason.PREVIOUS_MISMATCH : Reason.GAP, Long.toString(expected), header.unit());
    }
  }

  private void check(RowEdit edit) {
    if (edit.known() == null) {
      throw new Refusal(Reason.NEWER_PROGRAM, Integer.toString(edit.entity()));
    }
    try {
      rules.accept(edit.operation());
    } catch (Fault fault) {
      throw new Refusal(Reason.BAD_OPERATION, fault.arguments().toArray(new String[0]));
    }
  }
}
