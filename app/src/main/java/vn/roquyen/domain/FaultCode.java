package vn.roquyen.domain;

import java.util.regex.Pattern;

/** Stable codes of errors, grouped by the exit code that the command line gives. */
public enum FaultCode {
  /** What was asked of the command line cannot be understood or done here. */
  USAGE(2),
  UNIT_NOT_SET(2),
  DISPLAY_MISSING(2),

  /** The data folder cannot be read or written as it must. */
  DATA_FOLDER_MISSING(5),
  DATA_FOLDER_READ_ONLY(5),
  DATA_FOLDER_IN_USE(5),
  DATA_FOLDER_REMOTE(5),
  DATA_FOLDER_NOT_EMPTY(4),
  DATABASE_DAMAGED(5),
  DATABASE_FOREIGN(5),
  DATABASE_NEWER(5),
  DISK_FULL(5),
  INDEX_FAILED(5),
  FONT_MISSING(5),

  /** What was asked for is not in the register. */
  RECORD_UNKNOWN(3),
  UNIT_UNKNOWN(3),
  FIELD_UNKNOWN(3),
  /** No change has an id that begins so, or several have. */
  CHANGE_UNKNOWN(3),
  /** Nothing of that code can be the unit of a machine in that role. */
  UNIT_UNFIT(3),
  /** No certificate has an id that begins so, or several have. */
  CERTIFICATE_UNKNOWN(3),
  /** The register on this machine began only after that day. */
  KNOWN_TOO_EARLY(3),
  /** Nobody knows yet what the register will show at the end of that day. */
  KNOWN_TOO_LATE(3),

  /** What was given cannot be used. */
  INPUT_MISSING(4),
  INPUT_NOT_UTF8(4),
  INPUT_COLUMNS(4),
  INPUT_ROW(4),
  INPUT_TOO_LARGE(4),
  INPUT_COMPRESSED_TOO_FAR(4),
  INPUT_DAMAGED(4),
  INPUT_KIND_UNKNOWN(4),
  OPERATION_INVALID(4),
  /** A field that may hold few words was given another. */
  WORD_UNKNOWN(4),
  /** A field that names a record was given a name that none has. */
  REFERENCE_UNKNOWN(4),
  OUTPUT_FAILED(4),
  TARGET_NOT_EMPTY(4),
  BACKUP_MISSING(4),
  /** A file was made but the machine has no program that shows it. */
  VIEWER_MISSING(4),

  /** Nothing is signed: this key may not write it, or the machine's clock is wrong. */
  NOT_ALLOWED(6),
  KEY_PENDING(6),
  NOT_ISSUER(6),

  /** A change that waits for a second key. */
  PROPOSAL_OWN(6),
  PROPOSAL_FOREIGN(6),
  PROPOSAL_DECIDED(4),
  /** Just that was put forward before and still waits. */
  PROPOSAL_WAITING(4),
  /** A draft with fields to mend, or one that changes nothing. */
  DRAFT_UNFINISHED(4),
  SAMPLE_AMONG_REAL_DATA(6),
  FOLDER_FOUNDED(4),
  /** A certificate, an invitation or a request that is not to be believed. */
  DOCUMENT_REFUSED(4),
  CLOCK_BEHIND(6),
  CLOCK_AHEAD(6),

  /** Keys and the journal. */
  KEY_DAMAGED(5),
  KEY_PASSWORD(6),
  JOURNAL_DAMAGED(5),

  /** Shared stores. */
  REMOTE_NAME(2),
  REMOTE_TAKEN(4),
  REMOTE_ADDRESS(2),
  REMOTE_CERTIFICATES(4),
  REMOTE_UNKNOWN(3),
  REMOTE_NONE(3),
  REMOTE_NOT_NOW(4),

  CANCELLED(4),
  UNEXPECTED(1);

  /** How Linux and Windows say so; a quota that is used up is the same to a person. */
  private static final Pattern FULL =
      Pattern.compile("No space left|not enough space|Disk quota exceeded");

  private final int exitCode;

  FaultCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /**
   * What a failure of reading or writing a file means to a person.
   *
   * @param otherwise when the disk is not full
   */
  public static FaultCode ofFileFailure(Throwable failure, FaultCode otherwise) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && FULL.matcher(message).find()) {
        return DISK_FULL;
      }
    }
    return otherwise;
  }

  /** The exit code of the command line. */
  public int exitCode() {
    return exitCode;
  }
}
