package vn.roquyen.search;

import vn.roquyen.domain.Confidence;

/** The weights of the features. */
final class Weights {
  static final double[] RANKING = {
    1.0, 1.0, 0.4, 0.4, 0.5, 0.6, 1.0, 1.0, 1.0, 0.8, 0.3, 0.3, 0.15, -0.5, 0.35, 0.05, 0.5, 0.6, 5
  };

  private Weights() {}

  static double score(Features features) {
    return features.score(RANKING);
  }

  static Confidence confidence(Features features) {
    boolean sure =
        features.ownNumber() > 0
            || features.nameWords() >= 0.62 && features.allWords() >= 0.7;
    return sure ? Confidence.HIGH : Confidence.LOW;
  }
}
