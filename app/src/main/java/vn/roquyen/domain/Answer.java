package vn.roquyen.domain;

/** The three verdicts of the resolver for one commune on one date. */
public enum Answer {
  COMMUNE,
  NOT_COMMUNE,
  UNDETERMINED
}
