package vn.roquyen.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;

/** What opening the journal of a data folder found, and what was saved when it was damaged. */
public final class Opening {
  private final Journal journal;
  private final Salvage.@Nullable Saved saved;

  Opening(Journal journal, Salvage.@Nullable Saved saved) {
    this.journal = journal;
    this.saved = saved;
  }

  /**
   * Opens a journal; a damaged one is read into a new one first.
   *
   * @throws Fault JOURNAL_DAMAGED when it is gone or nothing of it can be believed, KEY_DAMAGED
   */
  static Opening of(Path folder, KeyFolder keys, Consumer<Operation> rules, Clock wall) {
    if (keys.hasReplica() && !Journal.exists(folder)) {
      // It was there: an empty one in its place would look like a first start.
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    Journal journal = Journal.open(folder, wall);
    try {
      if (journal.recovery().documents() > 0 && !keys.hasDevice()) {
        throw new Fault(FaultCode.KEY_DAMAGED, KeyFolder.DEVICE);
      }
      return journal.recovery().damaged().isEmpty()
          ? new Opening(journal, null)
          : saved(folder, Salvage.run(folder, journal, keys, rules, wall), wall);
    } catch (RuntimeException failure) {
      journal.close();
      throw failure;
    }
  }

  private static Opening saved(Path folder, Salvage.Saved saved, Clock wall) {
    return new Opening(Journal.open(folder, wall), saved);
  }

  Journal journal() {
    return journal;
  }

  /** How many bytes of the end were cut off, which nobody had been told are saved. */
  public long cutBytes() {
    return journal.recovery().cutBytes();
  }

  /** How many places could not be read. */
  public int unreadable() {
    return saved == null ? 0 : saved.places();
  }

  /** Where the damaged journal lies from which what is here was saved; null when it was sound. */
  public @Nullable Path damagedJournal() {
    return saved == null ? null : saved.aside();
  }

  /** False for a change that could not be read. */
  public boolean holds(ChangeId change) {
    return saved == null || saved.holds(change);
  }
}
