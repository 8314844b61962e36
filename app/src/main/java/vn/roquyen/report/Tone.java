package vn.roquyen.report;

/** How a statement is meant, so that it is seen before it is read. */
public enum Tone {
  /** Yes: in force, competent, stated. */
  GOOD,
  /** No: expired, not competent. */
  BAD,
  /** Not known. */
  UNSURE,
  /** To be checked. */
  CAUTION,
  NEUTRAL
}
