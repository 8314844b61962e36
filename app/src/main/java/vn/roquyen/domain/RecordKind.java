package vn.roquyen.domain;

/** The kinds of record that can be looked up. */
public enum RecordKind {
  POWER,
  PROCEDURE,
  INSTRUMENT
}
