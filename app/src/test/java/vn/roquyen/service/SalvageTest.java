package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.Role;

/** A damaged journal costs at most what nobody else has, and never ends the program for good. */
final class SalvageTest {
  @TempDir Path folder;
  private Path store;
  private Machine province;
  private Machine commune;

  @BeforeEach
  void open() throws IOException {
    store = Files.createDirectories(folder.resolve("kho"));
    province = machine("tỉnh", Role.PUBLISHER, "tinh");
    commune = machine("xã", Role.COMMUNE, "26734");
  }

  @AfterEach
  void close() {
    province.close();
    commune.close();
  }

  @Test
  void fault5_anOwnRecordThatOthersHaveComesBackAndTheFolderIsANewReplica() throws IOException {
    note("một");
    note("hai");
    note("ba");
    province.receive(commune.export(folder.resolve("xã.rqp")));
    final String before = commune.wiring.folder().identity().replica();
    damage(commune, "hai");
    assertThat(codes(commune)).containsExactly(NoticeCode.RECORD_LOST, NoticeCode.OWN_CHANGE_LOST);
    assertThat(commune.wiring.notices().get(1).arguments())
        .startsWith("1", "26734")
        .endsWith("note 26734/hai");
    assertThat(commune.wiring.folder().identity().replica()).isNotEqualTo(before);
    assertThat(text("một")).isEqualTo("Ghi chú một");
    assertThat(text("ba")).as("waits for the one that was lost").isNull();
    assertThat(commune.wiring.exchange().waiting()).hasSize(1);
    note("bốn");
    province.receive(commune.export(folder.resolve("sau.rqp")));
    commune.receive(province.export(folder.resolve("lấy lại.rqp")));
    for (String each : List.of("một", "hai", "ba", "bốn")) {
      assertThat(text(each)).isEqualTo("Ghi chú " + each);
      assertThat(province.value(Entity.NOTE, "26734/" + each, "text")).isEqualTo("Ghi chú " + each);
    }
    assertThat(commune.wiring.exchange().waiting()).isEmpty();
    assertThat(commune.wiring.doctor().examine().tablesAgree()).isTrue();
    commune.reopen();
    assertThat(commune.wiring.notices()).isEmpty();
    assertThat(text("hai")).isEqualTo("Ghi chú hai");
  }

  @Test
  void fault5_aForeignRecordIsFetchedAgainFromTheStore() throws IOException {
    field("a");
    field("b");
    field("c");
    sync(province);
    sync(commune);
    note("một");
    sync(commune);
    assertThat(commune.digest()).isEqualTo(province.digest());
    damage(commune, "Lĩnh vực b");
    assertThat(codes(commune)).containsExactly(NoticeCode.RECORD_LOST, NoticeCode.CHANGE_LOST);
    assertThat(commune.value(Entity.FIELD, "a", "name")).isEqualTo("Lĩnh vực a");
    assertThat(commune.value(Entity.FIELD, "c", "name")).isNull();
    note("hai");
    sync(commune);
    assertThat(commune.digest()).isEqualTo(province.digest());
    assertThat(text("một")).isEqualTo("Ghi chú một");
    sync(province);
    assertThat(province.value(Entity.NOTE, "26734/hai", "text")).isEqualTo("Ghi chú hai");
    assertThat(commune.wiring.doctor().examine().tablesAgree()).isTrue();
  }

  @Test
  void fault5_whatWasNotSentYetIsSentByTheNewReplica() throws IOException {
    note("một");
    sync(commune);
    note("hai");
    note("ba");
    damage(commune, "ba");
    note("bốn");
    sync(commune);
    sync(province);
    for (String each : List.of("một", "hai", "bốn")) {
      assertThat(province.value(Entity.NOTE, "26734/" + each, "text")).isEqualTo("Ghi chú " + each);
    }
  }

  @Test
  void fault5_anyRecordButTheRootMayBeLost() throws IOException {
    field("a");
    province.wiring.ledger().seal();
    commune.receive(province.export(folder.resolve("tỉnh.rqp")));
    note("một");
    note("hai");
    province.receive(commune.export(folder.resolve("xã.rqp")));
    final int documents = commune.wiring.journal().list().size();
    final Path all = province.export(folder.resolve("tất cả.rqp"));
    final byte[] sound = journal(commune);
    final List<Integer> starts = starts(sound);
    assertThat(starts).hasSizeGreaterThanOrEqualTo(documents);
    for (int start : starts.subList(1, starts.size())) {
      byte[] damaged = sound.clone();
      damaged[start + 40] ^= 0x10;
      commune.close();
      Files.write(commune.data.resolve("journal/journal.rqj"), damaged);
      commune.open();
      assertThat(codes(commune)).as("at %d", start).startsWith(NoticeCode.RECORD_LOST);
      commune.receive(all);
      assertThat(commune.digest()).as("at %d", start).isEqualTo(province.digest());
      assertThat(text("hai")).isEqualTo("Ghi chú hai");
    }
  }

  @Test
  void fault26_fault27_aClonedFolderBecomesANewReplicaOnceItsTwinIsMet() throws IOException {
    note("một");
    sync(commune);
    commune.close();
    copy(commune.data, folder.resolve("bản sao"));
    Machine twin = new Machine(folder.resolve("bản sao"));
    commune.open();
    try (twin) {
      note("của máy này");
      twin.insert(Entity.NOTE, "26734/k", "text", "Của máy kia");
      sync(commune);
      assertThat(twin.wiring.folder().identity().replica())
          .isEqualTo(commune.wiring.folder().identity().replica());
      sync(twin);
      assertThat(twin.wiring.folder().identity().replica())
          .isNotEqualTo(commune.wiring.folder().identity().replica());
      twin.insert(Entity.NOTE, "26734/l", "text", "Sau khi biết");
      commune.receive(twin.export(folder.resolve("twin.rqp")));
      province.receive(twin.export(folder.resolve("twin2.rqp")));
      province.receive(commune.export(folder.resolve("xã.rqp")));
      assertThat(commune.value(Entity.NOTE, "26734/l", "text")).isEqualTo("Sau khi biết");
      assertThat(everything(commune)).isEqualTo(everything(twin)).isEqualTo(everything(province));
      twin.reopen();
      assertThat(twin.wiring.notices()).isEmpty();
    }
  }

  @Test
  void fault71_withoutJournalAndDatabaseAUsedFolderIsNeverTakenForANewOne() throws IOException {
    note("một");
    commune.close();
    byte[] kept = journal(commune);
    Files.delete(commune.data.resolve("journal/journal.rqj"));
    Files.delete(commune.data.resolve("database/register.mv.db"));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(commune::open)
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.JOURNAL_DAMAGED));
    Files.write(commune.data.resolve("journal/journal.rqj"), kept);
    commune.open();
    assertThat(text("một")).isEqualTo("Ghi chú một");
  }

  @Test
  void fault71_aDamagedJournalBesideALostDatabaseIsSavedToo() throws IOException {
    note("một");
    note("hai");
    commune.close();
    Files.delete(commune.data.resolve("database/register.mv.db"));
    commune.open();
    commune.close();
    byte[] journal = journal(commune);
    List<Integer> starts = starts(journal);
    journal[starts.get(starts.size() - 2) + 60] ^= 1;
    Files.write(commune.data.resolve("journal/journal.rqj"), journal);
    Files.delete(commune.data.resolve("database/register.mv.db"));
    commune.open();
    assertThat(codes(commune)).containsExactly(NoticeCode.RECORD_LOST);
    note("ba");
    assertThat(text("ba")).isEqualTo("Ghi chú ba");
  }

  private Machine machine(String name, Role role, String unit) {
    Machine machine = new Machine(folder.resolve(name), role, unit);
    machine.wiring.stores().add("kho", "folder:" + store, StoreService.Login.NONE, false);
    return machine;
  }

  private static void sync(Machine machine) {
    SyncService.Round round = machine.wiring.sync().round("kho", true, Progress.NONE);
    assertThat(round.state()).as(round.toString()).isEqualTo(RemoteState.READY);
  }

  private void note(String name) {
    commune.insert(Entity.NOTE, "26734/" + name, "text", "Ghi chú " + name);
    commune.seal();
  }

  private void field(String key) {
    province.insert(Entity.FIELD, key, "name", "Lĩnh vực " + key);
    province.seal();
  }

  private Object text(String name) {
    return commune.value(Entity.NOTE, "26734/" + name, "text");
  }

  private static List<NoticeCode> codes(Machine machine) {
    return machine.wiring.notices().stream().map(Notice::code).toList();
  }

  private static List<String> everything(Machine machine) {
    return machine.wiring.histories().shown(Entity.NOTE, Instant.MAX).stream()
        .map(row -> row.key() + row.values())
        .toList();
  }

  /** Spoils the change whose number is that of the last one that holds a word. */
  private static void damage(Machine machine, String word) throws IOException {
    String id = null;
    for (String change : machine.wiring.folder().changes()) {
      if (machine.wiring.journal().show(change).edits().toString().contains(word)) {
        id = change;
      }
    }
    assertThat(id).isNotNull();
    int number = machine.wiring.journal().show(id).line().number();
    machine.close();
    byte[] journal = journal(machine);
    journal[starts(journal).get(number) + 50] ^= 4;
    Files.write(machine.data.resolve("journal/journal.rqj"), journal);
    machine.open();
  }

  private static byte[] journal(Machine machine) throws IOException {
    return Files.readAllBytes(machine.data.resolve("journal/journal.rqj"));
  }

  /** Where the records begin that hold documents. */
  private static List<Integer> starts(byte[] journal) {
    List<Integer> starts = new ArrayList<>();
    int at = 8;
    while (at + 24 <= journal.length) {
      int length = ByteBuffer.wrap(journal, at + 4, 4).getInt();
      if (length > 0) {
        starts.add(at);
      }
      at += 24 + length;
    }
    return starts;
  }

  /** Copies a closed data folder. */
  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
