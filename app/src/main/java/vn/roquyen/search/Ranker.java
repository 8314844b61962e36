package vn.roquyen.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how well a record answers a question, by a handful of named features that are added up with
 * fixed weights. A pure function: the same question and record always give the same score.
 */
final class Ranker {
  private static final double MOSTLY_BOUND = 0.6;
  private static final double PART_OF_ANOTHER_WORD = 0.35;

  private final CorpusTerms terms;

  Ranker(CorpusTerms terms) {
    this.terms = terms;
  }

  /** What one passage (a title, a keyword) has of the question. */
  private static final class Match {
    final double[] words;
    final double[] pairs;
    final boolean[] used;

    Match(int words, int length) {
      this.words = new double[words];
      this.pairs = new double[Math.max(0, words - 1)];
      this.used = new boolean[length];
    }
  }

  /** The features of a record for a question. */
  Features features(ReadQuery query, Candidate candidate) {
    RecordText text = candidate.text();
    Match title = match(query, text.titleWords(), text.bound());
    Match keywords = new Match(query.words().size(), 0);
    double whole = 0;
    for (List<Word> phrase : text.keywords()) {
      Match keyword = match(query, phrase, null);
      max(keywords.words, keyword.words);
      max(keywords.pairs, keyword.pairs);
      whole = Math.max(whole, whole(query, phrase, keyword));
    }
    Match field = match(query, text.fieldWords(), null);
    double[] meant = meant(query, text, title);
    Features features = new Features();
    features.set(Feature.WHOLE_KEYWORD, whole);
    setWords(features, query, candidate.running(), List.of(title, keywords, field), meant);
    setPairs(features, query, candidate.running(), title, keywords);
    setFacts(features, candidate);
    features.set(Feature.TITLE_COVERED, titleCovered(text, title));
    features.set(Feature.UNASKED_QUALIFIERS, unasked(text.qualifiers(), title));
    features.set(Feature.UNASKED_ACTION, unasked(text.actions(), title) > 0 ? 1 : 0);
    return features;
  }

  private static void setWords(
      Features features,
      ReadQuery query,
      Candidate.Running running,
      List<Match> matches,
      double[] meant) {
    double[] title = matches.get(0).words;
    double[] keywords = matches.get(1).words;
    double[] field = matches.get(2).words;
    double[] names = new double[title.length];
    double[] all = new double[title.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Math.max(title[i], Math.max(0.9 * keywords[i], meant[i]));
      double inLongText = running.textWords()[i] ? 0.5 : running.bodyWords()[i] ? 0.3 : 0;
      all[i] = Math.max(Math.max(names[i], 0.6 * field[i]), inLongText);
    }
    features.set(Feature.KEYWORD_WORDS, words(query, keywords));
    features.set(Feature.FIELD_WORDS, words(query, field));
    features.set(Feature.MEANT, words(query, meant));
    features.set(Feature.NAME_WORDS, words(query, names));
    features.set(Feature.ALL_WORDS, words(query, all));
  }

  private static void setPairs(
      Features features, ReadQuery query, Candidate.Running running, Match title, Match keywords) {
    double[] names = title.pairs.clone();
    max(names, keywords.pairs);
    features.set(Feature.NAME_PAIRS, pairs(query, names));
    features.set(Feature.TEXT_PAIRS, pairs(query, asQuality(running.textPairs())));
    features.set(Feature.BODY_PAIRS, pairs(query, asQuality(running.bodyPairs())));
  }

  private static void setFacts(Features features, Candidate candidate) {
    boolean commune = IndexFields.communeDecides(candidate.flags());
    boolean inForce = IndexFields.inForce(candidate.flags());
    features.set(Feature.COMMUNE_DECIDES, commune ? 1 : 0);
    features.set(Feature.IN_FORCE, inForce ? 1 : 0);
    features.set(Feature.INDEX_SCORE, candidate.relative());
    features.set(Feature.RESTS_ON_NUMBER, candidate.key() == Candidate.Key.RESTS_ON ? 1 : 0);
    features.set(Feature.OWN_NUMBER, candidate.key() == Candidate.Key.OWN ? 1 : 0);
  }

  /**
   * Matches word by word.
   *
   * @param bound how much each word of the passage belongs to a neighbour; null when not known
   */
  private static Match match(ReadQuery query, List<Word> passage, double @Nullable [] bound) {
    List<ReadQuery.Term> words = query.words();
    Match match = new Match(words.size(), passage.size());
    double[][] quality = new double[words.size()][passage.size()];
    boolean[] joined = new boolean[passage.size()];
    for (int i = 0; i < words.size(); i++) {
      for (int p = 0; p < passage.size(); p++) {
        quality[i][p] = query.quality(words.get(i), passage.get(p));
        if (i > 0 && p > 0 && quality[i][p] > 0 && quality[i - 1][p - 1] > 0) {
          double both = Math.max(0.5, Math.min(quality[i - 1][p - 1], quality[i][p]));
          joined(match, i, p, both);
          joined[p] = true;
          joined[p - 1] = true;
        }
      }
    }
    for (int i = 0; i < words.size(); i++) {
      for (int p = 0; p < passage.size() && !words.get(i).filler(); p++) {
        boolean part = bound != null && !joined[p] && bound[p] > MOSTLY_BOUND;
        double counts = part ? PART_OF_ANOTHER_WORD * quality[i][p] : quality[i][p];
        match.words[i] = Math.max(match.words[i], counts);
        match.used[p] |= counts > 0.5;
      }
    }
    return match;
  }

  /** Two neighbours beside each other: a wrong diacritic in one of them is probably a slip. */
  private static void joined(Match match, int i, int p, double quality) {
    match.pairs[i - 1] = Math.max(match.pairs[i - 1], quality);
    match.words[i] = Math.max(match.words[i], quality);
    match.words[i - 1] = Math.max(match.words[i - 1], quality);
    match.used[p] = true;
    match.used[p - 1] = true;
  }

  /** Share of the question that a keyword takes which stands in it as a whole. */
  private static double whole(ReadQuery query, List<Word> phrase, Match match) {
    for (boolean used : match.used) {
      if (!used) {
        return 0;
      }
    }
    if (phrase.size() > 1) {
      int joined = 0;
      for (double pair : match.pairs) {
        joined += pair > 0 ? 1 : 0;
      }
      if (joined < phrase.size() - 1) {
        return 0;
      }
    }
    return words(query, match.words);
  }

  /** How well each word is answered by what it may stand for. */
  private double[] meant(ReadQuery query, RecordText text, Match title) {
    double[] meant = new double[query.words().size()];
    for (ReadQuery.Reading reading : query.readings()) {
      double best = 0;
      for (List<Word> meaning : reading.meanings()) {
        best = Math.max(best, phraseIn(meaning, text.titleWords(), title.used));
        for (List<Word> keyword : text.keywords()) {
          best = Math.max(best, 0.9 * phraseIn(meaning, keyword, null));
        }
        best = Math.max(best, 0.6 * phraseIn(meaning, text.fieldWords(), null));
      }
      for (int i : reading.at()) {
        meant[i] = Math.max(meant[i], reading.strength() * best);
      }
    }
    return meant;
  }

  /** How much of a phrase a passage has, more when it stands together. */
  private double phraseIn(List<Word> phrase, List<Word> passage, boolean @Nullable [] used) {
    double have = 0;
    double all = 0;
    int joined = 0;
    int[] places = new int[phrase.size()];
    for (int i = 0; i < phrase.size(); i++) {
      double weight = terms.weight(phrase.get(i).plain());
      all += weight;
      places[i] = -1;
      for (int p = 0; p < passage.size(); p++) {
        if (passage.get(p).exact().equals(phrase.get(i).exact())) {
          if (i > 0 && places[i - 1] == p - 1 && p > 0) {
            places[i] = p;
            joined++;
            break;
          }
          places[i] = places[i] < 0 ? p : places[i];
        }
      }
      have += places[i] >= 0 ? weight : 0;
    }
    double share = have / all;
    double together = phrase.size() == 1 ? 1 : joined / (phrase.size() - 1.0);
    double result = share * share * (0.4 + 0.6 * together);
    if (used != null && result > 0.6) {
      for (int place : places) {
        if (place >= 0) {
          used[place] = true;
        }
      }
    }
    return result;
  }

  private static double titleCovered(RecordText text, Match match) {
    double have = 0;
    double all = 0.001;
    for (int p = 0; p < match.used.length; p++) {
      all += text.titleWeights()[p];
      have += match.used[p] ? text.titleWeights()[p] : 0;
    }
    return have / all;
  }

  /** How many stretches of the title the question does not mention; three count as 1. */
  private static double unasked(List<RecordText.Stretch> stretches, Match title) {
    int count = 0;
    for (RecordText.Stretch qualifier : stretches) {
      int mentioned = 0;
      for (int p = qualifier.from(); p < qualifier.to(); p++) {
        mentioned += title.used[p] ? 1 : 0;
      }
      count += 2 * mentioned <= qualifier.to() - qualifier.from() ? 1 : 0;
    }
    return Math.min(count, 3) / 3.0;
  }

  private static double words(ReadQuery query, double[] quality) {
    double sum = 0;
    for (int i = 0; i < quality.length; i++) {
      sum += query.words().get(i).weight() * quality[i];
    }
    return sum / query.totalWeight();
  }

  private static double pairs(ReadQuery query, double[] quality) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < quality.length; i++) {
      sum += query.pairWeights()[i] * quality[i];
      total += query.pairWeights()[i];
    }
    return sum / Math.max(total, 0.3);
  }

  private static double[] asQuality(boolean[] present) {
    double[] quality = new double[present.length];
    for (int i = 0; i < present.length; i++) {
      quality[i] = present[i] ? 1 : 0;
    }
    return quality;
  }

  private static void max(double[] into, double[] other) {
    for (int i = 0; i < into.length; i++) {
      into[i] = Math.max(into[i], other[i]);
    }
  }
}
