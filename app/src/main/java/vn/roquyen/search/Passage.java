package vn.roquyen.search;

import java.util.List;

/**
 * A short text as numbers of its words: ranking compares thousands of words for each question, and
 * numbers are compared at once.
 *
 * @param exact number of each word in its exact form, see {@link CorpusTerms#number}
 * @param plain number of each word in its plain form
 */
record Passage(int[] exact, int[] plain) {

  static Passage of(List<Word> words, CorpusTerms terms) {
    int[] exact = new int[words.size()];
    int[] plain = new int[words.size()];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = terms.number(words.get(i).exact());
      plain[i] = terms.number(words.get(i).plain());
    }
    return new Passage(exact, plain);
  }

  int length() {
    return exact.length;
  }
}
