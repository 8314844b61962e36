package vn.roquyen.search;

/** Which words a record has in its names, roughly: it may say yes wrongly, never no wrongly. */
final class WordSet {
  private final long[] bits = new long[8];

  void add(Passage passage) {
    for (int word : passage.exact()) {
      bits[part(word)] |= 1L << word;
    }
  }

  boolean mayHave(int word) {
    return word >= 0 && (bits[part(word)] & 1L << word) != 0;
  }

  /** The numbers of words are dense: neighbours share a part, the low bits tell them apart. */
  private int part(int word) {
    return word >>> 6 & bits.length - 1;
  }
}
