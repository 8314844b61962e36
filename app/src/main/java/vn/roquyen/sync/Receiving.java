package vn.roquyen.sync;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;

/**
 * Documents that came in and are made lasting together; closing without {@link #commit} forgets
 * them.
 */
public final class Receiving implements AutoCloseable {

  /** What the documents are received into. */
  record Into(Journal journal, Chronicle chronicle, Membership member, WaitingRoom room) {}

  private final Into into;
  private final Journal.Batch batch;
  private final Receiver receiver;
  private final Runnable failed;
  private boolean rewound;
  private boolean done;

  /**
   * Starts receiving.
   *
   * @param failed what to do when this ends without a commit
   */
  Receiving(
      Into into,
      ChangeCodec codec,
      Verifier.Past past,
      Consumer<RecordedChange> applied,
      Runnable failed) {
    this.into = into;
    this.failed = failed;
    this.batch = into.journal().begin();
    this.receiver = new Receiver(codec, into.member(), past, new Door(applied, past), into.room());
  }

  /** Takes in one file; see {@link Receiver#receive}. */
  public List<Reception> take(byte[] file) {
    return receiver.receive(file);
  }

  /** True when earlier changes have gained or lost their effect. */
  public boolean rewound() {
    return rewound;
  }

  /** Makes the documents lasting. */
  public void commit() {
    synchronized (into.chronicle()) {
      batch.commit();
    }
    into.room().commit();
    done = true;
  }

  @Override
  public void close() {
    batch.close();
    if (!done) {
      into.room().rollback();
      synchronized (into.chronicle()) {
        failed.run();
      }
    }
    done = true;
  }

  private final class Door implements Receiver.Door {
    private final Consumer<RecordedChange> applied;
    private final Verifier.Past past;

    Door(Consumer<RecordedChange> applied, Verifier.Past past) {
      this.applied = applied;
      this.past = past;
    }

    /** Whoever shows the changes before may be reading the journal meanwhile. */
    @Override
    public <T> T alone(Supplier<T> work) {
      synchronized (into.chronicle()) {
        return work.get();
      }
    }

    @Override
    public void apply(VerifiedChange change, boolean counts) {
      int position =
          alone(
              () -> {
                batch.add(change.change().document());
                return into.chronicle().add(change.change().id());
              });
      into.member().saw(change);
      applied.accept(into.chronicle().recorded(into.member(), change, position, past));
    }

    @Override
    public void keep(SignedDocument document) {
      alone(
          () -> {
            batch.add(document);
            into.member().becomeWriter();
            return true;
          });
    }

    @Override
    public boolean isOwn(ReplicaId stream) {
      return into.member().isOwn(stream);
    }

    @Override
    public void rewound() {
      rewound = true;
    }
  }
}
