package vn.roquyen.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as the search understands it.
 *
 * @param words the syllables in order, also those that say nothing
 * @param table the same for quick comparison
 * @param totalWeight sum of the weights of the words; never 0
 * @param pairWeights how telling the pair of word i and the next one is; 0 when nobody writes it
 * @param readings what phrases of the question may stand for
 * @param keys identifiers found in the question
 * @param marked true when the question is written with diacritics
 * @param readAs the question after an old encoding was recognised, else null
 */
record ReadQuery(
    List<Term> words,
    QueryTable table,
    double totalWeight,
    double[] pairWeights,
    List<Reading> readings,
    Set<String> keys,
    boolean marked,
    @Nullable String readAs) {

  /**
   * One syllable.
   *
   * @param trusted true when people write it so, diacritics and all: it is no slip
   * @param weight how telling it is, 0 for a filler
   * @param filler true when it must not match by itself, though a phrase with it may
   * @param others plain words that may have been meant: corrections, or what the letters begin
   */
  record Term(
      Word word,
      boolean marked,
      boolean trusted,
      double weight,
      boolean filler,
      List<Other> others) {
    Term withWeight(double other) {
      return new Term(word, marked, trusted, other, filler, others);
    }
  }

  /** A word that may have been meant, and how likely. */
  record Other(String plain, double quality) {}

  /**
   * What some words of the question may stand for together.
   *
   * @param at the places of the words
   * @param strength 1 when it certainly means the same
   */
  record Reading(int[] at, List<Meaning> meanings, double strength, Phrases.Force force) {}

  /** The sum of the weights of all words; never 0. */
  static double totalWeight(List<Term> words) {
    double sum = 0;
    for (Term term : words) {
      sum += term.weight();
    }
    return Math.max(sum, 0.001);
  }
}
