package vn.roquyen.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that are looked for in titles, found by their first word in its exact form. */
final class PhraseList {
  private final Map<String, List<List<Word>>> byFirstWord = new HashMap<>();

  /** Adds a phrase of one word or more. */
  void add(List<Word> phrase) {
    byFirstWord.computeIfAbsent(phrase.getFirst().exact(), first -> new ArrayList<>()).add(phrase);
  }

  /** The phrases that stand at a place of a passage, in the order in which they were added. */
  List<List<Word>> at(List<Word> passage, int place) {
    List<List<Word>> candidates = byFirstWord.get(passage.get(place).exact());
    return candidates == null
        ? List.of()
        : candidates.stream().filter(phrase -> stands(phrase, passage, place)).toList();
  }

  private static boolean stands(List<Word> phrase, List<Word> passage, int place) {
    if (place + phrase.size() > passage.size()) {
      return false;
    }
    for (int i = 1; i < phrase.size(); i++) {
      if (!passage.get(place + i).exact().equals(phrase.get(i).exact())) {
        return false;
      }
    }
    return true;
  }
}
