package vn.roquyen.domain;

/**
 * How far an own change has come on its way to the others; the words for a person stand in the
 * message bundle under {@code outbox.STATE}.
 */
public enum OutboxState {
  /** Entered, and kept as a draft. */
  RECORDED,
  /** Signed and forced to this machine's journal. */
  SEALED,
  /** Waits for its turn, or for the store to be within reach. */
  QUEUED,
  /** Under way now. */
  SENDING,
  /** In the shared store, where others find it. */
  STORED,
  /** The province's machine says that it has it. */
  RECEIVED
}
