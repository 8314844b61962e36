package vn.roquyen.search;

import java.util.List;

/**
 * Official words that a phrase of a question may stand for.
 *
 * @param exact number of each word; -1 when no record has it
 * @param weights how telling each word is
 * @param total sum of the weights
 */
record Meaning(List<Word> words, int[] exact, double[] weights, double total) {

  static Meaning of(List<Word> words, CorpusTerms terms) {
    int[] exact = new int[words.size()];
    double[] weights = new double[words.size()];
    double total = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = terms.numberIfKnown(words.get(i).exact());
      weights[i] = terms.weight(words.get(i).plain());
      total += weights[i];
    }
    return new Meaning(words, exact, weights, total);
  }

  /**
   * How much of it a passage has, more when it stands together.
   *
   * @param places receives where each word was found, -1 for none; as long as the meaning
   */
  double in(Passage passage, int[] places) {
    double have = 0;
    int joined = 0;
    for (int i = 0; i < exact.length; i++) {
      int behind = i == 0 ? -1 : places[i - 1] + 1;
      places[i] = -1;
      if (behind > 0 && behind < passage.length() && passage.exact()[behind] == exact[i]) {
        places[i] = behind;
        joined++;
      }
      for (int p = 0; places[i] < 0 && p < passage.length(); p++) {
        if (passage.exact()[p] == exact[i]) {
          places[i] = p;
        }
      }
      have += places[i] >= 0 ? weights[i] : 0;
    }
    double share = have / total;
    double together = exact.length == 1 ? 1 : joined / (exact.length - 1.0);
    return share * share * (0.4 + 0.6 * together);
  }

  /** True when a record with these names can have a good part of it; a quick look beforehand. */
  boolean mayBeIn(WordSet names) {
    double have = 0;
    for (int i = 0; i < exact.length; i++) {
      have += names.mayHave(exact[i]) ? weights[i] : 0;
    }
    return have >= 0.5 * total;
  }
}
