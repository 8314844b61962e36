package vn.roquyen.domain.impact;

/** What may happen to an instrument. */
public enum Event {
  REPEAL,
  EXPIRY,
  /** Nothing ends, but all that rests on it has to be read again. */
  AMENDMENT
}
