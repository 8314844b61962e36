package vn.roquyen.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.AsEdited;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.SpaceKind;

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
  private final ChangeCodec codec = new ChangeCodec();
  private final Chronicle chronicle;
  private final HeldFiles held;
  private final WaitingRoom room;
  private final Opening opening;
  private final Recollection recollection;
  private ReplicaId id;
  private final Sealing sealing;
  private Founding founding = BY_ITSELF;
  private @Nullable Membership membership;

  LocalReplica(
      Opening opening, KeyFolder keys, Clock wall, Consumer<Operation> rules, HeldFiles held) {
    this.opening = opening;
    this.journal = opening.journal();
    this.recollection = new Recollection(journal, keys, rules, wall);
    this.keys = keys;
    this.wall = wall;
    this.held = held;
    this.room = new WaitingRoom(held);
    this.chronicle = new Chronicle(journal, codec);
    this.id = keys.replica();
    this.sealing = new Sealing(wall);
    load();
  }

  /** Everything that is in memory follows from the journal; nothing is kept of what was there. */
  private void load() {
    chronicle.cutTo(0);
    membership = recollection.of(journal.ids(), chronicle);
    if (membership != null) {
      membership.becomeWriter();
      leaveFork();
    }
  }

  /**
   * Becomes a new replica when another machine has signed a number of this one's stream: a clone,
   * or a copy that was put back. What is written from now on cannot collide any more.
   */
  public void leaveFork() {
    Membership member = membership;
    if (member != null && member.history().isForked(id)) {
      keys.newIncarnation();
      id = keys.replica();
      member.beginAnew();
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
    Opening opening = Opening.of(journalFolder, keys, rules, wall);
    try {
      HeldFiles held = new HeldFiles(journalFolder.resolve("held"));
      return new LocalReplica(opening, keys, wall, rules, held);
    } catch (RuntimeException failure) {
      opening.journal().close();
      throw failure;
    }
  }

  public ReplicaId id() {
    return id;
  }

  /** What names this folder's key: its database belongs to no other. */
  public String device() {
    return keys.device().publicKey().kid();
  }

  /** What opening the journal found. */
  public Opening opening() {
    return opening;
  }

  /** Whom this folder trusts and as whom it writes; null while it belongs to nobody. */
  public @Nullable Membership membership() {
    return membership;
  }

  /** Where keys are asked for and handed out. */
  public Desk desk() {
    return new Desk(journal, keys, membership);
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
    return chronicle.count();
  }

  /** The id of the change at a position of the journal, or null beyond its end. */
  public @Nullable ChangeId idAt(int position) {
    return chronicle.idAt(position);
  }

  /** The position from which tables that have shown a change there are to go on. */
  public int after(int position, ChangeId shown) {
    ChangeId there = idAt(position);
    return there == null || there.equals(shown) ? position + 1 : position;
  }

  /** True when the change at a position is that one, or what it grew into. */
  public boolean isAt(int position, @Nullable ChangeId change) {
    ChangeId newest = change == null ? null : journal.newest(change);
    return Objects.equals(newest, idAt(position));
  }

  /**
   * The changes from a position on, in the order of the journal, read one after another.
   *
   * @param past answers from the changes before each; of it follows which have their effect
   */
  public Iterable<RecordedChange> changesFrom(int position, Verifier.Past past) {
    int end = count();
    return () ->
        IntStream.range(position, end)
            .mapToObj(at -> chronicle.at(required(), at, past))
            .iterator();
  }

  /**
   * The change at a position of the journal; any thread may ask while others are written.
   *
   * @throws Fault JOURNAL_DAMAGED when it cannot be read any more
   */
  public RecordedChange change(int position) {
    synchronized (chronicle) {
      return chronicle.at(required(), position, null);
    }
  }

  /** What an approval would write of the proposal at a position if it were made now. */
  public AsEdited asEdited(int position) {
    synchronized (chronicle) {
      return chronicle.asEditedNow(required(), position);
    }
  }

  /** The document of that id. */
  public SignedDocument document(ChangeId wanted) {
    SignedDocument document = journal.find(wanted);
    if (document == null) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    return document;
  }

  /** Every document of the journal in the order in which it was accepted. */
  public List<ChangeId> documents() {
    return journal.ids();
  }

  /** True for a change that this device wrote, and for what tells others who it is. */
  public boolean isOwn(ChangeId document) {
    History.Entry change = membership == null ? null : membership.history().find(document);
    return change == null || isOwn(change.replica());
  }

  /** True for the stream of this folder, and for those that its key wrote before. */
  public boolean isOwn(ReplicaId stream) {
    Membership member = membership;
    return stream.equals(id) || (member != null && member.isOwn(stream));
  }

  /** When this folder took a document in, by its own clock; null when it did not. */
  public @Nullable Instant received(ChangeId document) {
    return journal.received(document);
  }

  /** What this register knew at an instant, by its own clock. */
  public KnownThen knownAt(Instant at) {
    boolean asNow = lineage().isEmpty();
    if (asNow
        && membership != null
        && membership.trust().rootId().equals(journal.ids().getFirst())) {
      return new KnownThen(chronicle.countBy(at), this::change, true);
    }
    return recollection.knownBy(at, asNow);
  }

  /** Grows with each edit and each revocation: what follows from the journal follows from it. */
  public long revision() {
    int revocations = membership == null ? 0 : membership.trust().revocations();
    return count() + revocations + journal.replaced();
  }

  /** Names which of the changes have no effect; see {@link History#lineage}. */
  public String lineage() {
    return membership == null ? "" : membership.history().lineage();
  }

  /**
   * Tries files against what is trusted and known here; nothing is kept.
   *
   * @throws Fault KEY_PENDING when this folder does not know yet whom to trust
   */
  public DryRun dryRun(Verifier.Past past) {
    required();
    return recollection.dryRun(past);
  }

  /** The files that wait for others. */
  public List<Reception.Held> waiting() {
    return room.answers();
  }

  /** The files that waited when the program ended. */
  public List<byte[]> keptWaiting() {
    return held.all();
  }

  /**
   * Starts taking in documents that are made lasting together.
   *
   * @param past what the policy asks about the past of a change
   * @param applied is handed each change as it is accepted
   * @throws Fault KEY_PENDING when this folder does not know yet whom to trust
   */
  public Receiving receive(Verifier.Past past, Consumer<RecordedChange> applied) {
    Receiving.Into into = new Receiving.Into(journal, chronicle, required(), room);
    return new Receiving(into, codec, past, applied, this::load);
  }

  /**
   * Takes no more edits into the newest own change. Whoever hands out documents, or writes others
   * behind them, does this first.
   */
  public void seal() {
    sealing.seal();
  }

  /** True while further edits would join the newest own change. */
  public boolean isOpen() {
    return sealing.open() != null;
  }

  /**
   * Starts writing own changes that are made lasting together.
   *
   * @throws Fault KEY_PENDING when the certificate of this folder's key is still to come
   */
  public Writing begin(Verifier.Past past) {
    return write(past, false, Membership::writer);
  }

  /**
   * Starts writing what a person has just entered; it joins the change before it while that one is
   * open.
   *
   * @throws Fault KEY_PENDING
   */
  public Writing edit(Verifier.Past past) {
    return write(past, true, Membership::writer);
  }

  /**
   * Starts writing the sample data into a folder of the demonstration that has no change yet. They
   * are not this folder's: their one author is the demonstration's publisher.
   *
   * @param edits all that will be written
   */
  public Writing beginSample(Verifier.Past past, List<List<RowEdit>> edits) {
    if (!(founding instanceof Founding.Sample)) {
      founding = Founding.Sample.PUBLISHER;
    }
    return write(
        past, false, member -> DemonstrationRoot.sampleWriter(edits, member.history(), SCHEMA));
  }

  @Override
  public void close() {
    journal.close();
  }

  /** A folder that may not write yet is left as it was. */
  private Writing write(Verifier.Past past, boolean edits, Function<Membership, ChangeWriter> as) {
    Membership before = membership;
    Journal.Batch batch = journal.begin();
    try {
      Membership member = before == null ? begin(batch) : before;
      membership = member;
      Writing.Into into = new Writing.Into(batch, chronicle, member, sealing);
      return new Writing(into, as.apply(member), past, edits, () -> membership = before);
    } catch (RuntimeException failure) {
      membership = before;
      batch.close();
      throw failure;
    }
  }

  /** The first documents of a new journal; they count with what is written after them. */
  private Membership begin(Journal.Batch batch) {
    List<SignedDocument> documents = founding.documents(keys, Hlc.ofMillis(wall.millis()));
    documents.forEach(batch::add);
    Membership begun = recollection.founded(documents);
    begun.becomeWriter();
    return begun;
  }

  private Membership required() {
    Membership member = membership;
    if (member == null) {
      throw new Fault(FaultCode.KEY_PENDING);
    }
    return member;
  }
}
