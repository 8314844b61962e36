package vn.roquyen.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.SearchFilter;

/**
 * The index of one data folder. A damaged or old index is thrown away and rebuilt, never repaired.
 */
public final class SearchIndex implements AutoCloseable {
  /** Lucene warns on the console about a module that would only make vectors faster. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.SEVERE);
  }

  private static final Logger LOG = Logger.getLogger(SearchIndex.class.getName());
  private static final String REVISION = "revision";
  private static final String DAY = "day";
  private static final String FORMAT = "format";

  /** Keeps an import within a small heap. */
  private static final double BUFFER_MEGABYTES = 32;

  private final Path folder;
  private final IndexWriter writer;
  private final CompletableFuture<Vocabulary> vocabulary;
  private volatile Current current;

  /**
   * An open reader and what is computed from it for the first question; readers in use outlive
   * their replacement.
   */
  private final class Current {
    private final DirectoryReader reader;
    private @Nullable IndexSnapshot snapshot;

    Current(DirectoryReader reader) {
      this.reader = reader;
    }

    synchronized IndexSnapshot snapshot() throws IOException {
      IndexSnapshot known = snapshot;
      if (known == null) {
        known = new IndexSnapshot(new IndexSearcher(reader), vocabulary.join());
        snapshot = known;
      }
      return known;
    }
  }

  private SearchIndex(Path folder, IndexWriter writer, CompletableFuture<Vocabulary> vocabulary)
      throws IOException {
    this.folder = folder;
    this.writer = writer;
    this.vocabulary = vocabulary;
    this.current = new Current(DirectoryReader.open(writer));
  }

  /**
   * Opens the index in a folder; a damaged or old one is emptied, which {@link #state()} tells.
   *
   * @param synonyms the publisher's file of synonyms; it need not exist
   * @throws Fault INDEX_FAILED when the folder cannot be used at all
   */
  public static SearchIndex open(Path folder, Path synonyms) {
    // Read meanwhile: the window shows before anybody asks.
    CompletableFuture<Vocabulary> vocabulary =
        CompletableFuture.supplyAsync(() -> Vocabulary.read(synonyms));
    try {
      return openWhole(folder, vocabulary);
    } catch (IOException | RuntimeException damaged) {
      LOG.log(Level.WARNING, "the index is damaged or old and is built anew", damaged);
    }
    try {
      empty(folder);
      return openWhole(folder, vocabulary);
    } catch (IOException failure) {
      throw failed(failure, folder);
    }
  }

  private static SearchIndex openWhole(Path folder, CompletableFuture<Vocabulary> vocabulary)
      throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          check(reader);
        }
      }
      IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
      config.setSimilarity(IndexSnapshot.SIMILARITY);
      config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
      config.setCommitOnClose(false);
      return new SearchIndex(folder, new IndexWriter(directory, config), vocabulary);
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  /** Every byte is read once: a flipped bit shall not become a wrong answer. */
  private static void check(DirectoryReader reader) throws IOException {
    if (!IndexFields.FORMAT.equals(reader.getIndexCommit().getUserData().get(FORMAT))) {
      throw new IOException("index of another format");
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * What an index holds.
   *
   * @param revision of the register; -1 when the index is empty or new
   * @param day for which it says what is in force
   */
  public record State(long revision, LocalDate day) {
    private static final State NOTHING = new State(-1, LocalDate.EPOCH);

    private static State of(Map<String, String> data) {
      String revision = data.get(REVISION);
      String day = data.get(DAY);
      return revision == null || day == null
          ? NOTHING
          : new State(Long.parseLong(revision), LocalDate.parse(day));
    }

    private Map<String, String> data() {
      return Map.of(
          REVISION, Long.toString(revision), DAY, day.toString(), FORMAT, IndexFields.FORMAT);
    }
  }

  /** What the index holds now. */
  public State state() {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return State.of(data);
  }

  /** Replaces the whole index. */
  public synchronized void rebuild(Stream<IndexEntry> entries, State state) {
    change(
        () -> {
          writer.deleteAll();
          entries.forEach(this::add);
        },
        state);
  }

  /** Adds or replaces entries and removes others. */
  public synchronized void update(
      Stream<IndexEntry> entries, Collection<String> removed, State state) {
    change(
        () -> {
          for (String id : removed) {
            writer.deleteDocuments(new Term(IndexFields.ID, id));
          }
          entries.forEach(this::replace);
        },
        state);
  }

  /**
   * Finds records for a person's words.
   *
   * @param typing true while the last word may be unfinished
   */
  public SearchResult search(String text, boolean typing, SearchFilter filter, int limit) {
    return read(snapshot -> snapshot.search(text, typing, filter, limit));
  }

  /** Ids of the records that rest on an instrument with that number. */
  public List<String> restingOn(String number) {
    return read(snapshot -> snapshot.restingOn(number));
  }

  @Override
  public void close() throws IOException {
    current.reader.decRef();
    writer.close();
    writer.getDirectory().close();
  }

  /** Something read from the index as it stands. */
  interface Reading<T> {
    T from(IndexSnapshot snapshot) throws IOException;
  }

  private interface Changing {
    void run() throws IOException;
  }

  <T> T read(Reading<T> reading) {
    Current now = current;
    while (!now.reader.tryIncRef()) {
      now = current;
    }
    try {
      return reading.from(now.snapshot());
    } catch (IOException failure) {
      throw failed(failure, folder);
    } finally {
      release(now.reader);
    }
  }

  private void change(Changing work, State state) {
    try {
      work.run();
      writer.setLiveCommitData(state.data().entrySet());
      writer.commit();
      DirectoryReader newer = DirectoryReader.openIfChanged(current.reader, writer);
      if (newer != null) {
        DirectoryReader older = current.reader;
        current = new Current(newer);
        older.decRef();
      }
    } catch (IOException | UncheckedIOException failure) {
      throw failed(failure, folder);
    }
  }

  private static Fault failed(Exception failure, Path folder) {
    FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.INDEX_FAILED);
    return new Fault(code, failure, folder.toString());
  }

  private static void release(IndexReader reader) {
    try {
      reader.decRef();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void add(IndexEntry entry) {
    try {
      writer.addDocument(entry.document());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void replace(IndexEntry entry) {
    try {
      writer.updateDocument(new Term(IndexFields.ID, entry.id()), entry.document());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
