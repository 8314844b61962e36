package vn.roquyen.search;

import java.util.Arrays;
import java.util.List;

/** Finds at once which words of a question a word of a record matches, and how well. */
final class QueryTable {
  /** Both have diacritics and differ, though people write it as asked: another word. */
  private static final double OTHER_WORD = 0.25;

  private static final double DIACRITICS_LEFT_OUT = 0.8;
  private static final double DIACRITICS_SLIPPED = 0.8;
  private static final int[] NONE = {};

  private final int[] exact;
  private final int[] plain;
  private final double[] whenOnlyPlain;
  private final int[][] others;
  private final List<ReadQuery.Term> terms;
  private final int[] slots;
  private final int[][] found;

  QueryTable(List<ReadQuery.Term> terms, boolean marked, CorpusTerms corpus) {
    int count = terms.size();
    this.terms = terms;
    exact = new int[count];
    plain = new int[count];
    whenOnlyPlain = new double[count];
    others = new int[count][];
    int forms = count;
    for (int i = 0; i < count; i++) {
      ReadQuery.Term term = terms.get(i);
      exact[i] = corpus.numberIfKnown(term.word().exact());
      plain[i] = corpus.numberIfKnown(term.word().plain());
      whenOnlyPlain[i] = whenOnlyPlain(term, marked);
      others[i] =
          term.others().stream().mapToInt(other -> corpus.numberIfKnown(other.plain())).toArray();
      forms += others[i].length;
    }
    slots = new int[Integer.highestOneBit(2 * forms + 2) * 2];
    found = new int[slots.length][];
    Arrays.fill(slots, -1);
    for (int i = 0; i < count; i++) {
      add(plain[i], i);
      for (int other : others[i]) {
        add(other, i);
      }
    }
  }

  private static double whenOnlyPlain(ReadQuery.Term term, boolean marked) {
    if (!marked) {
      return 1;
    }
    if (!term.marked()) {
      return DIACRITICS_LEFT_OUT;
    }
    return term.trusted() ? OTHER_WORD : DIACRITICS_SLIPPED;
  }

  private void add(int word, int term) {
    if (word < 0) {
      return;
    }
    int slot = slot(word);
    int[] old = slots[slot] < 0 ? NONE : found[slot];
    slots[slot] = word;
    found[slot] = Arrays.copyOf(old, old.length + 1);
    found[slot][old.length] = term;
  }

  private int slot(int word) {
    int slot = word & slots.length - 1;
    while (slots[slot] >= 0 && slots[slot] != word) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Places of the words of the question that a plain word may match, ascending. */
  int[] matching(int plainWord) {
    int slot = slot(plainWord);
    return slots[slot] < 0 ? NONE : found[slot];
  }

  /** How well a word of a record matches the word of the question at a place, 0 to 1. */
  double quality(int place, int exactWord, int plainWord) {
    if (exact[place] == exactWord) {
      return 1;
    }
    if (plain[place] == plainWord) {
      return whenOnlyPlain[place];
    }
    for (int k = 0; k < others[place].length; k++) {
      if (others[place][k] == plainWord) {
        return terms.get(place).others().get(k).quality();
      }
    }
    return 0;
  }
}
