package vn.roquyen.domain;

/**
 * How it stands with a shared store: one value for each thing that a person is told differently.
 * The sentence stands in the message bundle under {@code remote.state.CODE}.
 */
public enum RemoteState {
  /** The last exchange came to its end. */
  READY(Next.NOTHING),

  /** The store cannot be reached now; tried again by itself. */
  OFFLINE(Next.WAIT),
  CUT(Next.WAIT),
  BUSY(Next.WAIT),
  LOCKED(Next.WAIT),
  SERVER_TROUBLE(Next.WAIT),
  /** The store says that something is there which has not arrived in it yet. */
  REPLICATING(Next.WAIT),
  /** A large file waits for a connection that is not paid for by its volume. */
  LARGE_WAITS(Next.WAIT),
  /** This machine's own disk has no room for what would come. */
  DISK_FULL(Next.WAIT),

  /** Only a person can help. */
  LOGIN_NEEDED(Next.PERSON),
  FORBIDDEN(Next.PERSON),
  FOLDER_MISSING(Next.PERSON),
  MOVED(Next.PERSON),
  PORTAL(Next.PERSON),
  TOO_LARGE(Next.PERSON),
  STORE_FULL(Next.PERSON),
  READ_ONLY(Next.PERSON),
  MEDIUM_GONE(Next.PERSON),
  CLOCK_WRONG(Next.PERSON),
  SERVER_UNTRUSTED(Next.PERSON),
  /** The store cannot promise that nothing is overwritten. */
  UNSUITABLE(Next.PERSON),
  /** There is nothing where something of this space had been before. */
  EMPTIED(Next.PERSON),
  /** The store goes on showing an older head than one that was seen. */
  HEAD_OLD(Next.PERSON),
  /** The store belongs to another space. */
  FOREIGN(Next.PERSON),
  /** Another content stands under a name that only this machine may give. */
  FORK(Next.PERSON),
  ANSWER_UNKNOWN(Next.PERSON);

  private enum Next {
    NOTHING,
    WAIT,
    PERSON
  }

  private final Next next;

  RemoteState(Next next) {
    this.next = next;
  }

  /** The key of the sentence that tells a person. */
  public String messageKey() {
    return "remote.state." + name();
  }

  /** True when the program tries again by itself. */
  public boolean passes() {
    return next == Next.WAIT;
  }

  /** True when nothing will change before a person has done something. */
  public boolean needsPerson() {
    return next == Next.PERSON;
  }
}
