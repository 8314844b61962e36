package vn.roquyen.domain;

/** Why a row of an input cannot be used. The comments give the arguments of the sentence. */
public enum RowProblem {
  /** column. */
  VALUE_MISSING,
  /** column, value. */
  TOKEN_UNKNOWN,
  /** column, value. */
  DATE_INVALID,
  /** column, value. */
  NUMBER_INVALID,
  /** column, length, longest length allowed. */
  TEXT_TOO_LONG,
  /** longest line allowed. */
  LINE_TOO_LONG,
  /** cells found, cells expected. */
  CELL_COUNT,
  /** what the reader says. */
  JSON_INVALID,
  /** name of the part that has another form than expected. */
  SHAPE_INVALID,
  /** key, file and line of its first appearance. */
  KEY_REPEATED,
  /** column, key that nothing has. */
  REFERENCE_UNKNOWN,
  /** what several records of the register say of themselves. */
  AMBIGUOUS,
  /** column, key that a record of the register has already. */
  KEY_TAKEN,
  /** column, provision of another instrument. */
  PROVISION_ELSEWHERE,
  /** column, text that is no number of an article, a clause or a point. */
  CITATION_INVALID
}
