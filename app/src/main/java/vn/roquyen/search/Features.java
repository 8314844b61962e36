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

  /** High only when most of what the question says is in the names of the record. */
  Confidence confidence() {
    boolean sure =
        get(Feature.OWN_NUMBER) > 0
            || get(Feature.NAME_WORDS) >= 0.62 && get(Feature.ALL_WORDS) >= 0.7;
    return sure ? Confidence.HIGH : Confidence.LOW;
  }
}
