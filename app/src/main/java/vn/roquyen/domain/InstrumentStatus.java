package vn.roquyen.domain;

/** Whether an instrument has legal effect on a date. */
public enum InstrumentStatus {
  IN_FORCE,
  PARTLY_EXPIRED,
  EXPIRED,
  NOT_YET_IN_FORCE,
  SUSPENDED,
  UNKNOWN;

  /** True when a grant may rest on an instrument of this status; unknown does not exclude. */
  public boolean carries() {
    return this == IN_FORCE || this == PARTLY_EXPIRED || this == UNKNOWN;
  }
}
