package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.DataChange;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.persistence.Projection;
import vn.roquyen.sync.Founding;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Receiving;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.SignedDocument;
import vn.roquyen.sync.Verifier;
import vn.roquyen.sync.Writing;

/**
 * The one door for every write. A change is a list of operations; it is checked, signed, forced to
 * the journal, and only then shown by the database; then the index follows and one notice goes out.
 * Either all of a change is kept or none of it.
 *
 * <p>The journal is the truth. Should the database fail after the journal took a change, the change
 * is not lost: {@link #catchUp} brings the database there before anything else is written.
 */
public final class Ledger {
  /** How many files are made lasting together; a large one, or one of many edits, counts more. */
  private static final int AT_ONCE = 512;

  private static final int FILE_WEIGHT = 8 * 1024;
  private static final int EDITS_WEIGHT = Replay.AT_ONCE / AT_ONCE;

  private final LocalReplica replica;
  private final Projection projection;
  private final Replay replay;
  private final IndexFeed index;
  private final DataChanges changes;
  private boolean behind;

  public Ledger(LocalReplica replica, Projection projection, IndexFeed index, DataChanges changes) {
    this.replica = replica;
    this.projection = projection;
    this.replay = new Replay(replica);
    this.index = index;
    this.changes = changes;
  }

  /**
   * Applies what the journal holds and the database does not: after a crash, or all of it after the
   * database was lost. The index is not told; it finds out by the revision.
   *
   * @return how many changes were applied
   */
  public int catchUp() {
    return catchUp(Progress.NONE);
  }

  /** The same, telling how far it is. */
  public synchronized int catchUp(Progress progress) {
    int missing = follow(progress);
    List<byte[]> waited = replica.membership() == null ? List.of() : replica.keptWaiting();
    if (!waited.isEmpty()) {
      receive(waited.iterator(), new Touched(), new ArrayList<>());
    }
    return missing;
  }

  private int follow(Progress progress) {
    Projection.Applied applied = projection.applied();
    int missing = replica.count() - applied.count();
    if (applied.count() > 0 && !applied.lineage().equals(replica.lineage())) {
      replay.anew(projection, progress);
    } else if (missing > 0 || applied.revision() != replica.revision()) {
      replay.rest(projection, progress);
    }
    behind = false;
    return missing;
  }

  /** Fills the tables and the index anew from the journal. */
  synchronized void rebuild(Progress progress) {
    replay.anew(projection, progress);
    index.rebuild();
    changes.publish(new DataChange(replica.revision(), EnumSet.allOf(Entity.class)));
  }

  /** Shows the whole journal in tables that are empty. */
  synchronized void project(Projection into, Progress progress) {
    replay.rest(into, progress);
  }

  /**
   * Founds the data folder before anything is recorded in it.
   *
   * @throws vn.roquyen.domain.Fault FOLDER_FOUNDED
   */
  synchronized void found(Founding founding) {
    replica.found(founding);
  }

  /**
   * Takes in a certificate, a revocation or a next root.
   *
   * @return false when it was known already
   * @throws Refusal when it is not to be believed
   */
  boolean keep(SignedDocument document) {
    Reception answer = receive(List.of(document.encoded())).getFirst().getFirst();
    return switch (answer) {
      case Reception.Applied applied -> true;
      case Reception.AlreadyKnown known -> false;
      case Reception.Held held ->
          throw new Refusal(held.reason(), held.arguments().toArray(new String[0]));
      case Reception.Refused refused ->
          throw new Refusal(refused.reason(), refused.arguments().toArray(new String[0]));
    };
  }

  /**
   * Records what a person has entered. It is lasting and shown when this returns; as a change file
   * it is one with what was entered just before, until it is sealed.
   *
   * @return the changes of it that wait for a second key, and write nothing until then
   * @throws vn.roquyen.domain.Fault OPERATION_INVALID, NOT_ALLOWED, CLOCK_BEHIND, CLOCK_AHEAD,
   *     DISK_FULL, all before anything is written
   */
  public synchronized List<ChangeId> record(List<Operation> operations) {
    if (operations.isEmpty()) {
      return List.of();
    }
    try {
      return recordAll(List.of(operations), replica::edit);
    } catch (Fault fault) {
      if (fault.code() != FaultCode.NOT_ALLOWED || !replica.isOpen()) {
        throw fault;
      }
      // It may be allowed after what was entered before, but not together with it.
      replica.seal();
      return recordAll(List.of(operations), replica::edit);
    }
  }

  /** Takes no more edits into what was recorded so far: before anything leaves this folder. */
  public synchronized void seal() {
    replica.seal();
  }

  /** Every document in the order in which it was accepted; none of them changes any more. */
  synchronized List<ChangeId> sealed() {
    replica.seal();
    return replica.documents();
  }

  /**
   * Records packs of operations together, as changes of their own: the packs are taken one after
   * another, so a large import need not be in memory at once. When taking one throws, nothing of
   * any pack is kept.
   */
  public List<ChangeId> recordAll(Iterable<List<Operation>> packs) {
    return recordAll(packs, replica::begin);
  }

  /**
   * True when the sample data may still become the first changes here.
   *
   * @throws vn.roquyen.domain.Fault SAMPLE_AMONG_REAL_DATA
   */
  boolean takesSample() {
    return replica.takesSample();
  }

  /**
   * Records the sample data in a folder of the demonstration that has no change yet, as written by
   * their one author: the same changes in every such folder.
   */
  public void recordSample(List<List<Operation>> packs) {
    List<List<RowEdit>> edits =
        packs.stream().map(pack -> pack.stream().map(RowEdit::of).toList()).toList();
    recordAll(packs, past -> replica.beginSample(past, edits));
  }

  private synchronized List<ChangeId> recordAll(
      Iterable<List<Operation>> packs, Function<Verifier.Past, Writing> begin) {
    bringForward();
    Touched touched = new Touched();
    try (Following tables = following();
        Writing writing = begin.apply(tables::past)) {
      for (List<Operation> pack : packs) {
        pack.forEach(OperationRules::check);
        for (RecordedChange change : writing.write(pack.stream().map(RowEdit::of).toList())) {
          touched.add(change);
          if (writing.replaces()) {
            tables.replaceLast(change);
          } else {
            tables.apply(change);
          }
        }
      }
      tables.flush();
      writing.commit();
      // From here on the change is kept whatever becomes of the transaction.
      behind = true;
      tables.end(replay.end());
      tables.settle();
    }
    behind = false;
    tell(touched, replica.revision());
    return List.copyOf(touched.waiting);
  }

  /**
   * Receives files from elsewhere, in any order and any number of times. What is accepted is forced
   * to the journal, then shown by the database, many files at a time.
   *
   * @return for each file its answer, then those of files that had waited and are decided now
   * @throws vn.roquyen.domain.Fault KEY_PENDING, DISK_FULL, JOURNAL_DAMAGED; what was received
   *     before stays received
   */
  public synchronized List<List<Reception>> receive(Iterable<byte[]> files) {
    bringForward();
    replica.seal();
    final long before = replica.revision();
    Touched touched = new Touched();
    List<List<Reception>> answers = new ArrayList<>();
    try {
      receive(files.iterator(), touched, answers);
    } finally {
      if (!behind && replica.revision() != before) {
        tell(touched, replica.revision());
      }
    }
    return answers;
  }

  private void receive(Iterator<byte[]> files, Touched touched, List<List<Reception>> answers) {
    try (Following tables = following()) {
      try {
        while (files.hasNext()) {
          receive(files, touched, answers, tables);
          replica.leaveFork();
        }
        tables.settle();
      } finally {
        behind &= !tables.settles();
      }
    }
  }

  /** Some files: their journal is forced when the tables have them, which end it meanwhile. */
  private void receive(
      Iterator<byte[]> files, Touched touched, List<List<Reception>> answers, Following tables) {
    try (Receiving receiving =
        replica.receive(
            tables::past,
            change -> {
              touched.add(change);
              tables.apply(change);
            })) {
      int left = AT_ONCE;
      while (files.hasNext() && left > 0 && !receiving.rewound()) {
        byte[] file = files.next();
        List<Reception> answer = receiving.take(file);
        left -= 1 + file.length / FILE_WEIGHT + edits(answer) / EDITS_WEIGHT;
        answers.add(answer);
      }
      tables.flush();
      receiving.commit();
      behind = true;
      if (receiving.rewound()) {
        touched.rewound = true;
        tables.clear();
        replica.changesFrom(0, tables::past).forEach(tables::apply);
      }
      tables.end(replay.end());
    }
  }

  private Following following() {
    return new Following(projection, replica::change);
  }

  private static int edits(List<Reception> answers) {
    int edits = 0;
    for (Reception answer : answers) {
      edits += answer instanceof Reception.Applied applied ? applied.edits() : 0;
    }
    return edits;
  }

  /** Runs a reading during which nothing is written. */
  synchronized <T> T still(Supplier<T> reading) {
    return reading.get();
  }

  private void bringForward() {
    if (behind) {
      follow(Progress.NONE);
      index.catchUp();
    }
  }

  private void tell(Touched touched, long revision) {
    if (touched.rewound) {
      index.catchUp();
      changes.publish(new DataChange(revision, EnumSet.allOf(Entity.class)));
    } else {
      index.follow(touched.keys, revision);
      changes.publish(new DataChange(revision, touched.entities));
    }
  }

  /** A row that a change touched. */
  record Key(Entity entity, String key) {}

  private static final class Touched {
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<Entity> entities = EnumSet.noneOf(Entity.class);
    private final List<ChangeId> waiting = new ArrayList<>();
    private boolean rewound;

    void add(RecordedChange change) {
      if (!change.proposed().isEmpty()) {
        waiting.add(change.id());
        entities.add(Entity.APPROVAL);
      }
      for (RowEdit edit : change.edits()) {
        Entity entity = edit.known();
        if (entity != null && change.counts()) {
          keys.add(new Key(entity, edit.key()));
          entities.add(entity);
        }
      }
    }
  }
}
