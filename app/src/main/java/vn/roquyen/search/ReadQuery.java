package vn.roquyen.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as the search understands it.
 *
 * @param words the syllables in order, also those that say nothing
 * @param pairWeights how telling the pair of word i and the next one is; 0 when nobody writes it
 * @param readings what phrases of the question may stand for
 * @param keys identifiers found in the question
 * @param marked true when the question is written with diacritics
 * @param readAs the question after an old encoding was recognised, else null
 */
record ReadQuery(
    List<Term> words,
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
   * @param sure true when both sides say the same, false when one points to the other
   */
  record Reading(int[] at, List<List<Word>> meanings, double strength, boolean sure) {}

  /** How well a word of a record matches a word of the question, 0 to 1. */
  double quality(Term term, Word found) {
    if (term.word().exact().equals(found.exact())) {
      return 1;
    }
    if (term.word().plain().equals(found.plain())) {
      return !marked ? 1 : !term.marked() ? 0.8 : term.trusted() ? 0.25 : 0.8;
    }
    for (Other other : term.others()) {
      if (other.plain().equals(found.plain())) {
        return other.quality();
      }
    }
    return 0;
  }

  /** The sum of the weights of all words; never 0. */
  double totalWeight() {
    double sum = 0;
    for (Term term : words) {
      sum += term.weight();
    }
    return Math.max(sum, 0.001);
  }

  boolean isEmpty() {
    return words.isEmpty() && keys.isEmpty();
  }
}
