package vn.roquyen.domain;

/** What one instrument does to another. */
public enum RelationKind {
  AMENDS,
  REPLACES,
  REPEALS,
  BASED_ON,
  GUIDES,
  IMPLEMENTS
}
