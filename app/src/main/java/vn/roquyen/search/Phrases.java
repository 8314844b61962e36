package vn.roquyen.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by their plain words, as a tree, so that all that begin at a word of a question are found
 * in one walk. Words that say nothing may stand between the words of a phrase ("nhận <em>một
 * đứa</em> con nuôi").
 */
final class Phrases {
  private static final int LONGEST_GAP = 3;

  /** How a phrase relates to what it stands for. */
  enum Force {
    /** Both sides say the same (abbreviation, {@code a = b}). */
    SAME,
    /** A citizens' word that points to an official one ({@code a => b}). */
    POINTS,
    /** It points, and it tells the matter whatever else is said ({@code a =>> b}). */
    DECIDES
  }

  /** A phrase and what it stands for. */
  record Entry(List<Word> phrase, List<List<Word>> meanings, Force force) {}

  /** A phrase found in a question, and which words of the question it takes. */
  record Found(Entry entry, int[] at) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private final List<Entry> entries = new ArrayList<>(1);
  }

  private final Node root = new Node();

  void add(List<Word> phrase, List<List<Word>> meanings, Force force) {
    Node node = root;
    for (Word word : phrase) {
      node = node.next.computeIfAbsent(word.plain(), key -> new Node());
    }
    node.entries.add(new Entry(phrase, meanings, force));
  }

  /**
   * All phrases in a question whose letters agree; the caller chooses among them.
   *
   * @param gaps which words may stand inside a phrase
   * @param ends after which words no phrase goes on
   */
  List<Found> in(List<Word> words, boolean[] gaps, boolean[] ends, boolean marked) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      new Walk(words, gaps, ends, marked, found).from(root, i, new int[0]);
    }
    return found;
  }

  private record Walk(
      List<Word> words, boolean[] gaps, boolean[] ends, boolean marked, List<Found> found) {

    void from(Node node, int from, int[] taken) {
      int last = Math.min(words.size() - 1, from + (taken.length == 0 ? 0 : LONGEST_GAP));
      for (int i = from; i <= last && (taken.length == 0 || !ends[i - 1]); i++) {
        Node child = node.next.get(words.get(i).plain());
        if (child != null) {
          int[] longer = Arrays.copyOf(taken, taken.length + 1);
          longer[taken.length] = i;
          for (Entry entry : child.entries) {
            if (agrees(words, longer, entry.phrase(), marked)) {
              found.add(new Found(entry, longer));
            }
          }
          from(child, i + 1, longer);
        }
        if (!gaps[i]) {
          break;
        }
      }
    }
  }

  /** In a question with diacritics they must agree too, where the asked word has any. */
  private static boolean agrees(List<Word> words, int[] at, List<Word> phrase, boolean marked) {
    for (int i = 0; marked && i < at.length; i++) {
      String exact = words.get(at[i]).exact();
      if (!exact.equals(phrase.get(i).exact()) && (at.length == 1 || Folding.isMarked(exact))) {
        return false;
      }
    }
    return true;
  }
}
