package vn.roquyen.search;

/**
 * What the ranking sees of a record for a question. Shares are of the weight of the words or pairs
 * of the question, 0 to 1.
 */
record Features(
    double titleWords,
    double titlePairs,
    double keywordWords,
    double keywordPairs,
    double wholeKeyword,
    double meant,
    double nameWords,
    double namePairs,
    double allWords,
    double titleCovered,
    double fieldWords,
    double textPairs,
    double bodyPairs,
    double unasked,
    double communeDecides,
    double inForce,
    double relative,
    double restsOn,
    double ownNumber) {

  static final String[] NAMES = {
    "titleWords", "titlePairs", "keywordWords", "keywordPairs", "wholeKeyword", "meant",
    "nameWords", "namePairs", "allWords", "titleCovered", "fieldWords", "textPairs", "bodyPairs",
    "unasked", "communeDecides", "inForce", "relative", "restsOn", "ownNumber"
  };

  double[] values() {
    return new double[] {
      titleWords, titlePairs, keywordWords, keywordPairs, wholeKeyword, meant, nameWords, namePairs,
      allWords, titleCovered, fieldWords, textPairs, bodyPairs, unasked, communeDecides, inForce,
      relative, restsOn, ownNumber
    };
  }

  double score(double[] weights) {
    double sum = 0;
    double[] values = values();
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }
}
