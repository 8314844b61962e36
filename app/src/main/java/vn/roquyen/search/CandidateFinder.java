package vn.roquyen.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;

/** Takes from the index the records that are worth a closer look. */
final class CandidateFinder {
  private static final int MOST = 100;
  private static final float TELLING = 0.65f;

  private final IndexSearcher searcher;
  private final RecordTexts texts;

  CandidateFinder(IndexSearcher searcher, RecordTexts texts) {
    this.searcher = searcher;
    this.texts = texts;
  }

  /** The best records by the scores of the index alone. */
  List<Candidate> find(ReadQuery query, SearchFilter filter) throws IOException {
    Map<Term, Float> clauses = clauses(query);
    if (clauses.isEmpty() && query.keys().isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    clauses.forEach(
        (term, boost) -> wanted.add(new BoostQuery(new TermQuery(term), boost), Occur.SHOULD));
    for (String key : query.keys()) {
      wanted.add(constant(IndexFields.KEY, key, 1_000), Occur.SHOULD);
      wanted.add(constant(IndexFields.BASIS, key, 100), Occur.SHOULD);
    }
    BooleanQuery.Builder narrowed = new BooleanQuery.Builder();
    narrowed.add(wanted.build(), Occur.MUST);
    addFilters(filter, narrowed);
    // How many there are is not asked, so that the rest may be passed over as soon as possible.
    TopScoreDocCollectorManager collector = new TopScoreDocCollectorManager(MOST, MOST);
    ScoreDoc[] top = searcher.search(narrowed.build(), collector).scoreDocs;
    float best = top.length == 0 ? 1 : top[0].score;
    Arrays.sort(top, (left, right) -> Integer.compare(left.doc, right.doc));
    return load(query, top, best);
  }

  private static Query constant(String field, String key, float boost) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, key))), boost);
  }

  private static void addFilters(SearchFilter filter, BooleanQuery.Builder into) {
    if (filter.kinds().size() < RecordKind.values().length) {
      BooleanQuery.Builder kinds = new BooleanQuery.Builder();
      filter
          .kinds()
          .forEach(
              kind ->
                  kinds.add(new TermQuery(new Term(IndexFields.KIND, kind.name())), Occur.SHOULD));
      into.add(kinds.build(), Occur.FILTER);
    }
    if (filter.field() != null) {
      into.add(new TermQuery(new Term(IndexFields.FIELD_NAME, filter.field())), Occur.FILTER);
    }
    if (filter.mode() != null) {
      into.add(new TermQuery(new Term(IndexFields.MODE, filter.mode().name())), Occur.FILTER);
    }
    if (filter.level() != null) {
      into.add(new TermQuery(new Term(IndexFields.LEVEL, filter.level().name())), Occur.FILTER);
    }
    if (filter.inForceOnly()) {
      into.add(new TermQuery(new Term(IndexFields.IN_FORCE, "true")), Occur.FILTER);
    }
  }

  private static Map<Term, Float> clauses(ReadQuery query) {
    Map<Term, Float> clauses = new LinkedHashMap<>();
    List<ReadQuery.Term> words = query.words();
    for (int i = 0; i < words.size(); i++) {
      ReadQuery.Term term = words.get(i);
      float weight = (float) Math.min(1, term.weight() + 0.2);
      if (!term.filler()) {
        addWord(clauses, term.word().plain(), weight);
        if (query.marked()) {
          add(clauses, IndexFields.exact(IndexFields.TITLE), term.word().exact(), 2 * weight);
          add(clauses, IndexFields.exact(IndexFields.KEYWORDS), term.word().exact(), weight);
        }
        for (ReadQuery.Other other : term.others()) {
          addWord(clauses, other.plain(), (float) (weight * other.quality()));
        }
      }
      if (i + 1 < words.size() && query.pairWeights()[i] > 0) {
        for (String left : forms(term)) {
          for (String right : forms(words.get(i + 1))) {
            addPair(clauses, left + " " + right, 1);
          }
        }
      }
    }
    for (ReadQuery.Reading reading : query.readings()) {
      for (Meaning meaning : reading.meanings()) {
        addMeaning(clauses, meaning.words(), (float) reading.strength());
      }
    }
    return clauses;
  }

  private static Set<String> forms(ReadQuery.Term term) {
    Set<String> forms = new HashSet<>();
    forms.add(term.word().plain());
    term.others().forEach(other -> forms.add(other.plain()));
    return forms;
  }

  private static void addMeaning(Map<Term, Float> clauses, List<Word> meaning, float strength) {
    for (int i = 0; i < meaning.size(); i++) {
      String exact = meaning.get(i).exact();
      add(clauses, IndexFields.exact(IndexFields.TITLE), exact, 1.5f * strength);
      add(clauses, IndexFields.exact(IndexFields.KEYWORDS), exact, strength);
      add(clauses, IndexFields.FIELD, meaning.get(i).plain(), 0.3f * strength);
      if (i > 0) {
        addPair(
            clauses, meaning.get(i - 1).plain() + " " + meaning.get(i).plain(), 0.8f * strength);
      }
    }
  }

  private static void addWord(Map<Term, Float> clauses, String word, float weight) {
    add(clauses, IndexFields.TITLE, word, 2 * weight);
    add(clauses, IndexFields.KEYWORDS, word, 1.5f * weight);
    add(clauses, IndexFields.FIELD, word, 0.6f * weight);
    if (weight > TELLING) {
      // Long texts have every common word; only a rare one is worth their long lists.
      add(clauses, IndexFields.TEXT, word, 0.5f * weight);
      add(clauses, IndexFields.BODY, word, 0.2f * weight);
    }
  }

  private static void addPair(Map<Term, Float> clauses, String pair, float weight) {
    add(clauses, IndexFields.pairs(IndexFields.TITLE), pair, 2.5f * weight);
    add(clauses, IndexFields.pairs(IndexFields.KEYWORDS), pair, 2 * weight);
    add(clauses, IndexFields.pairs(IndexFields.TEXT), pair, 0.6f * weight);
  }

  private static void add(Map<Term, Float> clauses, String field, String text, float boost) {
    if (clauses.size() < 900) {
      clauses.merge(new Term(field, text), boost, Math::max);
    }
  }

  private List<Candidate> load(ReadQuery query, ScoreDoc[] sorted, float best) throws IOException {
    int[] documents = Arrays.stream(sorted).mapToInt(doc -> doc.doc).toArray();
    Candidate.Running[] running = running(query, documents);
    Candidate.Key[] keys = keys(query, documents);
    List<Candidate> candidates = new ArrayList<>();
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      NumericDocValues flags = DocValues.getNumeric(leaf.reader(), IndexFields.FLAGS);
      for (; next < documents.length && documents[next] < end; next++) {
        if (flags.advanceExact(documents[next] - leaf.docBase)) {
          candidates.add(
              new Candidate(
                  documents[next],
                  flags.longValue(),
                  sorted[next].score / best,
                  texts.of(leaf, documents[next]),
                  running[next],
                  keys[next]));
        }
      }
    }
    return candidates;
  }

  private Candidate.Running[] running(ReadQuery query, int[] documents) throws IOException {
    int count = query.words().size();
    Candidate.Running[] found = new Candidate.Running[documents.length];
    Arrays.setAll(found, d -> Candidate.Running.of(count));
    for (int i = 0; i < count; i++) {
      ReadQuery.Term term = query.words().get(i);
      String word = term.word().plain();
      int at = i;
      if (!term.filler()) {
        mark(IndexFields.TEXT, word, documents, d -> found[d].textWords()[at] = true);
        mark(IndexFields.BODY, word, documents, d -> found[d].bodyWords()[at] = true);
      }
      if (i + 1 < count && query.pairWeights()[i] > 0) {
        String pair = word + " " + query.words().get(i + 1).word().plain();
        String text = IndexFields.pairs(IndexFields.TEXT);
        String body = IndexFields.pairs(IndexFields.BODY);
        mark(text, pair, documents, d -> found[d].textPairs()[at] = true);
        mark(body, pair, documents, d -> found[d].bodyPairs()[at] = true);
      }
    }
    return found;
  }

  private Candidate.Key[] keys(ReadQuery query, int[] documents) throws IOException {
    Candidate.Key[] found = new Candidate.Key[documents.length];
    Arrays.fill(found, Candidate.Key.NONE);
    for (String key : query.keys()) {
      mark(IndexFields.BASIS, key, documents, d -> found[d] = Candidate.Key.RESTS_ON);
    }
    for (String key : query.keys()) {
      mark(IndexFields.KEY, key, documents, d -> found[d] = Candidate.Key.OWN);
    }
    return found;
  }

  /** Calls back with the place of every document of the ascending list that has the term. */
  private void mark(String field, String text, int[] documents, IntConsumer each)
      throws IOException {
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      PostingsEnum postings = leaf.reader().postings(new Term(field, text), PostingsEnum.NONE);
      int current = -1;
      for (; next < documents.length && documents[next] < end; next++) {
        int wanted = documents[next] - leaf.docBase;
        if (postings != null && current < wanted) {
          current = postings.advance(wanted);
        }
        if (postings != null && current == wanted) {
          each.accept(next);
        }
      }
    }
  }
}
