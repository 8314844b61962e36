package vn.roquyen.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.service.Lookup;
import vn.roquyen.service.Question;

/**
 * How long a look-up takes from the question to the answered lines: index, one read, resolver. In
 * the virtual machine's settings that are shipped. {@link #plainLucene} is the yardstick: the same
 * questions to a plain BM25 index of the names in memory, which neither reads the database nor
 * resolves anything.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class LookupBenchmark {
  private static final int LIMIT = 50;

  @Param({"catalogue", "100000"})
  public String data;

  private Wiring wiring;
  private Commune unit;
  private LocalDate today;
  private List<String> questions;
  private List<String> typed;
  private int next;
  private int nextTyped;
  private IndexSearcher plain;
  private QueryBuilder plainQueries;

  @Setup
  public void open() throws IOException {
    wiring = new Wiring(BenchData.folder(data), Clock.systemDefaultZone());
    unit = wiring.registers().unit("03160");
    today = LocalDate.now(Clock.systemDefaultZone());
    Random random = new Random(1);
    questions = BenchData.questions();
    Collections.shuffle(questions, random);
    typed = new ArrayList<>();
    for (String question : questions) {
      for (int end = 2; end <= question.length(); end++) {
        typed.add(question.substring(0, end));
      }
    }
    Collections.shuffle(typed, random);
    plainIndex();
  }

  @TearDown
  public void close() {
    wiring.close();
  }

  /** A whole question, after Enter. */
  @Benchmark
  public Lookup question() {
    return find(questions.get(next++ % questions.size()), false);
  }

  /** Each state of the search box while a question is typed. */
  @Benchmark
  public Lookup whileTyping() {
    return find(typed.get(nextTyped++ % typed.size()), true);
  }

  @Benchmark
  public TopDocs plainLucene() throws IOException {
    String question = questions.get(next++ % questions.size());
    return plain.search(plainQueries.createBooleanQuery("name", question), LIMIT);
  }

  private Lookup find(String text, boolean typing) {
    return wiring.lookup().find(new Question(text, typing, SearchFilter.ALL, unit, today, LIMIT));
  }

  private void plainIndex() throws IOException {
    var memory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(memory, new IndexWriterConfig(new StandardAnalyzer()))) {
      var names = new com.fasterxml.jackson.databind.ObjectMapper();
      var source =
          data.equals("catalogue")
              ? BenchData.catalogue()
              : BenchData.folder(data).resolveSibling(data + ".jsonl");
      try (var lines = SyntheticCatalogue.reader(source)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          var document = new Document();
          String name = names.readTree(line).get("name").asText();
          document.add(new TextField("name", name, Field.Store.NO));
          writer.addDocument(document);
        }
      }
    }
    plain = new IndexSearcher(DirectoryReader.open(memory));
    plainQueries = new QueryBuilder(new StandardAnalyzer());
  }
}
