package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** What one instrument does to another. */
public enum RelationKind {
  AMENDS(InstrumentStatus.PARTLY_EXPIRED),
  REPLACES(InstrumentStatus.EXPIRED),
  REPEALS(InstrumentStatus.EXPIRED),
  BASED_ON(null),
  GUIDES(null),
  IMPLEMENTS(null);

  private final @Nullable InstrumentStatus effect;

  RelationKind(@Nullable InstrumentStatus effect) {
    this.effect = effect;
  }

  /** The status that the other instrument gets by this relation, or null when it keeps its own. */
  public @Nullable InstrumentStatus effect() {
    return effect;
  }
}
