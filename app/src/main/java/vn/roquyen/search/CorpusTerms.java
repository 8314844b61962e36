package vn.roquyen.search;

import java.io.IOException;
import java.util.ArrayList;
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
  private final Map<String, Integer> titleWords = new HashMap<>();
  private final Map<String, Integer> titlePairs = new HashMap<>();
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
    count(IndexFields.exactPairs(IndexFields.TITLE), titlePairs);
    titlePairs.values().removeIf(found -> found < FEW);
    count(IndexFields.exact(IndexFields.TITLE), titleWords);
    Map<String, Integer> fields = new HashMap<>();
    count(IndexFields.FIELD, fields);
    count(IndexFields.exact(IndexFields.FIELD), fields);
    fields.keySet().forEach(this::number);
    exact.keySet().forEach(this::number);
    plain.keySet().forEach(this::number);
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
   * In what share of the titles with {@code word} it stands beside the other word: near 1 for "lao"
   * before "động", which means nothing alone.
   */
  double bound(Word word, Word left, Word right) {
    Integer together = titlePairs.get(left.exact() + " " + right.exact());
    Integer alone = titleWords.get(word.exact());
    return together == null || alone == null ? 0 : together / (double) alone;
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
    return weight(plain.getOrDefault(word, 0));
  }

  /** How telling an exact word is, from 0 to 1; by its plain form when nobody writes it so. */
  double weight(Word word) {
    Integer found = exact.get(word.exact());
    return found == null ? weight(word.plain()) : weight(found);
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

  double weight(int found) {
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
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
