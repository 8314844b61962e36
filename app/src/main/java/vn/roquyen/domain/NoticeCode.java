package vn.roquyen.domain;

/** Stable codes of what happened to a data folder and was mended, and what a person is told. */
public enum NoticeCode {
  /** The database could not be used; it was moved aside and filled anew from the journal. */
  DATABASE_REBUILT,
  /** The database is not what the journal says; the next start builds it anew. */
  DATABASE_SUSPECTED,
  /** There was no database any more; a new one was filled from the journal. */
  DATABASE_RESTORED,
  /** An older program had made the database; it was filled anew from the journal. */
  DATABASE_UPGRADED,
  /** An end of the journal that had never been acknowledged was cut off. */
  JOURNAL_CUT,
  /** Documents inside the journal cannot be read any more; the others were saved into a new one. */
  RECORD_LOST,
  /** One of them is a change that this device wrote. */
  OWN_CHANGE_LOST,
  /** One of them is a change that another device wrote. */
  CHANGE_LOST,
  /** The index for the search was missing, old or damaged and was built anew. */
  INDEX_REBUILT
}
