package vn.roquyen.domain;

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

  /** What was given cannot be used. */
  INPUT_MISSING(4),
  INPUT_NOT_UTF8(4),
  INPUT_COLUMNS(4),
  INPUT_ROW(4),
  INPUT_REFERENCE(4),
  INPUT_TOO_LARGE(4),
  INPUT_COMPRESSED_TOO_FAR(4),
  INPUT_DAMAGED(4),
  INPUT_KIND_UNKNOWN(4),
  OPERATION_INVALID(4),
  OUTPUT_FAILED(4),

  CANCELLED(4),
  UNEXPECTED(1);

  private final int exitCode;

  FaultCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of the command line. */
  public int exitCode() {
    return exitCode;
  }
}
