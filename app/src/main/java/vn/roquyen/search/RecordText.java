package vn.roquyen.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The short texts of a record as the ranking reads them, with all that does not depend on the
 * question worked out beforehand.
 *
 * @param titleWeights how telling each word of the title is; 0 for fillers
 * @param bound how much each word of the title belongs to a neighbour, 0 to 1
 * @param qualifiers where in the title a qualifier stands
 * @param actions the act that the title begins with when it is not the ordinary one; none or one
 * @param keywords the search words of the editor, phrase by phrase
 * @param names which words title, keywords and field have
 */
record RecordText(
    String id,
    String title,
    String fieldName,
    Passage titleWords,
    double[] titleWeights,
    double[] bound,
    List<Stretch> qualifiers,
    List<Stretch> actions,
    List<Passage> keywords,
    Passage fieldWords,
    WordSet names) {

  private static final double ASIDE = 0.3;
  private static final int FARTHEST_ACTION = 3;
  private static final Set<String> ORDINARY = Set.of("dang", "ki", "cap");

  /** Words {@code from} up to, not including, {@code to}. */
  record Stretch(int from, int to) {}

  /** Reads the column that {@link IndexFields} writes. */
  static RecordText read(String column, CorpusTerms terms, Vocabulary vocabulary) {
    String[] parts = column.split("\n", -1);
    List<Word> title = Word.of(parts[1]);
    Passage titleWords = Passage.of(title, terms);
    Passage fieldWords = Passage.of(Word.of(parts[3]), terms);
    List<Passage> keywords = new ArrayList<>();
    for (String phrase : parts[2].split(";")) {
      List<Word> words = Word.of(phrase);
      if (!words.isEmpty()) {
        keywords.add(Passage.of(words, terms));
      }
    }
    WordSet names = new WordSet();
    names.add(titleWords);
    names.add(fieldWords);
    keywords.forEach(names::add);
    double[] weights = new double[title.size()];
    boolean[] fillers = vocabulary.fillers(title, true);
    for (int i = 0; i < weights.length; i++) {
      double aside = isAside(parts[1], title.get(i).start()) ? ASIDE : 1;
      weights[i] = fillers[i] ? 0 : aside * terms.weight(titleWords.plain()[i]);
    }
    return new RecordText(
        parts[0],
        parts[1],
        parts[3],
        titleWords,
        weights,
        bound(titleWords, terms),
        qualifiers(title, vocabulary),
        actions(parts[1], title, fillers, vocabulary),
        List.copyOf(keywords),
        fieldWords,
        names);
  }

  /** Between brackets a title only says more about itself. */
  private static boolean isAside(String title, int at) {
    int open = title.lastIndexOf('(', at);
    return open >= 0 && title.lastIndexOf(')', at) < open;
  }

  private static double[] bound(Passage title, CorpusTerms terms) {
    int[] words = title.exact();
    double[] bound = new double[words.length];
    for (int p = 0; p + 1 < words.length; p++) {
      int together = terms.together(words[p], words[p + 1]);
      if (together > 0) {
        bound[p] = Math.max(bound[p], together / (double) terms.titlesWith(words[p]));
        bound[p + 1] = Math.max(bound[p + 1], together / (double) terms.titlesWith(words[p + 1]));
      }
    }
    return bound;
  }

  private static List<Stretch> qualifiers(List<Word> title, Vocabulary vocabulary) {
    Map<List<Word>, Stretch> found = new LinkedHashMap<>();
    for (int at = 0; at < title.size(); at++) {
      for (List<Word> qualifier : vocabulary.qualifiers().at(title, at)) {
        found.putIfAbsent(qualifier, new Stretch(at, at + qualifier.size()));
      }
    }
    return List.copyOf(found.values());
  }

  /** Looks at the head of the title: "Thủ tục đăng ký lại …", "Cấp gia hạn …", "Thu hồi …". */
  private static List<Stretch> actions(
      String text, List<Word> title, boolean[] fillers, Vocabulary vocabulary) {
    int head = 0;
    while (head < fillers.length && fillers[head]) {
      head++;
    }
    int most = Math.min(head + FARTHEST_ACTION, title.size());
    for (int at = head; at < most; at++) {
      List<List<Word>> standing = vocabulary.actions().at(title, at);
      if (!standing.isEmpty()) {
        List<Word> action = standing.getFirst();
        return List.of(new Stretch(at + ordinary(action), at + action.size()));
      }
      boolean listed =
          at + 1 < most
              && !text.substring(title.get(at).end(), title.get(at + 1).start()).isBlank();
      if (listed) {
        break;
      }
    }
    return List.of();
  }

  /** How many words at the head of an act any title may have ("đăng ký", "cấp"). */
  private static int ordinary(List<Word> action) {
    int count = 0;
    while (count + 1 < action.size() && ORDINARY.contains(action.get(count).plain())) {
      count++;
    }
    return count;
  }
}
