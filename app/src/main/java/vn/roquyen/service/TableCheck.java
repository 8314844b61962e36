package vn.roquyen.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.VersionRepository;
import vn.roquyen.sync.LocalReplica;

/**
 * Compares the tables with the journal while the program is used: each row is made anew from the
 * changes that wrote it. A bit that has flipped on the disk shows in no other way, because H2 reads
 * most such pages without complaint. A few rows at a time, between which anybody may write.
 */
final class TableCheck {
  /** Rows that one change wrote are asked for together: unpacking it is what takes long. */
  private static final int AT_ONCE = 200;

  private final LocalReplica replica;
  private final Ledger ledger;
  private final VersionRepository versions;
  private final Projection projection;

  TableCheck(
      LocalReplica replica, Ledger ledger, VersionRepository versions, Projection projection) {
    this.replica = replica;
    this.ledger = ledger;
    this.versions = versions;
    this.projection = projection;
  }

  /** False when a row is not what the journal says, or cannot be read. */
  boolean agree(BooleanSupplier cancelled) {
    for (Entity entity : Entity.values()) {
      Set<String> written = new LinkedHashSet<>();
      boolean none = isReadable(() -> ledger.still(() -> hasNoOthers(entity, written)));
      if (!none) {
        return false;
      }
      List<String> keys = new ArrayList<>(written);
      for (int from = 0; from < keys.size(); from += AT_ONCE) {
        List<String> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
        if (!isReadable(() -> ledger.still(() -> areEqual(entity, some)))) {
          return false;
        }
        if (cancelled.getAsBoolean()) {
          return true;
        }
      }
    }
    return true;
  }

  /** True when the table has no row that no change has written; notes those that one has. */
  private boolean hasNoOthers(Entity entity, Set<String> written) {
    written.addAll(versions.writtenFrom(entity, 0));
    return written.containsAll(projection.keys(entity));
  }

  private boolean areEqual(Entity entity, List<String> keys) {
    return versions.anew(entity, keys, replica::change).equals(projection.findAll(entity, keys));
  }

  /** False as well when a page of the database cannot be read. */
  static boolean isReadable(BooleanSupplier comparison) {
    try {
      return comparison.getAsBoolean();
    } catch (Fault fault) {
      if (fault.code() == FaultCode.DATABASE_DAMAGED || fault.code() == FaultCode.UNEXPECTED) {
        return false;
      }
      throw fault;
    }
  }
}
