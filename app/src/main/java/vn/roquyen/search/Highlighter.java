package vn.roquyen.search;

import java.util.ArrayList;
import java.util.List;
import vn.roquyen.domain.Span;

/** Finds the stretches of a title that match a question, letter for letter in the title itself. */
final class Highlighter {
  private static final double SURE_ENOUGH = 0.5;

  private Highlighter() {}

  /**
   * Ascending stretches that do not touch; neighbours of which both match are one stretch.
   *
   * @param passage the words of the title
   */
  static List<Span> marks(String title, Passage passage, ReadQuery query) {
    List<Word> words = Word.of(title);
    boolean[] marked = new boolean[words.size()];
    for (int p = 0; p < marked.length; p++) {
      int plain = passage.plain()[p];
      for (int place : query.table().matching(plain)) {
        marked[p] |=
            !query.words().get(place).filler()
                && query.table().quality(place, passage.exact()[p], plain) > SURE_ENOUGH;
      }
    }
    for (ReadQuery.Reading reading : query.readings()) {
      reading.meanings().forEach(meaning -> markPhrase(words, meaning.words(), marked));
    }
    List<Span> marks = new ArrayList<>();
    for (int p = 0; p < marked.length; p++) {
      if (!marked[p]) {
        continue;
      }
      int first = p;
      while (p + 1 < marked.length && marked[p + 1] && blankBetween(title, words, p)) {
        p++;
      }
      marks.add(new Span(words.get(first).start(), words.get(p).end()));
    }
    return List.copyOf(marks);
  }

  private static boolean blankBetween(String title, List<Word> words, int p) {
    return title.substring(words.get(p).end(), words.get(p + 1).start()).isBlank();
  }

  private static void markPhrase(List<Word> words, List<Word> phrase, boolean[] marked) {
    for (int p = 0; p + phrase.size() <= words.size(); p++) {
      int same = 0;
      while (same < phrase.size() && words.get(p + same).exact().equals(phrase.get(same).exact())) {
        same++;
      }
      for (int i = 0; same == phrase.size() && i < same; i++) {
        marked[p + i] = true;
      }
    }
  }
}
