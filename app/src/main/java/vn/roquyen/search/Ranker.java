package vn.roquyen.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RecordKind;

/**
 * Says how well a record answers a question, by a handful of named features that are added up with
 * fixed weights. A pure function: the same question and record always give the same score.
 */
final class Ranker {
  private static final double LEAST_PAIR_WEIGHT = 0.3;
  private static final double MOSTLY_BOUND = 0.6;
  private static final double PART_OF_ANOTHER_WORD = 0.35;
  private static final double BOTH_SLIPPED = 0.5;
  private static final double MOSTLY_THERE = 0.6;

  private Ranker() {}

  /** What one passage, or several together, have of the question. */
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
  static Features features(ReadQuery query, Candidate candidate) {
    RecordText text = candidate.text();
    int count = query.words().size();
    Match title = new Match(count, text.titleWords().length());
    match(query, text.titleWords(), text.bound(), title);
    Match keywords = new Match(count, 0);
    double whole = 0;
    for (Passage phrase : text.keywords()) {
      whole = Math.max(whole, keyword(query, phrase, keywords));
    }
    Match field = new Match(count, text.fieldWords().length());
    match(query, text.fieldWords(), null, field);
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
    double[] words = title.words.clone();
    max(words, keywords.words);
    boolean oneWord = query.words().stream().filter(term -> term.weight() > 0).count() == 1;
    features.set(Feature.NAME_PAIRS, oneWord ? words(query, words) : pairs(query, names));
    features.set(Feature.TEXT_PAIRS, pairs(query, asQuality(running.textPairs())));
    features.set(Feature.BODY_PAIRS, pairs(query, asQuality(running.bodyPairs())));
  }

  private static void setFacts(Features features, Candidate candidate) {
    boolean commune = IndexFields.communeDecides(candidate.flags());
    boolean inForce = IndexFields.inForce(candidate.flags());
    features.set(Feature.COMMUNE_DECIDES, commune ? 1 : 0);
    boolean procedure = IndexFields.kind(candidate.flags()) == RecordKind.PROCEDURE;
    features.set(Feature.PROCEDURE, procedure ? 1 : 0);
    features.set(Feature.IN_FORCE, inForce ? 1 : 0);
    features.set(Feature.INDEX_SCORE, candidate.relative());
    features.set(Feature.RESTS_ON_NUMBER, candidate.key() == Candidate.Key.RESTS_ON ? 1 : 0);
    features.set(Feature.OWN_NUMBER, candidate.key() == Candidate.Key.OWN ? 1 : 0);
  }

  /**
   * Matches word by word; a syllable that mostly belongs to its neighbour counts less alone.
   *
   * @param bound how much each word of the passage belongs to a neighbour; null when not known
   */
  private static void match(
      ReadQuery query, Passage passage, double @Nullable [] bound, Match match) {
    QueryTable table = query.table();
    boolean[] joined = new boolean[passage.length()];
    int[] before = {};
    for (int p = 0; p < joined.length; p++) {
      int[] places = table.matching(passage.plain()[p]);
      for (int place : places) {
        if (p > 0 && contains(before, place - 1)) {
          double left = table.quality(place - 1, passage.exact()[p - 1], passage.plain()[p - 1]);
          double right = table.quality(place, passage.exact()[p], passage.plain()[p]);
          joined(match, place, p, Math.max(BOTH_SLIPPED, Math.min(left, right)));
          joined[p] = true;
          joined[p - 1] = true;
        }
      }
      before = places;
    }
    for (int p = 0; p < joined.length; p++) {
      for (int place : table.matching(passage.plain()[p])) {
        boolean part = bound != null && !joined[p] && bound[p] > MOSTLY_BOUND;
        double quality = table.quality(place, passage.exact()[p], passage.plain()[p]);
        if (!query.words().get(place).filler()) {
          double counts = part ? PART_OF_ANOTHER_WORD * quality : quality;
          match.words[place] = Math.max(match.words[place], counts);
          match.used[p] |= counts > 0.5;
        }
      }
    }
  }

  private static boolean contains(int[] places, int place) {
    for (int each : places) {
      if (each == place) {
        return true;
      }
    }
    return false;
  }

  /** Two neighbours beside each other: a wrong diacritic in one of them is probably a slip. */
  private static void joined(Match match, int place, int p, double quality) {
    match.pairs[place - 1] = Math.max(match.pairs[place - 1], quality);
    match.words[place] = Math.max(match.words[place], quality);
    match.words[place - 1] = Math.max(match.words[place - 1], quality);
    match.used[p] = true;
    match.used[p - 1] = true;
  }

  /**
   * Matches one keyword and adds it to those before.
   *
   * @return the share of the question that it takes when it stands there as a whole, else 0
   */
  private static double keyword(ReadQuery query, Passage phrase, Match all) {
    boolean any = false;
    for (int word : phrase.plain()) {
      any |= query.table().matching(word).length > 0;
    }
    if (!any) {
      return 0;
    }
    Match match = new Match(all.words.length, phrase.length());
    match(query, phrase, null, match);
    max(all.words, match.words);
    max(all.pairs, match.pairs);
    for (boolean used : match.used) {
      if (!used) {
        return 0;
      }
    }
    int joined = 0;
    for (double pair : match.pairs) {
      joined += pair > 0 ? 1 : 0;
    }
    return joined < phrase.length() - 1 ? 0 : words(query, match.words);
  }

  /** How well each word is answered by what it may stand for. */
  private static double[] meant(ReadQuery query, RecordText text, Match title) {
    double[] meant = new double[query.words().size()];
    for (ReadQuery.Reading reading : query.readings()) {
      double best = 0;
      for (Meaning meaning : reading.meanings()) {
        if (meaning.mayBeIn(text.names())) {
          best = Math.max(best, meant(meaning, text, title));
        }
      }
      for (int place : reading.at()) {
        meant[place] = Math.max(meant[place], reading.strength() * best);
      }
    }
    return meant;
  }

  private static double meant(Meaning meaning, RecordText text, Match title) {
    int[] places = new int[meaning.exact().length];
    double best = meaning.in(text.titleWords(), places);
    for (int p = 0; best > MOSTLY_THERE && p < places.length; p++) {
      if (places[p] >= 0) {
        title.used[places[p]] = true;
      }
    }
    for (Passage keyword : text.keywords()) {
      best = Math.max(best, 0.9 * meaning.in(keyword, places));
    }
    return Math.max(best, 0.6 * meaning.in(text.fieldWords(), places));
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
    // Little weight in all pairs together says little, even when all of them are there.
    return sum / Math.max(total, LEAST_PAIR_WEIGHT);
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
