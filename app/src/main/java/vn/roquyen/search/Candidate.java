package vn.roquyen.search;

/**
 * A record that may answer a question, with what the ranking looks at.
 *
 * @param relative its score in the index as a share of the best one, 0 to 1
 * @param running which words and pairs of the question its long texts have
 * @param key how an identifier in the question hits
 */
record Candidate(
    int document, long flags, double relative, RecordText text, Running running, Key key) {

  /** How an identifier of the question relates to the record. */
  enum Key {
    NONE,
    RESTS_ON,
    OWN
  }

  /** Which words of the question, and which words beside the next one, long texts have. */
  record Running(
      boolean[] textWords, boolean[] textPairs, boolean[] bodyWords, boolean[] bodyPairs) {
    static Running of(int words) {
      int pairs = Math.max(0, words - 1);
      return new Running(
          new boolean[words], new boolean[pairs], new boolean[words], new boolean[pairs]);
    }
  }
}
