package vn.roquyen.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.HybridClock;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.WritePolicy;

/**
 * This data folder as a member of its space: its key, its journal, whom it trusts and what it has
 * accepted. The journal begins with the root, the issuer and the own certificate, so that key and
 * journal together are everything that cannot be rebuilt.
 */
public final class LocalReplica implements AutoCloseable {
  /** Version of the entities that this program writes. */
  public static final int SCHEMA = 1;

  /**
   * Who a new folder of the demonstration is.
   *
   * @param unit code of a commune or id of a body
   */
  public record Founding(String unit, Role role, String name) {}

  private final Journal journal;
  private final ChangeCodec codec = new ChangeCodec();
  private final Trust trust;
  private final History history = new History();
  private final Verifier verifier;
  private final ChangeWriter writer;
  private final List<ChangeId> order = new ArrayList<>();

  private LocalReplica(
      Journal journal, DeviceKey key, String nonce, Clock wall, Consumer<Operation> rules) {
    this.journal = journal;
    List<SignedDocument> start = new ArrayList<>();
    journal.forEach(document -> start.add(document));
    if (start.isEmpty()) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    this.trust = new Trust(start.getFirst(), true);
    start.stream().filter(LocalReplica::isTrust).skip(1).forEach(trust::admit);
    this.verifier = new Verifier(codec, trust, history, rules);
    start.stream().filter(document -> !isTrust(document)).forEach(this::recall);
    Trust.Admitted own = own(key);
    ChangeWriter.Identity identity =
        new ChangeWriter.Identity(
            key,
            nonce,
            own.id().brief(),
            own.certificate().unit(),
            trust.root().space().substring(0, 16),
            SCHEMA);
    this.writer = new ChangeWriter(identity, codec, history, clock(wall, identity.replica(), own));
  }

  /**
   * Opens the replica of a data folder, or founds one under the demonstration root.
   *
   * @param keys folder of {@code device.pem} and {@code replica}
   * @param journalFolder folder of the journal
   * @param secret opens the key file
   * @param rules throws a {@link Fault} for an operation that nobody may write
   * @throws Fault KEY_PASSWORD, KEY_DAMAGED, JOURNAL_DAMAGED, DATA_FOLDER_READ_ONLY
   */
  public static LocalReplica open(
      Path keys,
      Path journalFolder,
      String secret,
      Clock wall,
      Founding founding,
      Consumer<Operation> rules) {
    Journal journal = Journal.open(journalFolder);
    try {
      Path keyFile = keys.resolve("device.pem");
      Path nonceFile = keys.resolve("replica");
      if (!Files.exists(keyFile)) {
        KeyFile.write(keyFile, DeviceKey.create(), secret.toCharArray(), KeyFile.FAST);
      }
      DeviceKey key = KeyFile.read(keyFile, secret.toCharArray());
      if (!Files.exists(nonceFile)) {
        Files.writeString(nonceFile, ChangeWriter.newNonce(), StandardCharsets.US_ASCII);
      }
      String nonce = Files.readString(nonceFile, StandardCharsets.US_ASCII);
      if (!nonce.matches("[0-9a-f]{32}")) {
        throw new Fault(FaultCode.KEY_DAMAGED, nonceFile.toString());
      }
      if (journal.recovery().documents() == 0) {
        found(journal, key, Hlc.ofMillis(wall.millis()), founding);
      }
      return new LocalReplica(journal, key, nonce, wall, rules);
    } catch (IOException failure) {
      journal.close();
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, keys.toString());
    } catch (RuntimeException failure) {
      journal.close();
      throw failure;
    }
  }

  public ReplicaId id() {
    return writer.replica();
  }

  /** What opening the journal found. */
  public Journal.Recovery recovery() {
    return journal.recovery();
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

  /** Starts writing own changes that are made lasting together. */
  public Writing begin(WritePolicy.Rows rows) {
    return new Writing(rows);
  }

  @Override
  public void close() {
    journal.close();
  }

  /** Own changes that are not lasting yet; closing without {@link #commit} takes them back. */
  public final class Writing implements AutoCloseable {
    private final Journal.Batch batch = journal.begin();
    private final WritePolicy.Rows rows;
    private final int start = order.size();
    private boolean done;

    private Writing(WritePolicy.Rows rows) {
      this.rows = rows;
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
          verified = verifier.verify(change, rows);
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

  private static void found(Journal journal, DeviceKey key, Hlc now, Founding founding) {
    Issuer issuer = DemonstrationRoot.issuer();
    SignedDocument root = DemonstrationRoot.document();
    SignedDocument invitation =
        issuer.invite(root, founding.unit(), Set.of(founding.role()), new TreeSet<>());
    SignedDocument request =
        Enrolment.Request.write(Enrolment.Invitation.read(invitation), key, founding.name());
    try (Journal.Batch batch = journal.begin()) {
      batch.add(root);
      batch.add(DemonstrationRoot.issuerCertificate());
      batch.add(issuer.certify(invitation, request, new HashSet<>(), now));
      batch.commit();
    }
  }

  private List<RowEdit> edits(ChangeId id) {
    SignedDocument document = journal.find(id);
    if (document == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    return codec.edits(codec.read(document));
  }

  private void recall(SignedDocument document) {
    VerifiedChange change = verifier.recall(codec.read(document));
    history.add(change);
    order.add(document.id());
  }

  private Trust.Admitted own(DeviceKey key) {
    Trust.Admitted own = trust.newestOf(key.publicKey());
    if (own == null) {
      throw new Fault(FaultCode.KEY_DAMAGED, "device.pem");
    }
    return own;
  }

  private HybridClock clock(Clock wall, ReplicaId replica, Trust.Admitted own) {
    History.Entry tip = history.tip(replica);
    Hlc last = tip == null ? Hlc.ZERO : tip.time().time();
    return new HybridClock(wall, last, own.certificate().from());
  }

  private static boolean isTrust(SignedDocument document) {
    return document.kind() != DocumentKind.CHANGE;
  }
}
