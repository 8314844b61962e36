package vn.roquyen.sync;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.HybridClock;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.sync.Revocation.LastGood;

/**
 * A data folder's place in its space: the root it goes by, whom it trusts below it, and, once its
 * key is certified, as whom it writes.
 */
public final class Membership {

  /** What it takes to write changes. */
  record Tools(ChangeCodec codec, Clock wall, int schema) {}

  private final KeyFolder keys;
  private final History history;
  private final Tools tools;
  private final Trust trust;
  private final Verifier verifier;
  private Trust.@Nullable Admitted own;
  private @Nullable ChangeWriter writer;
  private @Nullable HybridClock clock;

  /** The newest time that is beyond doubt, and the newest of any. */
  private Hlc trusted = Hlc.ZERO;

  private Hlc seen = Hlc.ZERO;
  private Hlc publisher = Hlc.ZERO;

  /**
   * A place that follows from the journal.
   *
   * @param documents the root document first, then the others in the order of the journal
   */
  Membership(
      List<SignedDocument> documents, KeyFolder keys, Consumer<Operation> rules, Tools tools) {
    this.keys = keys;
    this.tools = tools;
    SignedDocument root = documents.getFirst();
    // The first document decides: a folder of real data has another, and then nothing of the
    // demonstration is ever admitted below it.
    this.trust = new Trust(root, Root.read(root).demonstration());
    documents.stream().skip(1).forEach(trust::admit);
    this.history = new History(trust);
    this.verifier = new Verifier(tools.codec(), trust, history, rules);
  }

  public Trust trust() {
    return trust;
  }

  /** The certificate of this folder's key, or null while it is still to come. */
  public Trust.@Nullable Admitted own() {
    return own;
  }

  /** True when those edits, written by this folder, would wait for a second key. */
  public boolean proposes(List<RowEdit> edits) {
    return own != null && verifier.secondKey().isProposal(own.certificate(), edits);
  }

  /** As whom this folder speaks; null while its key is not certified. */
  public @Nullable Speaker speaker() {
    return own == null ? null : new Speaker(keys.replica(), keys.nonce(), own.id().brief());
  }

  /** Signs what this folder says beside its changes. */
  public SignedDocument sign(Statement statement) {
    return SignedDocument.sign(statement.kind(), statement.body(), keys.device());
  }

  /** By whose word this folder stands. */
  public SpaceKind space() {
    if (trust.root().demonstration()) {
      return SpaceKind.DEMONSTRATION;
    }
    DeviceKey root = keys.rootIfHere();
    return root != null && trust.root().keys().contains(root.publicKey())
        ? SpaceKind.OWN_ROOT
        : SpaceKind.INVITED;
  }

  /** The newest accepted change of each stream of a key: what a revocation calls good. */
  List<LastGood> newestOf(PublicKey key) {
    return history.replicas().stream()
        .filter(replica -> Objects.equals(history.keyOf(replica), key))
        .map(history::tip)
        .filter(Objects::nonNull)
        .map(tip -> new LastGood(tip.replica(), tip.seq(), tip.id().brief()))
        .toList();
  }

  /** The accepted change of that number, as a revocation names it; null when there is none. */
  @Nullable LastGood at(ReplicaId replica, long seq) {
    History.Entry entry = history.at(replica, seq);
    return entry == null ? null : new LastGood(replica, seq, entry.id().brief());
  }

  Verifier verifier() {
    return verifier;
  }

  /** What was accepted so far. */
  public History history() {
    return history;
  }

  /** Takes in a change of the own journal; {@link #placeAll} places it when all are there. */
  void recall(Change change) {
    history.load(verifier.recall(change));
  }

  void placeAll() {
    history.replay();
    history.forEach((entry, author) -> saw(author, entry.time().time()));
  }

  /** The receive rule for a change that came in: own changes are written after it. */
  void saw(VerifiedChange change) {
    saw(change.certificate(), change.entry().time().time());
  }

  /** The newest time at which another publisher wrote; zero when none ever did. */
  public Hlc heardOfPublisher() {
    return publisher;
  }

  private void saw(Certificate author, Hlc time) {
    boolean other = own == null || !own.certificate().key().equals(author.key());
    if (other && author.is(Role.PUBLISHER) && !DemonstrationRoot.isDemonstration(author.key())) {
      publisher = Hlc.max(publisher, time);
    }
    boolean beyondDoubt = author.is(Role.PUBLISHER) || author.is(Role.HUB);
    trusted = beyondDoubt ? Hlc.max(trusted, time) : trusted;
    seen = Hlc.max(seen, time);
    if (clock != null) {
      tell(clock);
    }
  }

  private void tell(HybridClock told) {
    told.trust(trusted);
    told.seen(seen);
  }

  /**
   * Writes this folder's own changes.
   *
   * @throws Fault KEY_PENDING
   */
  ChangeWriter writer() {
    if (writer == null) {
      throw new Fault(FaultCode.KEY_PENDING);
    }
    return writer;
  }

  /** True for the stream of this folder, and for those that its key wrote before. */
  boolean isOwn(ReplicaId stream) {
    return stream.equals(keys.replica())
        || Objects.equals(keys.device().publicKey(), history.keyOf(stream));
  }

  /** The streams that this folder's key has written under other names. */
  public List<ReplicaId> formerly() {
    PublicKey key = keys.device().publicKey();
    ReplicaId now = keys.replica();
    return history.replicas().stream()
        .filter(each -> !each.equals(now) && Objects.equals(key, history.keyOf(each)))
        .toList();
  }

  /** Writes under another name from now on, with a stream that begins. */
  void beginAnew() {
    own = null;
    writer = null;
    becomeWriter();
  }

  /** Takes up the newest certificate of the own key; to be called when one may have come. */
  void becomeWriter() {
    DeviceKey key = keys.device();
    Trust.Admitted newest = trust.newestOf(key.publicKey());
    if (newest == null || newest.equals(own)) {
      return;
    }
    own = newest;
    ChangeWriter.Identity identity =
        new ChangeWriter.Identity(
            key,
            keys.nonce(),
            newest.id().brief(),
            newest.certificate().unit(),
            trust.root().space().substring(0, 16),
            tools.schema());
    History.Entry tip = history.tip(identity.replica());
    Hlc last = tip == null ? Hlc.ZERO : tip.time().time();
    HybridClock next = new HybridClock(tools.wall(), last, newest.certificate().from());
    tell(next);
    clock = next;
    writer = new ChangeWriter(identity, tools.codec(), history, next);
  }
}
