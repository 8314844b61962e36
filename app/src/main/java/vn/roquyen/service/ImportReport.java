package vn.roquyen.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;

/**
 * What an import found and did.
 *
 * @param waiting ids of the changes that count only once a second publisher approves them
 * @param counts for each entity that the input speaks about
 * @param badRows the first rows that cannot be used, in the order of the input
 * @param badTotal how many rows cannot be used; they were skipped when the outcome is not REFUSED
 * @param files names of the files that were read
 * @param passedOver names of files in the given folders that are no data of the register
 */
public record ImportReport(
    Outcome outcome,
    List<String> waiting,
    Map<Entity, Count> counts,
    List<BadRow> badRows,
    int badTotal,
    List<String> files,
    List<String> passedOver,
    Duration took) {

  /** How it ended. */
  public enum Outcome {
    /** The register changed as the counts say. */
    APPLIED,
    /** Recorded, but some or all of it waits for a second publisher's key. */
    PROPOSED,
    /** Only planned: the register would change as the counts say. */
    PLANNED,
    /** The register already says all that the input says; nothing was written. */
    NOTHING_NEW,
    /** There are bad rows and they were not to be skipped; nothing was written. */
    REFUSED
  }

  /**
   * Rows of one entity.
   *
   * @param added not there before
   * @param changed there, with other values
   * @param unchanged there, with the same values
   * @param gone there before, but no longer in the newer snapshot: removed
   * @param older in the input with an older snapshot than the one that is there: left as it is
   */
  public record Count(int added, int changed, int unchanged, int gone, int older) {

    /** How many rows are written. */
    public int writes() {
      return added + changed + gone;
    }
  }
}
