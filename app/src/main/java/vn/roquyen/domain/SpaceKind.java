package vn.roquyen.domain;

/** By whose word a data folder stands. */
public enum SpaceKind {
  /** Sample data under the demonstration root, whose keys everyone has. */
  DEMONSTRATION,
  /** The folder founded its own space and keeps the key of its root. */
  OWN_ROOT,
  /** Someone else's root; this folder joined by invitation. */
  INVITED
}
