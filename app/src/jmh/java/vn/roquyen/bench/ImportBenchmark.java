package vn.roquyen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.roquyen.Wiring;
import vn.roquyen.service.ImportReport;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.Progress;

/**
 * How long the whole catalogue takes into a fresh data folder: read, checked, written in one
 * transaction, indexed. {@link #rawInserts} is the yardstick: the same lines, unchecked, into one
 * table of two columns of the same kind of encrypted file, without an index.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 5,
    jvmArgsAppend = {"-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class ImportBenchmark {
  private static final int BATCH = 200;

  private Path folder;
  private Wiring wiring;

  @Setup(Level.Iteration)
  public void open() throws IOException {
    folder = Files.createTempDirectory("roquyen-bench");
    wiring = new Wiring(folder.resolve("data"), Clock.systemDefaultZone());
  }

  @TearDown(Level.Iteration)
  public void close() throws IOException {
    wiring.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public ImportReport wholeCatalogue() {
    ImportReport report =
        wiring
            .imports()
            .apply(List.of(BenchData.catalogue()), new ImportService.Options(true), Progress.NONE);
    if (report.outcome() != ImportReport.Outcome.APPLIED) {
      throw new IllegalStateException(report.toString());
    }
    return report;
  }

  @Benchmark
  public int rawInserts() throws IOException, SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("raw") + ";CIPHER=AES;WRITE_DELAY=0";
    int rows = 0;
    try (Connection connection = DriverManager.getConnection(url, "raw", "key password");
        var lines = SyntheticCatalogue.reader(BenchData.catalogue())) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("create table t(code varchar primary key, line varchar)");
      ObjectMapper json = new ObjectMapper();
      try (PreparedStatement insert = connection.prepareStatement("insert into t values(?, ?)")) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode procedure = json.readTree(line);
          insert.setString(1, procedure.get("code").asText());
          insert.setString(2, line);
          insert.addBatch();
          rows++;
          if (rows % BATCH == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
    return rows;
  }
}
