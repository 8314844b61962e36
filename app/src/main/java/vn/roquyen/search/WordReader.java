package vn.roquyen.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts long texts into syllables. A catalogue has millions of syllables but only some thousand
 * different ones, so each is folded once. For one thread.
 */
final class WordReader {
  /** More than Vietnamese has in both cases; strange texts start anew. */
  private static final int MOST = 30_000;

  private final Map<String, Word> folded = new HashMap<>();

  /** All syllables in order, without their places in the text. */
  List<Word> read(String text) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 1);
    String clean = Folding.clean(text);
    Word.cut(clean, (start, end) -> words.add(folded(clean.substring(start, end))));
    return words;
  }

  private Word folded(String written) {
    Word known = folded.get(written);
    if (known != null) {
      return known;
    }
    if (folded.size() >= MOST) {
      folded.clear();
    }
    Word word = new Word(Folding.exact(written), Folding.plain(written), 0, 0);
    folded.put(written, word);
    return word;
  }
}
