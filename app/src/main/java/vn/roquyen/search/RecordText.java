package vn.roquyen.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The short texts of a record as the ranking reads them, with all that does not depend on the
 * question worked out beforehand.
 *
 * @param titleWeights how telling each word of the title is; 0 for fillers
 * @param qualifiers where in the title a qualifier stands
 * @param keywords the search words of the editor, phrase by phrase
 */
record RecordText(
    String id,
    String title,
    String fieldName,
    List<Word> titleWords,
    double[] titleWeights,
    List<Stretch> qualifiers,
    List<List<Word>> keywords,
    List<Word> fieldWords) {

  /** Words {@code from} up to, not including, {@code to}. */
  record Stretch(int from, int to) {}

  /** Reads the column that {@link IndexFields} writes. */
  static RecordText read(String column, CorpusTerms terms, Vocabulary vocabulary) {
    String[] parts = column.split("\n", -1);
    List<Word> title = terms.known(Word.of(parts[1]));
    List<List<Word>> keywords = new ArrayList<>();
    for (String phrase : parts[2].split(";")) {
      List<Word> words = terms.known(Word.of(phrase));
      if (!words.isEmpty()) {
        keywords.add(words);
      }
    }
    double[] weights = new double[title.size()];
    for (int i = 0; i < weights.length; i++) {
      Word word = title.get(i);
      weights[i] = vocabulary.isFiller(word.exact()) ? 0 : terms.weight(word.plain());
    }
    return new RecordText(
        parts[0],
        parts[1],
        parts[3],
        title,
        weights,
        qualifiers(title, vocabulary),
        keywords,
        terms.known(Word.of(parts[3])));
  }

  private static List<Stretch> qualifiers(List<Word> title, Vocabulary vocabulary) {
    List<Stretch> found = new ArrayList<>();
    for (List<Word> qualifier : vocabulary.qualifiers()) {
      int at = indexOf(title, qualifier);
      if (at >= 0) {
        found.add(new Stretch(at, at + qualifier.size()));
      }
    }
    return found;
  }

  private static int indexOf(List<Word> passage, List<Word> phrase) {
    for (int p = 0; p + phrase.size() <= passage.size(); p++) {
      int same = 0;
      while (same < phrase.size()
          && passage.get(p + same).exact().equals(phrase.get(same).exact())) {
        same++;
      }
      if (same == phrase.size()) {
        return p;
      }
    }
    return -1;
  }
}
