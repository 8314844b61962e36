package vn.roquyen.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.domain.WritePolicy;

/**
 * This data folder as a member of its space: its key, its journal, whom it trusts and what it has
 * accepted. The journal begins with the documents of its {@link Founding}; before the first write
 * it is empty and the folder belongs to nobody.
 */
public final class LocalReplica implements AutoCloseable {
  /** Version of the entities that this program writes. */
  public static final int SCHEMA = 1;

  /** What a folder becomes when something is written before anyone said who it is. */
  private static final Founding BY_ITSELF =
      new Founding.Own("tinh", EnumSet.of(Role.PUBLISHER), "");

  private final Journal journal;
  private final KeyFolder keys;
  private final Clock wall;
  private final Consumer<Operation> rules;
  private final ChangeCodec codec = new ChangeCodec();
  private final History history = new History();
  private final ReplicaId id;
  private final List<ChangeId> order = new ArrayList<>();
  private Founding founding = BY_ITSELF;
  private @Nullable Membership membership;

  private LocalReplica(Journal journal, KeyFolder keys, Clock wall, Consumer<Operation> rules) {
    this.journal = journal;
    this.keys = keys;
    this.wall = wall;
    this.rules = rules;
    this.id = keys.replica();
    List<SignedDocument> start = new ArrayList<>();
    journal.forEach(start::add);
    List<SignedDocument> trusted = start.stream().filter(LocalReplica::isTrust).toList();
    if (!start.isEmpty()) {
      if (trusted.isEmpty() || trusted.getFirst().kind() != DocumentKind.ROOT) {
        throw new Fault(FaultCode.JOURNAL_DAMAGED);
      }
      Membership found = member(trusted);
      membership = found;
      start.stream()
          .filter(document -> !isTrust(document))
          .forEach(document -> recall(found.verifier(), document));
      found.becomeWriter();
    }
  }

  /**
   * Opens the replica of a data folder; a new one is founded by its first write or by {@link
   * #found}.
   *
   * @param journalFolder folder of the journal
   * @param rules throws a {@link Fault} for an operation that nobody may write
   * @throws Fault KEY_PASSWORD, KEY_DAMAGED, JOURNAL_DAMAGED, DATA_FOLDER_READ_ONLY
   */
  public static LocalReplica open(
      KeyFolder keys, Path journalFolder, Clock wall, Consumer<Operation> rules) {
    Journal journal = Journal.open(journalFolder);
    try {
      if (journal.recovery().documents() > 0 && !keys.hasDevice()) {
        throw new Fault(FaultCode.KEY_DAMAGED, KeyFolder.DEVICE);
      }
      return new LocalReplica(journal, keys, wall, rules);
    } catch (RuntimeException failure) {
      journal.close();
      throw failure;
    }
  }

  public ReplicaId id() {
    return id;
  }

  /** What opening the journal found. */
  public Journal.Recovery recovery() {
    return journal.recovery();
  }

  /** Whom this folder trusts and as whom it writes; null while it belongs to nobody. */
  public @Nullable Membership membership() {
    return membership;
  }

  /**
   * The issuer's desk when the issuer's key lies in this folder, or null. The demonstration's key
   * is everyone's, but only its publisher plays the issuer.
   */
  public @Nullable Registrar registrar() {
    Membership member = membership;
    if (member == null) {
      return null;
    }
    Trust trust = member.trust();
    SignedDocument root = journal.find(trust.rootId());
    if (member.space() == SpaceKind.DEMONSTRATION) {
      Trust.Admitted own = member.own();
      SignedDocument certificate = DemonstrationRoot.issuerCertificate();
      return own == null || root == null || !own.certificate().is(Role.PUBLISHER)
          ? null
          : new Registrar(DemonstrationRoot.issuer(), certificate, root, keys, member);
    }
    DeviceKey key = keys.issuerIfHere();
    Trust.Admitted own = key == null ? null : trust.newestOf(key.publicKey());
    SignedDocument certificate = own == null ? null : journal.find(own.id());
    return key == null || certificate == null || root == null
        ? null
        : new Registrar(new Issuer(key, certificate), certificate, root, keys, member);
  }

  /**
   * Copies what founded this folder's space to a safe place: the keys of root and issuer under a
   * password, and the documents that name them.
   *
   * @throws Fault NOT_ISSUER when the space was not founded here
   * @throws IOException also when a file of that name exists
   */
  public void copyFounders(Path to, char[] password) throws IOException {
    Membership member = membership;
    Registrar registrar = registrar();
    if (member == null || registrar == null || member.space() != SpaceKind.OWN_ROOT) {
      throw new Fault(FaultCode.NOT_ISSUER);
    }
    keys.copyFounders(to, password);
    Files.write(to.resolve("root.rqc"), registrar.root().encoded());
    Files.write(to.resolve("issuer.rqc"), registrar.certificate().encoded());
  }

  /** The request by which this folder's key answers an invitation. */
  public SignedDocument request(SignedDocument invitation, String name) {
    return Enrolment.Request.write(Enrolment.Invitation.read(invitation), keys.device(), name);
  }

  /**
   * Checks that this folder belongs to nobody yet.
   *
   * @throws Fault FOLDER_FOUNDED
   */
  public void requireUnfounded() {
    if (membership != null) {
      throw new Fault(FaultCode.FOLDER_FOUNDED);
    }
  }

  /** Says what the folder becomes with its first write. Nothing happens to one that is founded. */
  public void intend(Founding wanted) {
    founding = wanted;
  }

  /**
   * Founds the folder now.
   *
   * @throws Fault FOLDER_FOUNDED
   * @throws Refusal when it would be invited by nobody who may
   */
  public void found(Founding wanted) {
    requireUnfounded();
    founding = wanted;
    try (Journal.Batch batch = journal.begin()) {
      Membership begun = begin(batch);
      batch.commit();
      membership = begun;
    }
  }

  /**
   * Takes in a certificate, a revocation or a next root and makes it lasting.
   *
   * @return false when it was known already
   * @throws Refusal when it is not to be believed
   * @throws Fault KEY_PENDING when the folder belongs to nobody
   */
  public boolean keep(SignedDocument document) {
    Membership member = required();
    if (!member.trust().admit(document)) {
      return false;
    }
    journal.append(document);
    member.becomeWriter();
    return true;
  }

  /**
   * True when the sample data may still become the first changes of this folder.
   *
   * @throws Fault SAMPLE_AMONG_REAL_DATA
   */
  public boolean takesSample() {
    Membership member = membership;
    if (member != null && member.space() != SpaceKind.DEMONSTRATION) {
      throw new Fault(FaultCode.SAMPLE_AMONG_REAL_DATA);
    }
    return count() == 0;
  }

  /** How many changes the journal holds. */
  public int count() {
    return order.size();
  }

  /** The id of the change at a position of the journal, or null beyond its end. */
  public @Nullable ChangeId idAt(int position) {
    return position >= 0 && position < order.size() ? order.get(position) : null;
  }

  /** The edits of every change from a position on, change by change in the order of the journal. */
  public Iterable<List<RowEdit>> editsFrom(int position) {
    List<ChangeId> ids = List.copyOf(order.subList(position, order.size()));
    return () -> ids.stream().map(this::edits).iterator();
  }

  /**
   * Starts writing own changes that are made lasting together.
   *
   * @throws Fault KEY_PENDING when the certificate of this folder's key is still to come
   */
  public Writing begin(WritePolicy.Rows rows) {
    return new Writing(rows, Membership::writer);
  }

  /**
   * Starts writing the sample data into a folder of the demonstration that has no change yet. They
   * are not this folder's: their one author is the demonstration's publisher.
   *
   * @param edits all that will be written
   */
  public Writing beginSample(WritePolicy.Rows rows, List<List<RowEdit>> edits) {
    if (!(founding instanceof Founding.Sample)) {
      founding = Founding.Sample.PUBLISHER;
    }
    return new Writing(rows, member -> DemonstrationRoot.sampleWriter(edits, history, SCHEMA));
  }

  @Override
  public void close() {
    journal.close();
  }

  /** Own changes that are not lasting yet; closing without {@link #commit} takes them back. */
  public final class Writing implements AutoCloseable {
    private final Journal.Batch batch = journal.begin();
    private final WritePolicy.Rows rows;
    private final Membership member;
    private final ChangeWriter writer;
    private final int start = order.size();
    private boolean done;

    private Writing(WritePolicy.Rows rows, Function<Membership, ChangeWriter> as) {
      this.rows = rows;
      Membership known = membership;
      this.member = known == null ? LocalReplica.this.begin(batch) : known;
      this.writer = as.apply(member);
    }

    /**
     * Signs edits as one or more changes.
     *
     * @throws Fault NOT_ALLOWED, CLOCK_BEHIND, CLOCK_AHEAD, OPERATION_INVALID, DISK_FULL
     */
    public void write(List<RowEdit> edits) {
      for (List<RowEdit> run : writer.cut(edits)) {
        Change change = writer.next(run);
        VerifiedChange verified;
        try {
          verified = member.verifier().verify(change, rows);
        } catch (Refusal refusal) {
          throw new Fault(FaultCode.NOT_ALLOWED, refusal, String.join(" ", refusal.arguments()));
        }
        batch.add(change.document());
        history.add(verified);
        order.add(change.id());
      }
    }

    /** Makes the changes lasting. */
    public void commit() {
      batch.commit();
      membership = member;
      done = true;
    }

    @Override
    public void close() {
      if (!done && order.size() > start) {
        History.Entry tip = history.tip(writer.replica());
        long written = order.size() - start;
        history.forgetFrom(writer.replica(), tip == null ? 0 : tip.seq() + 1 - written);
        order.subList(start, order.size()).clear();
      }
      done = true;
      batch.close();
    }
  }

  /** The first documents of a new journal; they count with what is written after them. */
  private Membership begin(Journal.Batch batch) {
    List<SignedDocument> documents = founding.documents(keys, Hlc.ofMillis(wall.millis()));
    documents.forEach(batch::add);
    Membership begun = member(documents);
    begun.becomeWriter();
    return begun;
  }

  private Membership member(List<SignedDocument> trusted) {
    return new Membership(trusted, keys, rules, history, new Membership.Tools(codec, wall, SCHEMA));
  }

  private Membership required() {
    Membership member = membership;
    if (member == null) {
      throw new Fault(FaultCode.KEY_PENDING);
    }
    return member;
  }

  private List<RowEdit> edits(ChangeId id) {
    SignedDocument document = journal.find(id);
    if (document == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    return codec.edits(codec.read(document));
  }

  private void recall(Verifier verifier, SignedDocument document) {
    VerifiedChange change = verifier.recall(codec.read(document));
    history.add(change);
    order.add(document.id());
  }

  private static boolean isTrust(SignedDocument document) {
    return document.kind() != DocumentKind.CHANGE;
  }
}
