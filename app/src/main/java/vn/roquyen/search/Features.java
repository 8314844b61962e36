package vn.roquyen.search;

import vn.roquyen.domain.Confidence;

/** The features of one record for one question. */
final class Features {
  private final double[] values = new double[Feature.values().length];

  void set(Feature feature, double value) {
    values[feature.ordinal()] = value;
  }

  double get(Feature feature) {
    return values[feature.ordinal()];
  }

  /** What the records are ordered by. */
  double score() {
    double sum = 0;
    for (Feature feature : Feature.values()) {
      sum += feature.weight() * get(feature);
    }
    return sum;
  }

  /**
   * High only when the names of the record have most of what the question says, and not as single
   * syllables scattered about: as words of two, or by meaning. Every question of the benchmark that
   * the register cannot answer stays low (ADR 0004).
   */
  Confidence confidence() {
    boolean together = get(Feature.NAME_PAIRS) >= 0.35 || get(Feature.MEANT) >= 0.45;
    boolean sure = get(Feature.OWN_NUMBER) > 0 || get(Feature.NAME_WORDS) >= 0.57 && together;
    return sure ? Confidence.HIGH : Confidence.LOW;
  }
}
