package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;

/** The journal is the truth: whatever happens to the database, what was recorded is there. */
final class LedgerJournalTest {
  @TempDir Path folder;
  private Path data;
  private Wiring wiring;

  @BeforeEach
  void open() {
    data = folder.resolve("Dữ liệu xã");
    wiring = new Wiring(data, Clock.systemDefaultZone());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void aDeletedDatabaseIsRebuiltFromTheJournal() throws IOException {
    fill();
    Map<String, String> before = fields();
    close();
    Files.delete(database());
    open();
    assertThat(fields()).isEqualTo(before);
    assertThat(wiring.registers().current().grantsOf("p")).hasSize(1);
    assertThat(wiring.ledger().catchUp()).isZero();
    wiring.ledger().record(List.of(field("later", "Sau")));
    assertThat(fields()).containsKey("later");
  }

  @Test
  void fault8_aDatabaseCutAnywhereIsRebuilt() throws IOException {
    fill();
    Map<String, String> before = fields();
    close();
    byte[] whole = Files.readAllBytes(database());
    for (int length : new int[] {0, 1, 100, 4096, 5000, whole.length / 2, whole.length - 4097}) {
      Files.write(database(), Arrays.copyOf(whole, length));
      open();
      assertThat(fields()).as("length %d", length).isEqualTo(before);
      close();
    }
    open();
  }

  @Test
  void fault8_aDatabaseOfNoiseIsRebuiltAndKeptAside() throws IOException {
    fill();
    Map<String, String> before = fields();
    close();
    byte[] noise = Files.readAllBytes(database());
    new Random(3).nextBytes(noise);
    Files.write(database(), noise);
    open();
    assertThat(fields()).isEqualTo(before);
    assertThat(data.resolve("database").resolve("register.damaged-1")).exists();
  }

  @Test
  void fault7_aDatabaseOfAnotherReplicaIsNeverTakenForOurs() throws IOException {
    fill();
    Map<String, String> before = fields();
    Path other = folder.resolve("khác");
    try (Wiring stranger = new Wiring(other, Clock.systemDefaultZone())) {
      stranger.ledger().record(List.of(field("x", "của máy khác")));
    }
    close();
    Files.copy(
        other.resolve("database/register.mv.db"), database(), StandardCopyOption.REPLACE_EXISTING);
    open();
    assertThat(fields()).isEqualTo(before);
  }

  @Test
  void fault2_anOlderDatabaseIsBroughtForward() throws IOException {
    fill();
    close();
    byte[] older = Files.readAllBytes(database());
    open();
    wiring.ledger().record(List.of(field("newer", "Mới")));
    wiring.ledger().record(List.of(new Operation.Remove(Entity.FIELD, "b")));
    Map<String, String> newest = fields();
    close();
    Files.write(database(), older);
    open();
    assertThat(fields()).isEqualTo(newest).containsKey("newer").doesNotContainKey("b");
  }

  @Test
  void fault12_aKillDuringTheRebuildLeavesTheJournalAndTheNextStartBeginsAnew() throws IOException {
    fill();
    Map<String, String> before = fields();
    close();
    Files.delete(database());
    List<Path> killed = new ArrayList<>();
    Progress killer =
        new Progress() {
          @Override
          public void at(Phase phase, long done, long total) {
            killed.add(copy("bị tắt " + killed.size()));
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    wiring = new Wiring(data, Clock.systemDefaultZone(), killer);
    assertThat(killed).isNotEmpty();
    for (Path each : killed) {
      try (Wiring next = new Wiring(each, Clock.systemDefaultZone())) {
        assertThat(next.exchange().digest()).isEqualTo(wiring.exchange().digest());
      }
    }
    assertThat(fields()).isEqualTo(before);
  }

  @Test
  void fault12_aFolderThatWasKilledWhileItWasFoundedOpens() throws IOException {
    Path fresh = folder.resolve("mới");
    new Wiring(fresh, Clock.systemDefaultZone()).close();
    Path begun = fresh.resolve("database/register.mv.db");
    Files.write(begun, Arrays.copyOf(Files.readAllBytes(begun), 5000));
    Files.writeString(fresh.resolve("database/register.unfinished"), "");
    for (int time = 0; time < 2; time++) {
      try (Wiring next = new Wiring(fresh, Clock.systemDefaultZone())) {
        next.ledger().record(List.of(field("lần " + time, "Sau")));
        assertThat(next.registers().current().fields()).hasSize(time + 1);
      }
    }
    assertThat(begun.resolveSibling("register.damaged-1")).hasSize(5000);
    assertThat(begun.resolveSibling("register.damaged-2")).doesNotExist();
    assertThat(begun.resolveSibling("register.unfinished")).doesNotExist();
  }

  private Path copy(String name) {
    Path target = folder.resolve(name);
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(data.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return target;
  }

  @Test
  void fault4_aTornEndOfTheJournalLosesNothingThatWasAcknowledged() throws IOException {
    fill();
    Map<String, String> before = fields();
    close();
    Path journal = data.resolve("journal/journal.rqj");
    byte[] whole = Files.readAllBytes(journal);
    byte[] torn = Arrays.copyOf(whole, whole.length + 700);
    new Random(4).nextBytes(Arrays.copyOfRange(torn, whole.length, torn.length));
    Files.write(journal, torn);
    open();
    assertThat(fields()).isEqualTo(before);
    wiring.ledger().record(List.of(field("later", "Sau")));
    close();
    open();
    assertThat(fields()).containsKey("later");
  }

  @Test
  void fault71_aLostJournalIsSaidAndTheDatabaseIsKept() throws IOException {
    fill();
    close();
    Path journal = data.resolve("journal/journal.rqj");
    byte[] kept = Files.readAllBytes(journal);
    Files.delete(journal);
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(this::open)
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.JOURNAL_DAMAGED));
    assertThat(database()).exists();
    Files.write(journal, kept);
    open();
    assertThat(fields()).isNotEmpty();
  }

  @Test
  void fault30_aWrongClockRecordsNothing() {
    fill();
    Map<String, String> before = fields();
    close();
    wiring = new Wiring(data, Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(-3650)));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> wiring.ledger().record(List.of(field("c", "C"))))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.CLOCK_BEHIND));
    assertThat(fields()).isEqualTo(before);
    close();
    open();
    wiring.ledger().record(List.of(field("c", "C")));
    assertThat(fields()).containsKey("c");
  }

  @Test
  void aChangeThatCannotBeTakenLeavesJournalAndDatabaseAlike() throws IOException {
    fill();
    Path journal = data.resolve("journal/journal.rqj");
    long size = Files.size(journal);
    Iterable<List<Operation>> failing =
        () -> List.<List<Operation>>of(List.of(field("z", "Z")), List.of(bad())).iterator();
    assertThatExceptionOfType(Fault.class).isThrownBy(() -> wiring.ledger().recordAll(failing));
    assertThat(Files.size(journal)).isEqualTo(size);
    wiring.ledger().record(List.of(field("after", "Sau")));
    Map<String, String> expected = fields();
    close();
    Files.delete(database());
    open();
    assertThat(fields()).isEqualTo(expected).doesNotContainKey("z");
  }

  /** A record that replays exactly: emptied fields, re-inserted rows, dates, numbers and lists. */
  @Test
  void whatIsReplayedIsWhatWasShown() throws IOException {
    fill();
    wiring.ledger().record(List.of(field("b", "B", "a")));
    wiring.ledger().record(List.of(field("b", "B lần nữa")));
    wiring
        .ledger()
        .record(
            List.of(
                new Operation.Insert(
                    Entity.PROCEDURE,
                    "1.001193",
                    Map.of(
                        "name",
                        "Đăng ký khai sinh",
                        "dossier",
                        List.of(Map.of("name", "Tờ khai", "copies", "1")))),
                new Operation.Insert(
                    Entity.COMMUNE,
                    "03160",
                    Map.of(
                        "type", "xã",
                        "name", "Mường Nhé",
                        "full_name", "Xã Mường Nhé",
                        "province_code", "11",
                        "predecessors", "Mường Nhé")),
                new Operation.SetFields(
                    Entity.GRANT, "g", Map.of("valid_to", LocalDate.of(2027, 1, 1)))));
    TreeMap<Entity, List<?>> before = everything();
    close();
    Files.delete(database());
    open();
    assertThat(everything()).isEqualTo(before);
  }

  private TreeMap<Entity, List<?>> everything() {
    TreeMap<Entity, List<?>> all = new TreeMap<>();
    var register = wiring.registers().current();
    all.put(Entity.FIELD, List.copyOf(register.fields().values()));
    all.put(Entity.GRANT, List.copyOf(register.grantsOf("p")));
    all.put(
        Entity.PROCEDURE,
        List.of(
            wiring
                .cards()
                .card("1.001193", wiring.registers().unit("03160"), LocalDate.of(2026, 11, 24))));
    return all;
  }

  private void fill() {
    wiring.ledger().record(List.of(field("a", "Hộ tịch"), field("b", "Đất đai")));
    wiring
        .ledger()
        .record(
            List.of(
                new Operation.Insert(
                    Entity.GRANT,
                    "g",
                    Map.of(
                        "power_id",
                        "p",
                        "mode",
                        "DELEGATION",
                        "procedure_count",
                        3,
                        "valid_from",
                        LocalDate.of(2026, 1, 1)))));
  }

  private Map<String, String> fields() {
    Map<String, String> names = new TreeMap<>();
    wiring
        .registers()
        .current()
        .fields()
        .forEach((id, field) -> names.put(id, field.name() + "/" + field.parentId()));
    return names;
  }

  private Path database() {
    return data.resolve("database").resolve("register.mv.db");
  }

  private static Operation bad() {
    return new Operation.Insert(Entity.FIELD, "c", Map.of("colour", "đỏ"));
  }

  private static Operation field(String id, String name) {
    return new Operation.Insert(Entity.FIELD, id, Map.of("name", name));
  }

  private static Operation field(String id, String name, String parent) {
    return new Operation.Insert(Entity.FIELD, id, Map.of("name", name, "parent_id", parent));
  }
}
