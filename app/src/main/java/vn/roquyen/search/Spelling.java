package vn.roquyen.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a mistyped syllable was meant to be: leftovers of the typing methods ("thuâtj",
 * "đinh5", "ddawng"), doubled letters, and one wrong, missing, extra or swapped letter. Which
 * candidate is right is told by how often it stands beside its neighbours in the index.
 */
final class Spelling {
  private static final int SHORTEST = 3;
  private static final double CERTAIN = 0.9;
  private static final double LIKELY = 0.65;

  private final CorpusTerms terms;

  Spelling(CorpusTerms terms) {
    this.terms = terms;
  }

  /**
   * What the word may have been meant to be, best first; empty when it stands as it is. A word that
   * exists, or could be one, is doubted only when its neighbour nearly always has the other beside
   * it ("mầm nom").
   */
  List<ReadQuery.Other> others(Word typed, @Nullable String before, @Nullable String after) {
    String word = typed.plain();
    boolean known = terms.isKnown(word);
    if (word.length() < SHORTEST
        || Character.isDigit(word.charAt(0))
        || known && support(word, before, after) > 0) {
      return List.of();
    }
    boolean possible = known || VietnameseSyllable.isPossible(typed.exact());
    Set<String> candidates = new HashSet<>(typingLeftovers(word));
    addNeighbours(word, candidates);
    candidates.remove(word);
    record Scored(String word, double score) {}
    List<Scored> scored = new ArrayList<>();
    for (String candidate : candidates) {
      if (terms.isKnown(candidate)
          && (!possible || isExpected(candidate, before, after, known ? 0.5 : 0.1))) {
        double score = 10.0 * support(candidate, before, after) + frequency(candidate);
        scored.add(new Scored(candidate, score));
      }
    }
    scored.sort(Comparator.comparingDouble((Scored each) -> -each.score()));
    return scored.stream()
        .limit(known ? 1 : 3)
        .map(each -> new ReadQuery.Other(each.word(), known ? LIKELY : CERTAIN))
        .toList();
  }

  /** True when a neighbour stands beside the word in that share of its occurrences. */
  private boolean isExpected(
      String word, @Nullable String before, @Nullable String after, double share) {
    return before != null && isExpected(terms.pairsAnywhere(before, word), before, share)
        || after != null && isExpected(terms.pairsAnywhere(word, after), after, share);
  }

  private boolean isExpected(int together, String neighbour, double share) {
    return together > 0 && together >= share * terms.plainWords().getOrDefault(neighbour, 0);
  }

  private double frequency(String word) {
    return Math.log1p(terms.plainWords().getOrDefault(word, 0));
  }

  private int support(String word, @Nullable String before, @Nullable String after) {
    int support = 0;
    if (before != null) {
      support += terms.pairsAnywhere(before, word);
    }
    if (after != null) {
      support += terms.pairsAnywhere(word, after);
    }
    return support;
  }

  /** Readings of letters that a typing method left behind. */
  private static List<String> typingLeftovers(String word) {
    List<String> found = new ArrayList<>();
    String single = word.replaceAll("(.)\\1+", "$1");
    found.add(single);
    String telex = single.replace("w", "");
    found.add(telex);
    for (String form : List.of(single, telex)) {
      if (form.length() > 2 && "sfrxj123456789".indexOf(form.charAt(form.length() - 1)) >= 0) {
        found.add(form.substring(0, form.length() - 1));
      }
      found.add(form.replaceAll("[0-9]", ""));
      found.add(form.replaceAll("(?<=[aeiouy])[sfrxj]", ""));
    }
    found.replaceAll(Folding::plain);
    return found;
  }

  private void addNeighbours(String word, Set<String> into) {
    for (Map.Entry<String, Integer> entry : terms.plainWords().entrySet()) {
      String other = entry.getKey();
      if (Math.abs(other.length() - word.length()) <= 1
          && other.length() > 1
          && isOneSlipAway(word, other)) {
        into.add(other);
      }
    }
  }

  /** One letter wrong, missing or extra, or two neighbours swapped. */
  static boolean isOneSlipAway(String left, String right) {
    int start = 0;
    int shorter = Math.min(left.length(), right.length());
    while (start < shorter && left.charAt(start) == right.charAt(start)) {
      start++;
    }
    int endLeft = left.length();
    int endRight = right.length();
    while (endLeft > start
        && endRight > start
        && left.charAt(endLeft - 1) == right.charAt(endRight - 1)) {
      endLeft--;
      endRight--;
    }
    int restLeft = endLeft - start;
    int restRight = endRight - start;
    if (restLeft <= 1 && restRight <= 1) {
      return restLeft + restRight > 0;
    }
    return restLeft == 2
        && restRight == 2
        && left.charAt(start) == right.charAt(start + 1)
        && left.charAt(start + 1) == right.charAt(start);
  }
}
