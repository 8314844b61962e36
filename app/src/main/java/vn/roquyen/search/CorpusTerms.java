package vn.roquyen.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * How often words and pairs of words occur in the index at one revision: the weight of a word in a
 * question, and the dictionary of the spelling corrector.
 */
final class CorpusTerms {
  /** Weight of a word that no record has: it may be a name, or what the register does not know. */
  private static final double UNKNOWN = 0.6;

  private static final int FEW = 3;

  private final IndexReader reader;
  private final int documents;
  private final Map<String, Integer> exact = new HashMap<>();

  /** How many titles have the two exact words side by side; the number of the left one is high. */
  private final Map<Long, Integer> titlePairs = new HashMap<>();

  private final int[] titleWords;
  private final double[] weights;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final NavigableMap<String, Integer> plain = new TreeMap<>();

  CorpusTerms(IndexReader reader) throws IOException {
    this.reader = reader;
    this.documents = Math.max(reader.numDocs(), 1);
    count(IndexFields.TITLE, plain);
    count(IndexFields.KEYWORDS, plain);
    count(IndexFields.TEXT, plain);
    count(IndexFields.exact(IndexFields.TITLE), exact);
    count(IndexFields.exact(IndexFields.KEYWORDS), exact);
    count(IndexFields.exact(IndexFields.TEXT), exact);
    Map<String, Integer> fields = new HashMap<>();
    count(IndexFields.FIELD, fields);
    count(IndexFields.exact(IndexFields.FIELD), fields);
    fields.keySet().forEach(this::number);
    exact.keySet().forEach(this::number);
    plain.keySet().forEach(this::number);
    weights = new double[next.get()];
    Arrays.fill(weights, UNKNOWN);
    plain.forEach((word, found) -> weights[number(word)] = weightOf(found));
    titleWords = new int[next.get()];
    Map<String, Integer> titles = new HashMap<>();
    count(IndexFields.exact(IndexFields.TITLE), titles);
    titles.forEach((word, found) -> titleWords[number(word)] = found);
    countTitlePairs();
  }

  private void countTitlePairs() throws IOException {
    Map<String, Integer> pairs = new HashMap<>();
    count(IndexFields.exactPairs(IndexFields.TITLE), pairs);
    pairs.forEach(
        (pair, found) -> {
          if (found >= FEW) {
            int blank = pair.indexOf(' ');
            long both = pair(number(pair.substring(0, blank)), number(pair.substring(blank + 1)));
            titlePairs.put(both, found);
          }
        });
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  private void count(String field, Map<String, Integer> counts) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    boolean running = field.startsWith(IndexFields.TEXT);
    TermsEnum each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) {
      // Running text says less about how telling a word is in a title.
      int found = running ? (each.docFreq() + 7) / 8 : each.docFreq();
      counts.merge(term.utf8ToString(), found, Math::max);
    }
  }

  /** The number of a spelling of a record's word, exact or plain; a new one gets the next. */
  int number(String spelling) {
    return numbers.computeIfAbsent(spelling, added -> next.getAndIncrement());
  }

  /** The number of a spelling, or -1 when no record that was looked at has it. */
  int numberIfKnown(String spelling) {
    return numbers.getOrDefault(spelling, -1);
  }

  /** True when the plain word is in the dictionary. */
  boolean isKnown(String word) {
    return plain.containsKey(word);
  }

  /**
   * How many titles have two exact words side by side, by their numbers; 0 for few. Against {@link
   * #titlesWith} it tells how far a word belongs to its neighbour: "lao" means nothing without
   * "động".
   */
  int together(int left, int right) {
    return titlePairs.getOrDefault(pair(left, right), 0);
  }

  /** How many titles have an exact word, by its number. */
  int titlesWith(int word) {
    return titleWords[word];
  }

  /** True when a record has the word with just these diacritics. */
  boolean isWritten(Word word) {
    return exact.containsKey(word.exact());
  }

  /** A plain word as records write it most often, diacritics and all. */
  String usual(String word) {
    String best = word;
    int most = 0;
    for (Map.Entry<String, Integer> each : exact.entrySet()) {
      String form = each.getKey();
      if (each.getValue() > most
          && form.charAt(0) == word.charAt(0) | form.charAt(0) > 127
          && Folding.plain(form).equals(word)) {
        best = form;
        most = each.getValue();
      }
    }
    return Folding.written(best);
  }

  /** How telling a plain word is, from 0 to 1. */
  double weight(String word) {
    return weightOf(plain.getOrDefault(word, 0));
  }

  /** How telling a plain word is, from 0 to 1, by its number. */
  double weight(int word) {
    return word < weights.length ? weights[word] : UNKNOWN;
  }

  /** How telling an exact word is, from 0 to 1; by its plain form when nobody writes it so. */
  double weight(Word word) {
    Integer found = exact.get(word.exact());
    return found == null ? weight(word.plain()) : weightOf(found);
  }

  /** Number of records whose title or keywords have the two plain words side by side. */
  int pairs(String left, String right) {
    String pair = left + " " + right;
    return docFreq(IndexFields.TITLE, pair) + docFreq(IndexFields.KEYWORDS, pair);
  }

  /** Number of records with the pair in any text. */
  int pairsAnywhere(String left, String right) {
    String pair = left + " " + right;
    return docFreq(IndexFields.TITLE, pair)
        + docFreq(IndexFields.KEYWORDS, pair)
        + docFreq(IndexFields.TEXT, pair);
  }

  double weightOf(int found) {
    if (found == 0) {
      return UNKNOWN;
    }
    double top = Math.log(1 + documents / 1.5);
    return Math.max(0.02, Math.log(1 + (documents - found + 0.5) / (found + 0.5)) / top);
  }

  /** Known words that begin with the letters, most frequent first. */
  List<String> startingWith(String letters, int limit) {
    List<Map.Entry<String, Integer>> found =
        new ArrayList<>(plain.subMap(letters, true, letters + '\uffff', false).entrySet());
    found.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    return found.stream().limit(limit).map(Map.Entry::getKey).toList();
  }

  /** All known plain words with their counts. */
  NavigableMap<String, Integer> plainWords() {
    return plain;
  }

  private int docFreq(String field, String pair) {
    try {
      return reader.docFreq(new Term(IndexFields.pairs(field), pair));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
