package vn.roquyen.sync;

/**
 * Why a file was held or refused: stable codes; the sentence for a person stands in the message
 * bundle under {@code sync.reason.CODE}.
 */
public enum Reason {
  /** The bytes are not what they claim to be. */
  TOO_LARGE,
  NOT_A_CHANGE_FILE,
  DAMAGED_IN_MAIL,
  MALFORMED,
  TRAILING_BYTES,
  WRONG_KIND,
  TOO_MANY,
  BAD_COMPRESSION,
  TOO_LARGE_INFLATED,
  BAD_OPERATION,

  /** The signature, the key or the right. */
  BAD_KEY,
  BAD_SIGNATURE,
  KEY_MISMATCH,
  SPACE_FOREIGN,
  REPLICA_FOREIGN,
  UNIT_FOREIGN,
  CERTIFICATE_INVALID,
  CERTIFICATE_OUT_OF_TIME,
  REVOKED,
  NOT_ALLOWED,
  /** An approval that is its own author's, or of what does not wait. */
  OWN_APPROVAL,
  APPROVAL_UNFIT,
  ROOT_NOT_NEXT,
  ROOT_SIGNERS,
  DEMONSTRATION_ROOT,
  STALE,
  INVITATION_UNKNOWN,

  /** The order of changes. */
  PREVIOUS_MISMATCH,

  /** Something is still to come; the file is kept and tried again. */
  CERTIFICATE_UNKNOWN(true),
  GAP(true),
  REVOCATION_GAP(true),
  DEPENDENCY_MISSING(true),
  DICTIONARY_UNKNOWN(true),
  NEWER_PROGRAM(true),
  CRITICAL_FEATURE(true),
  FORK(true),
  /** A copy of this folder has written under its name. */
  FORK_OWN(true);

  private final boolean hold;

  Reason() {
    this(false);
  }

  Reason(boolean hold) {
    this.hold = hold;
  }

  /** The key of the sentence that tells a person. */
  public String messageKey() {
    return "sync.reason." + name();
  }

  /** True when the file is kept, because what it lacks may still come. */
  public boolean isHold() {
    return hold;
  }
}
