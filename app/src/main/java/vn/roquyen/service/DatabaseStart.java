package vn.roquyen.service;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.persistence.Database;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.VersionRepository;
import vn.roquyen.sync.LocalReplica;

/**
 * Opens the database of a data folder. One that is damaged, of another device or at odds with the
 * journal is moved aside, never repaired; one of an older program that lacks what the journal says
 * makes room. The ledger fills the new one from the journal.
 *
 * @param aside where a database lies now that was moved aside, or null
 * @param lost changes that the database showed and a damaged journal does not hold any more
 */
public record DatabaseStart(
    Database database, Outcome outcome, @Nullable Path aside, List<VersionRepository.Shown> lost) {

  /** What became of the database, as far as the person is to be told. */
  public enum Outcome {
    /** It is there, or the folder is new. */
    OPENED,
    /** It was gone; the ledger fills a new one. */
    RESTORED,
    /** It was whole, but an older program had made it; the ledger fills a new one. */
    UPGRADED,
    /** It could not be used; the ledger fills a new one. */
    MOVED_ASIDE
  }

  /**
   * Opens or makes the database.
   *
   * @throws Fault of {@link Database#open} when the journal could not replace it; JOURNAL_DAMAGED
   *     when the database knows more than the journal, which must never be thrown away
   */
  public static DatabaseStart open(Path folder, String key, LocalReplica replica) {
    boolean gone = replica.count() > 0 && !Database.exists(folder);
    boolean saved = replica.opening().damagedJournal() != null;
    List<VersionRepository.Shown> lost = List.of();
    try {
      Database database = Database.open(folder, key, replica.device());
      if (saved) {
        lost = new VersionRepository(database).shown(change -> !replica.opening().holds(change));
      } else {
        Projection.Applied applied = applied(database, replica);
        if (follows(applied, replica)) {
          return new DatabaseStart(database, gone ? Outcome.RESTORED : Outcome.OPENED, null, lost);
        }
        if (applied.isOutdated()) {
          database.close();
          Database.remove(folder);
          Database fresh = Database.open(folder, key, replica.device());
          return new DatabaseStart(fresh, Outcome.UPGRADED, null, lost);
        }
      }
      database.close();
    } catch (Fault fault) {
      boolean unusable =
          fault.code() == FaultCode.DATABASE_DAMAGED || fault.code() == FaultCode.DATABASE_FOREIGN;
      if (!unusable || (replica.count() == 0 && !saved)) {
        throw fault;
      }
    }
    Path aside = Database.moveAside(folder);
    Database fresh = Database.open(folder, key, replica.device());
    return new DatabaseStart(fresh, Outcome.MOVED_ASIDE, aside, lost);
  }

  /** What the database has applied, which is never more than the journal holds. */
  private static Projection.Applied applied(Database database, LocalReplica replica) {
    try {
      Projection.Applied applied = new Projection(database).applied();
      if (applied.count() > replica.count()) {
        throw new Fault(FaultCode.JOURNAL_DAMAGED);
      }
      return applied;
    } catch (Fault fault) {
      database.close();
      throw fault;
    }
  }

  /** True when what the database has applied is the beginning of the journal. */
  private static boolean follows(Projection.Applied applied, LocalReplica replica) {
    String last = applied.last();
    return replica.isAt(applied.count() - 1, last == null ? null : new ChangeId(last))
        && applied.lineage().equals(replica.lineage());
  }
}
