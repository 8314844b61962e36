package vn.roquyen.search;

import java.util.List;

/**
 * Says how well a record answers a question, by a handful of named features that are added up with
 * fixed weights. A pure function: the same question and record always give the same score.
 */
final class Ranker {
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
    int count = query.words().size();
    Candidate.Running running = candidate.running();
    Match title = match(query, candidate.text().titleWords());
    Match field = match(query, candidate.text().fieldWords());
    double[] keywordWords = new double[count];
    double[] keywordPairs = new double[Math.max(0, count - 1)];
    double wholeKeyword = 0;
    for (List<Word> phrase : candidate.text().keywords()) {
      Match keyword = match(query, phrase);
      max(keywordWords, keyword.words);
      max(keywordPairs, keyword.pairs);
      wholeKeyword = Math.max(wholeKeyword, whole(query, phrase, keyword));
    }
    double[] meant = new double[count];
    double[] meantTitle = new double[count];
    readings(query, candidate, title, meant, meantTitle);
    double total = query.totalWeight();
    double[] names = new double[count];
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      names[i] = Math.max(title.words[i], Math.max(0.9 * keywordWords[i], meant[i]));
      all[i] =
          Math.max(
              Math.max(names[i], 0.6 * field.words[i]),
              running.textWords()[i] ? 0.5 : running.bodyWords()[i] ? 0.3 : 0);
    }
    double[] namePairs = title.pairs.clone();
    max(namePairs, keywordPairs);
    return new Features(
        weighted(query, title.words, total),
        pairs(query, title.pairs),
        weighted(query, keywordWords, total),
        pairs(query, keywordPairs),
        wholeKeyword,
        weighted(query, meant, total),
        weighted(query, names, total),
        pairs(query, namePairs),
        weighted(query, all, total),
        titleCovered(candidate.text(), title),
        weighted(query, field.words, total),
        pairs(query, asQuality(running.textPairs())),
        pairs(query, asQuality(running.bodyPairs())),
        unasked(candidate.text(), title),
        IndexFields.communeDecides(candidate.flags()) ? 1 : 0,
        IndexFields.inForce(candidate.flags()) ? 1 : 0,
        candidate.relative(),
        candidate.key() == Candidate.Key.RESTS_ON ? 1 : 0,
        candidate.key() == Candidate.Key.OWN ? 1 : 0);
  }

  private static Match match(ReadQuery query, List<Word> passage) {
    List<ReadQuery.Term> words = query.words();
    Match match = new Match(words.size(), passage.size());
    double[] before = new double[passage.size()];
    for (int i = 0; i < words.size(); i++) {
      ReadQuery.Term term = words.get(i);
      double[] now = new double[passage.size()];
      for (int p = 0; p < passage.size(); p++) {
        double quality = query.quality(term, passage.get(p));
        now[p] = quality;
        if (quality == 0) {
          continue;
        }
        if (!term.filler()) {
          match.words[i] = Math.max(match.words[i], quality);
          match.used[p] |= quality > 0.5;
        }
        if (i > 0 && p > 0 && before[p - 1] > 0) {
          joined(match, i, p, Math.min(Math.max(before[p - 1], quality), 1));
        }
      }
      before = now;
    }
    return match;
  }

  /** Two neighbours beside each other: a wrong diacritic in one of them is probably a slip. */
  private static void joined(Match match, int i, int p, double quality) {
    match.pairs[i - 1] = Math.max(match.pairs[i - 1], quality);
    match.words[i] = Math.max(match.words[i], 0.85 * quality);
    match.words[i - 1] = Math.max(match.words[i - 1], 0.85 * quality);
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
    return weighted(query, match.words, query.totalWeight());
  }

  private void readings(
      ReadQuery query, Candidate candidate, Match title, double[] meant, double[] meantTitle) {
    for (ReadQuery.Reading reading : query.readings()) {
      double best = 0;
      for (List<Word> meaning : reading.meanings()) {
        double inTitle = phraseIn(meaning, candidate.text().titleWords(), title.used);
        best = Math.max(best, inTitle);
        for (List<Word> keyword : candidate.text().keywords()) {
          best = Math.max(best, 0.9 * phraseIn(meaning, keyword, null));
        }
        best = Math.max(best, 0.6 * phraseIn(meaning, candidate.text().fieldWords(), null));
      }
      for (int i = reading.from(); i < reading.to(); i++) {
        meant[i] = Math.max(meant[i], reading.strength() * best);
      }
    }
  }

  /** How much of a phrase a passage has, more when it stands together. */
  private double phraseIn(List<Word> phrase, List<Word> passage, boolean @org.jspecify.annotations.Nullable [] used) {
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

  /** How many qualifiers of the title the question does not mention; three count as 1. */
  private static double unasked(RecordText text, Match title) {
    int count = 0;
    for (RecordText.Stretch qualifier : text.qualifiers()) {
      int mentioned = 0;
      for (int p = qualifier.from(); p < qualifier.to(); p++) {
        mentioned += title.used[p] ? 1 : 0;
      }
      count += 2 * mentioned <= qualifier.to() - qualifier.from() ? 1 : 0;
    }
    return Math.min(count, 3) / 3.0;
  }

  private static double weighted(ReadQuery query, double[] quality, double total) {
    double sum = 0;
    for (int i = 0; i < quality.length; i++) {
      sum += query.words().get(i).weight() * quality[i];
    }
    return sum / total;
  }

  private static double pairs(ReadQuery query, double[] quality) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < quality.length; i++) {
      sum += query.pairWeights()[i] * quality[i];
      total += query.pairWeights()[i];
    }
    return total == 0 ? 0 : sum / Math.max(total, 0.3);
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
