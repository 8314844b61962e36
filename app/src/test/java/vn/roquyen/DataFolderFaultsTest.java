package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.InstanceLock;
import vn.roquyen.service.Progress;

/** What a person is told when the data folder is not as it should be, and that it is left alone. */
final class DataFolderFaultsTest {
  @TempDir Path root;
  private Path data;
  private Path database;

  @BeforeEach
  void init() {
    data = root.resolve("Xã Mường Nhé, dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
    database = new AppPaths(data).database().resolve("register.mv.db");
  }

  @Test
  void aDatabaseFullOfNoiseIsRebuiltAndKeptAside() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(7).nextBytes(noise);
    spoil(noise);
  }

  @Test
  void aDatabaseCutOffIsRebuiltAndKeptAside() throws IOException {
    byte[] whole = Files.readAllBytes(database);
    spoil(Arrays.copyOf(whole, 4096 * 2));
  }

  @Test
  void anEmptyDatabaseFileIsNeverTakenForAFirstStart() throws IOException {
    spoil(new byte[0]);
  }

  @Test
  void aDatabaseWithSpoiltHeadersIsRebuiltAndKeptAside() throws IOException {
    byte[] bytes = Files.readAllBytes(database);
    for (int at = 0; at < bytes.length; at += 512) {
      bytes[at] ^= 0x40;
    }
    spoil(bytes);
  }

  @Test
  void withoutItsKeyADatabaseIsForeign() throws IOException {
    Files.writeString(new AppPaths(data).databaseKey(), "0".repeat(64));
    byte[] before = Files.readAllBytes(database);
    CommandRun run = CommandRun.on(data, "stats");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[DATABASE_FOREIGN]").contains("khóa");
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  @Test
  void whenTheKeyIsGoneNoNewOneIsMade() throws IOException {
    Path key = new AppPaths(data).databaseKey();
    Files.delete(key);
    byte[] before = Files.readAllBytes(database);
    CommandRun run = CommandRun.on(data, "stats");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[DATABASE_FOREIGN]").contains("thư mục keys");
    assertThat(key).doesNotExist();
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  @Test
  void anIndexThatCannotBeMadeIsNamedAndTheDataCanBeOpenedAgain() throws IOException {
    Path index = new AppPaths(data).index();
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Path inTheWay = Files.createDirectories(index.resolve("write.lock").resolve("x"));
    CommandRun run = CommandRun.on(data, "lookup", "đăng ký khai sinh");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[INDEX_FAILED]").contains(index.toString());
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(CommandRun.on(data, "lookup", "đăng ký khai sinh").out()).contains("1.001193");
  }

  @Test
  void aDatabaseOfAnotherProgramGivesWayToTheJournal() throws IOException, SQLException {
    JsonNode before = stats();
    change("drop table register_state");
    assertThat(stats()).isEqualTo(before);
  }

  @Test
  void dataOfANewerProgramAreNotTouched() throws IOException, SQLException {
    change("update register_state set schema_version = 99");
    CommandRun run = CommandRun.on(data, "stats");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[DATABASE_NEWER]").contains("bản Rõ Quyền mới");
  }

  @Test
  void aFolderInUseIsSaidToBe() {
    try (InstanceLock window = InstanceLock.acquire(new AppPaths(data))) {
      assertThat(window).isNotNull();
      CommandRun run = CommandRun.on(data, "stats");
      assertThat(run.exitCode()).isEqualTo(5);
      assertThat(run.err()).startsWith("[DATA_FOLDER_IN_USE]");
    }
    CommandRun after = CommandRun.on(data, "stats");
    assertThat(after.exitCode()).as(after.err()).isZero();
  }

  @Test
  void aMissingOrSpoiltIndexIsRebuiltAndSaid() throws IOException {
    Path index = new AppPaths(data).index();
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    CommandRun spoilt = CommandRun.on(data, "lookup", "đăng ký khai sinh", "--limit", "1");
    assertThat(spoilt.exitCode()).isZero();
    assertThat(spoilt.err()).startsWith("[INDEX_REBUILT]").contains("không mất gì");
    assertThat(spoilt.out()).contains("1.001193");
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    CommandRun missing = CommandRun.on(data, "lookup", "đăng ký khai sinh", "--limit", "1");
    assertThat(missing.out()).contains("1.001193");
    assertThat(missing.err()).startsWith("[INDEX_REBUILT]");
    assertThat(CommandRun.on(data, "lookup", "đăng ký khai sinh").err()).isEmpty();
  }

  @Test
  void aLostDatabaseIsRestoredAndSaid() throws IOException {
    JsonNode before = stats();
    Files.delete(database);
    CommandRun run = CommandRun.on(data, "--json", "stats");
    assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(before);
    JsonNode notice = new ObjectMapper().readTree(run.err());
    assertThat(notice.get("notice").asText()).isEqualTo("DATABASE_RESTORED");
    assertThat(CommandRun.on(data, "stats").err()).isEmpty();
  }

  /** Where a script of the schema leaves a database that can only be filled anew. */
  @Test
  void aDatabaseOfAnOlderProgramIsFilledAnewAndNotCalledDamaged() throws Exception {
    JsonNode before = stats();
    change("delete from field");
    change("update register_state set applied_id = repeat('0', 64)");
    CommandRun run = CommandRun.on(data, "--json", "stats");
    assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(before);
    JsonNode notice = new ObjectMapper().readTree(run.err());
    assertThat(notice.get("notice").asText()).isEqualTo("DATABASE_UPGRADED");
    try (Stream<Path> files = Files.list(database.getParent())) {
      assertThat(files).containsExactly(database);
    }
    assertThat(CommandRun.on(data, "stats").err()).isEmpty();
  }

  @Test
  void fault4_aCutEndOfTheJournalIsSaidWithThePlaceOfWhatWasCut() throws IOException {
    JsonNode before = stats();
    Path journal = new AppPaths(data).journal();
    Files.write(journal.resolve("journal.rqj"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    CommandRun run = CommandRun.on(data, "--json", "stats");
    assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(before);
    JsonNode notice = new ObjectMapper().readTree(run.err());
    assertThat(notice.get("notice").asText()).isEqualTo("JOURNAL_CUT");
    assertThat(notice.get("message").asText()).contains("journal.cut");
    assertThat(journal.resolve("journal.cut")).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(CommandRun.on(data, "stats").err()).isEmpty();
  }

  @Test
  void theWindowShowsHowFarARebuildIs() throws IOException {
    Files.delete(database);
    List<String> seen = new ArrayList<>();
    Progress watcher =
        new Progress() {
          @Override
          public void at(Phase phase, long done, long total) {
            seen.add(phase + " " + done + "/" + total);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    new Wiring(data, CommandRun.CLOCK, watcher).close();
    assertThat(seen).startsWith("REBUILD 0/3", "REBUILD 1/3", "REBUILD 2/3");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidToBe() throws IOException {
    Path file = Files.writeString(root.resolve("tệp"), "không phải thư mục");
    CommandRun run = CommandRun.on(file, "init", "--sample");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[DATA_FOLDER_READ_ONLY]");
    assertThat(Files.readString(file)).isEqualTo("không phải thư mục");
  }

  @Test
  void aFolderWithoutDataSaysWhatToDo() {
    CommandRun run = CommandRun.on(root.resolve("trống"), "stats");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[DATA_FOLDER_MISSING]").contains("init --sample");
  }

  private void spoil(byte[] bytes) throws IOException {
    JsonNode before = stats();
    Files.write(database, bytes);
    CommandRun run = CommandRun.on(data, "--json", "stats");
    assertThat(run.exitCode()).isZero();
    assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(before);
    assertThat(run.err()).contains("DATABASE_REBUILT").contains("register.damaged-1");
    assertThat(stats()).isEqualTo(before);
    assertThat(Files.readAllBytes(database.resolveSibling("register.damaged-1"))).isEqualTo(bytes);
  }

  private JsonNode stats() throws IOException {
    CommandRun run = CommandRun.on(data, "--json", "stats");
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private void change(String sql) throws IOException, SQLException {
    String key = Files.readString(new AppPaths(data).databaseKey()).strip();
    String url = "jdbc:h2:file:" + database.toString().replace(".mv.db", "");
    try (Connection connection =
            DriverManager.getConnection(url + ";CIPHER=AES", "roquyen", key + " " + key);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
