package vn.roquyen.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question as a person typed it: old encodings, identifiers, politeness, abbreviations,
 * citizens' words, typing slips and the unfinished last word.
 */
final class QueryReader {
  /** Nobody types more on purpose; what is pasted beyond that does not change the matter. */
  static final int LONGEST_TEXT = 1_000;

  private static final int MOST_WORDS = 48;
  private static final int MOST_COMPLETIONS = 12;
  private static final double WEAK = 0.4;
  private static final double ABBREVIATION = 0.95;
  private static final double SAME = 0.95;
  private static final double POINTS_TO = 0.75;
  private static final double LEAST_IN_READING = 0.5;
  private static final double LEAST_IN_DECISIVE = 1;
  private static final Pattern CHUNK = Pattern.compile("[\\p{L}\\p{N}]+(?:[&/.-][\\p{L}\\p{N}]+)*");

  private final Vocabulary vocabulary;
  private final CorpusTerms corpus;
  private final Spelling spelling;

  QueryReader(Vocabulary vocabulary, CorpusTerms corpus) {
    this.vocabulary = vocabulary;
    this.corpus = corpus;
    this.spelling = new Spelling(corpus);
  }

  /** Understands a question. */
  ReadQuery read(String question, boolean typing) {
    String asked = question.substring(0, Math.min(question.length(), LONGEST_TEXT));
    String decoded = vocabulary.legacy().decode(asked);
    String text = Folding.clean(decoded == null ? asked : decoded);
    Identifiers.Found found = Identifiers.in(text);
    List<Word> words = Word.of(found.rest());
    words = words.subList(0, Math.min(words.size(), MOST_WORDS));
    boolean marked = words.stream().anyMatch(word -> Folding.isMarked(word.exact()));
    boolean unfinished =
        typing && !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    boolean[] fillers = fillers(words, marked);
    List<ReadQuery.Reading> readings = new ArrayList<>(abbreviations(found.rest(), words));
    List<Phrases.Found> phrases =
        vocabulary.phrases().in(words, fillers, ends(found.rest(), words), marked);
    readings.addAll(synonyms(phrases, words.size(), marked));
    List<ReadQuery.Term> read = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean last = unfinished && i == words.size() - 1;
      read.add(term(words, i, marked, fillers[i], last));
    }
    lift(read, readings);
    List<ReadQuery.Term> terms = List.copyOf(read);
    return new ReadQuery(
        terms,
        new QueryTable(terms, marked, corpus),
        ReadQuery.totalWeight(terms),
        pairWeights(terms),
        readings,
        found.keys(),
        marked,
        decoded);
  }

  private ReadQuery.Term term(
      List<Word> words, int i, boolean marked, boolean filler, boolean unfinished) {
    Word word = words.get(i);
    List<ReadQuery.Other> others = new ArrayList<>();
    if (unfinished) {
      for (String whole : corpus.startingWith(word.plain(), MOST_COMPLETIONS)) {
        others.add(new ReadQuery.Other(whole, 0.7));
      }
    } else if (!filler) {
      String before = i == 0 ? null : words.get(i - 1).plain();
      String after = i + 1 == words.size() ? null : words.get(i + 1).plain();
      others.addAll(spelling.others(word, before, after));
    }
    double weight = filler ? 0 : weight(word, marked, others);
    boolean trusted = corpus.isWritten(word);
    return new ReadQuery.Term(
        word, Folding.isMarked(word.exact()), trusted, weight, filler, others);
  }

  private double weight(Word word, boolean marked, List<ReadQuery.Other> others) {
    boolean known = corpus.isKnown(word.plain());
    if (!known && Character.isDigit(word.plain().charAt(0))) {
      return 0.1;
    }
    double weight =
        !known && !others.isEmpty()
            ? corpus.weight(others.getFirst().plain())
            : marked ? corpus.weight(word) : corpus.weight(word.plain());
    return vocabulary.isWeak(marked ? word.exact() : word.plain()) ? weight * WEAK : weight;
  }

  /**
   * Words that say nothing. Without diacritics "tai" may be "tại" or "tài": where its neighbour
   * makes it part of a word it stays.
   */
  private boolean[] fillers(List<Word> words, boolean marked) {
    boolean[] fillers = vocabulary.fillers(words, marked);
    for (int i = 0; !marked && i < fillers.length; i++) {
      boolean alone =
          fillers[i] && (i == 0 || !fillers[i - 1]) && (i + 1 == fillers.length || !fillers[i + 1]);
      fillers[i] &= !(alone && hasNeighbour(words, i));
    }
    return fillers;
  }

  private boolean hasNeighbour(List<Word> words, int i) {
    String word = words.get(i).plain();
    return i > 0 && corpus.pairs(words.get(i - 1).plain(), word) > 2
        || i + 1 < words.size() && corpus.pairs(word, words.get(i + 1).plain()) > 2;
  }

  /** After which words a clause ends: a phrase does not go on behind a comma. */
  private static boolean[] ends(String text, List<Word> words) {
    boolean[] ends = new boolean[words.size()];
    for (int i = 0; i + 1 < ends.length; i++) {
      String between = text.substring(words.get(i).end(), words.get(i + 1).start());
      ends[i] = between.chars().anyMatch(c -> ",.;:?!".indexOf(c) >= 0);
    }
    return ends;
  }

  /** Longer phrases first; a phrase that only points to something gives way to a longer one. */
  private List<ReadQuery.Reading> synonyms(List<Phrases.Found> found, int count, boolean marked) {
    found.sort(Comparator.comparingInt((Phrases.Found each) -> -each.at().length));
    int[] takenBy = new int[count];
    List<ReadQuery.Reading> readings = new ArrayList<>();
    for (Phrases.Found each : found) {
      int length = each.at().length;
      Phrases.Force force = each.entry().force();
      boolean sure = force == Phrases.Force.SAME;
      if (!sure && Arrays.stream(each.at()).anyMatch(i -> takenBy[i] > length)) {
        continue;
      }
      if (!sure) {
        Arrays.stream(each.at()).forEach(i -> takenBy[i] = length);
      }
      double certainty = !marked && length == 1 ? 0.6 : 1;
      readings.add(
          new ReadQuery.Reading(
              each.at(),
              meanings(each.entry().meanings()),
              certainty * (sure ? SAME : POINTS_TO),
              force));
    }
    return readings;
  }

  private List<ReadQuery.Reading> abbreviations(String text, List<Word> words) {
    List<ReadQuery.Reading> found = new ArrayList<>();
    Matcher chunks = CHUNK.matcher(text);
    while (chunks.find()) {
      String chunk = chunks.group();
      int from = indexAt(words, chunks.start(), true);
      int to = indexAt(words, chunks.end(), false);
      if (from < 0 || to <= from) {
        continue;
      }
      if (!addFullForms(chunk, from, to, found)) {
        for (int i = from; to - from > 1 && i < to; i++) {
          Word word = words.get(i);
          addFullForms(text.substring(word.start(), word.end()), i, i + 1, found);
        }
      }
    }
    return found;
  }

  private boolean addFullForms(String written, int from, int to, List<ReadQuery.Reading> into) {
    String plain = Folding.plainText(written);
    List<List<Word>> full = vocabulary.fullForms(plain);
    boolean capitals = written.equals(written.toUpperCase(Locale.ROOT));
    if (full.isEmpty() || VietnameseSyllable.isPossiblePlain(plain) && !capitals) {
      return false;
    }
    into.add(
        new ReadQuery.Reading(
            IntStream.range(from, to).toArray(), meanings(full), ABBREVIATION, Phrases.Force.SAME));
    return true;
  }

  private List<Meaning> meanings(List<List<Word>> phrases) {
    return phrases.stream().map(phrase -> Meaning.of(phrase, corpus)).toList();
  }

  private static int indexAt(List<Word> words, int position, boolean starting) {
    for (int i = 0; i < words.size(); i++) {
      if (starting && words.get(i).start() == position) {
        return i;
      }
      if (!starting && words.get(i).end() == position) {
        return i + 1;
      }
    }
    return -1;
  }

  /** A word of a phrase that points to something matters, whatever it is by itself. */
  private static void lift(List<ReadQuery.Term> terms, List<ReadQuery.Reading> readings) {
    for (ReadQuery.Reading reading : readings) {
      double least =
          switch (reading.force()) {
            case SAME -> 0;
            case POINTS -> LEAST_IN_READING;
            case DECIDES -> LEAST_IN_DECISIVE;
          };
      for (int i : reading.at()) {
        ReadQuery.Term term = terms.get(i);
        terms.set(i, term.withWeight(Math.max(term.weight(), least)));
      }
    }
  }

  private double[] pairWeights(List<ReadQuery.Term> read) {
    double[] weights = new double[Math.max(0, read.size() - 1)];
    for (int i = 0; i < weights.length; i++) {
      ReadQuery.Term left = read.get(i);
      ReadQuery.Term right = read.get(i + 1);
      if (left.filler() && right.filler()) {
        continue;
      }
      int most = 0;
      for (String first : forms(left)) {
        for (String second : forms(right)) {
          most = Math.max(most, corpus.pairs(first, second));
        }
      }
      double both = left.filler() || right.filler() ? 0.3 : 1;
      weights[i] =
          most == 0 ? 0 : both * corpus.weightOf(most) * (left.weight() + right.weight()) / 2;
    }
    return weights;
  }

  private static Set<String> forms(ReadQuery.Term term) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(term.word().plain());
    term.others().forEach(other -> forms.add(other.plain()));
    return forms;
  }

  /** The question with its slips mended, or null when there is nothing to mend. */
  static @Nullable String corrected(ReadQuery query, CorpusTerms corpus) {
    StringBuilder text = new StringBuilder();
    boolean changed = false;
    for (ReadQuery.Term term : query.words()) {
      boolean mend = !term.others().isEmpty() && !corpus.isKnown(term.word().plain());
      changed |= mend;
      text.append(text.isEmpty() ? "" : " ")
          .append(
              mend
                  ? corpus.usual(term.others().getFirst().plain())
                  : Folding.written(term.word().exact()));
    }
    return changed ? text.toString() : null;
  }
}
