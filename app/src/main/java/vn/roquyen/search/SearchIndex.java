package vn.roquyen.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.FacetCounts;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;

/**
 * The index of one data folder. A damaged or old index is thrown away and rebuilt, never repaired.
 */
public final class SearchIndex implements AutoCloseable {
  private static final String REVISION = "revision";

  private final IndexWriter writer;
  private final SearcherManager searchers;

  private SearchIndex(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
  }

  /** Opens the index in a folder; an unreadable one is emptied. */
  public static SearchIndex open(Path folder) {
    try {
      return new SearchIndex(
          new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(new StandardAnalyzer())));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The revision of the register that the index holds; -1 when it is empty or new. */
  public long revision() {
    var data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(REVISION)) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return -1;
  }

  /** Replaces the whole index. */
  public synchronized void rebuild(Stream<SearchDocument> documents, long revision) {
    try {
      writer.deleteAll();
      documents.forEach(this::put);
      commit(revision);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Adds or replaces documents and removes others. */
  public synchronized void update(
      Stream<SearchDocument> documents, Collection<String> removed, long revision) {
    try {
      for (String id : removed) {
        writer.deleteDocuments(new Term("id", id));
      }
      documents.forEach(this::put);
      commit(revision);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Finds records for a person's words. */
  public SearchResult search(String text, boolean typing, SearchFilter filter, int limit) {
    try {
      var searcher = searchers.acquire();
      try {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
          query.add(new TermQuery(new Term("title", word)), BooleanClause.Occur.SHOULD);
        }
        var top = searcher.search(query.build(), limit);
        List<SearchHit> hits = new ArrayList<>();
        for (var doc : top.scoreDocs) {
          var stored = searcher.storedFields().document(doc.doc);
          RecordKind kind = RecordKind.valueOf(stored.get("kind"));
          if (filter.kinds().contains(kind)) {
            hits.add(
                new SearchHit(
                    stored.get("id"),
                    kind,
                    stored.get("title"),
                    doc.score,
                    Confidence.LOW,
                    List.of()));
          }
        }
        return new SearchResult(hits, hits.size(), FacetCounts.NONE, List.of(), null);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ids of the records that rest on an instrument with that number. */
  public List<String> restingOn(String number) {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
  }

  private void put(SearchDocument document) {
    Document fields = new Document();
    fields.add(new StringField("id", document.id(), Field.Store.YES));
    fields.add(new StringField("kind", document.kind().name(), Field.Store.YES));
    fields.add(new TextField("title", document.title(), Field.Store.YES));
    try {
      writer.updateDocument(new Term("id", document.id()), fields);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void commit(long revision) throws IOException {
    writer.setLiveCommitData(Map.of(REVISION, Long.toString(revision)).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }
}
