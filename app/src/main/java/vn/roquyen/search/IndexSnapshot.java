package vn.roquyen.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.FacetCounts;
import vn.roquyen.domain.SearchFilter;

/** The index as it stands at one moment, ready to answer questions from many threads. */
final class IndexSnapshot {
  /** Short texts: a long title should not lose much for its length. */
  static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.5f);

  private static final double CUT = 0.3;
  private static final int MOST_RESTING = 5_000;
  private static final int MOST_SUGGESTIONS = 5;

  private final IndexSearcher searcher;
  private final CorpusTerms terms;
  private final RecordTexts texts;
  private final QueryReader reader;

  IndexSnapshot(IndexSearcher searcher, Vocabulary vocabulary) throws IOException {
    this.searcher = searcher;
    this.searcher.setSimilarity(SIMILARITY);
    this.terms = new CorpusTerms(searcher.getIndexReader());
    this.reader = new QueryReader(vocabulary, terms);
    this.texts = new RecordTexts(searcher.getIndexReader(), terms, vocabulary);
  }

  record Ranked(Candidate candidate, Features features, double score) {}

  List<Ranked> rank(ReadQuery query, SearchFilter filter) throws IOException {
    List<Ranked> ranked = new ArrayList<>();
    for (Candidate candidate : new CandidateFinder(searcher, texts).find(query, filter)) {
      Features features = Ranker.features(query, candidate);
      ranked.add(new Ranked(candidate, features, features.score()));
    }
    ranked.sort(
        Comparator.comparingDouble((Ranked each) -> -each.score())
            .thenComparingInt(each -> each.candidate().document()));
    return ranked;
  }

  String id(int document) throws IOException {
    return texts.id(document);
  }

  ReadQuery read(String text, boolean typing) {
    return reader.read(text, typing);
  }

  SearchResult search(String text, boolean typing, SearchFilter filter, int limit)
      throws IOException {
    ReadQuery query = reader.read(text, typing);
    List<Ranked> ranked = rank(query, filter);
    double best = ranked.isEmpty() ? 0 : ranked.getFirst().score();
    FacetCounter facets = new FacetCounter();
    List<SearchHit> hits = new ArrayList<>();
    int total = 0;
    for (Ranked each : ranked) {
      if (each.score() <= 0 || each.score() < CUT * best) {
        break;
      }
      total++;
      facets.add(each.candidate().flags(), each.candidate().text().fieldName());
      if (hits.size() < limit) {
        hits.add(hit(query, each));
      }
    }
    boolean sure = hits.stream().anyMatch(hit -> hit.confidence() == Confidence.HIGH);
    return new SearchResult(
        List.copyOf(hits),
        total,
        total == 0 ? FacetCounts.NONE : facets.counts(),
        sure ? List.of() : suggestions(query, hits),
        query.readAs());
  }

  /** Ids of the records whose basis names the instrument. */
  List<String> restingOn(String number) throws IOException {
    Term basis = new Term(IndexFields.BASIS, Identifiers.key(number));
    List<String> ids = new ArrayList<>();
    for (var hit : searcher.search(new TermQuery(basis), MOST_RESTING).scoreDocs) {
      ids.add(texts.id(hit.doc));
    }
    ids.sort(null);
    return ids;
  }

  private static SearchHit hit(ReadQuery query, Ranked ranked) {
    RecordText text = ranked.candidate().text();
    return new SearchHit(
        text.id(),
        IndexFields.kind(ranked.candidate().flags()),
        text.title(),
        ranked.score(),
        ranked.features().confidence(),
        Highlighter.marks(text.title(), text.titleWords(), query));
  }

  private List<String> suggestions(ReadQuery query, List<SearchHit> hits) {
    Set<String> suggestions = new LinkedHashSet<>();
    String corrected = QueryReader.corrected(query, terms);
    if (corrected != null) {
      suggestions.add(corrected);
    }
    for (SearchHit hit : hits) {
      if (suggestions.size() < MOST_SUGGESTIONS) {
        suggestions.add(hit.title());
      }
    }
    return List.copyOf(suggestions);
  }
}
