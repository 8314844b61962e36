package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.Role;

/** Whole data folders exchange over a store that is nothing but a folder. */
final class SyncServiceTest {
  @TempDir Path folder;
  private final List<Machine> machines = new ArrayList<>();
  private Path store;

  @BeforeEach
  void makeStore() throws IOException {
    store = Files.createDirectories(folder.resolve("USB của tỉnh"));
  }

  @AfterEach
  void close() {
    machines.forEach(Machine::close);
  }

  private Machine machine(String name, Role role, String unit) {
    Machine machine = new Machine(folder.resolve(name), role, unit);
    machine.wiring.stores().add("kho", "folder:" + store, StoreService.Login.NONE, false);
    machines.add(machine);
    return machine;
  }

  private static SyncService.Round sync(Machine machine) {
    SyncService.Round round = machine.wiring.sync().round("kho", true, Progress.NONE);
    assertThat(round.state()).as(round.toString()).isEqualTo(RemoteState.READY);
    return round;
  }

  @Test
  void foldersThatExchangeEndWithEqualRegisters() {
    Machine publisher = machine("tỉnh", Role.PUBLISHER, "tinh");
    Machine hub = machine("máy thu nhận", Role.HUB, "tinh");
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    publisher.insert(Entity.FIELD, "f1", "name", "Đất đai");
    for (int i = 0; i < 70; i++) {
      publisher.insert(Entity.POWER, "p" + i, "title", "Nhiệm vụ " + i, "field_id", "f1");
      publisher.seal();
    }
    commune.insert(Entity.NOTE, "03160/1", "text", "Đã treo bảng niêm yết");
    assertThat(commune.wiring.sync().outbox()).containsEntry(OutboxState.RECORDED, 1L);
    commune.seal();
    assertThat(commune.wiring.sync().outbox()).containsEntry(OutboxState.QUEUED, 1L);
    sync(commune);
    assertThat(commune.wiring.sync().outbox()).containsEntry(OutboxState.STORED, 1L);
    sync(publisher);
    sync(hub);
    sync(commune);
    sync(publisher);
    assertThat(commune.wiring.sync().outbox()).containsEntry(OutboxState.RECEIVED, 1L);
    assertThat(commune.digest()).isEqualTo(publisher.digest()).isEqualTo(hub.digest());
    assertThat(publisher.value(Entity.NOTE, "03160/1", "text")).isEqualTo("Đã treo bảng niêm yết");
    Machine laptop = machine("máy mới", Role.INSPECTOR, "tinh");
    SyncService.Round first = sync(laptop);
    assertThat(first.fetched()).as("one snapshot, not change by change").isGreaterThan(70);
    assertThat(laptop.digest()).isEqualTo(publisher.digest());
    SyncService.Round second = sync(laptop);
    assertThat(second.fetched() + second.sent() + second.held() + second.refused()).isZero();
  }

  @Test
  void whatWaitsFollowsFromTheJournalAlone() throws IOException {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    commune.insert(Entity.NOTE, "03160/1", "text", "Một");
    sync(commune);
    Files.delete(commune.data.resolve("exchange/store-kho.properties"));
    assertThat(commune.wiring.sync().outbox()).containsEntry(OutboxState.QUEUED, 1L);
    assertThat(sync(commune).sent()).isZero();
    assertThat(commune.wiring.sync().outbox()).containsEntry(OutboxState.STORED, 1L);
  }

  @Test
  void withoutTheStoreAPersonIsToldAndNothingIsLost() throws IOException {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    commune.insert(Entity.NOTE, "03160/1", "text", "Một");
    Files.delete(store);
    SyncService.Round round = commune.wiring.sync().round("kho", true, Progress.NONE);
    assertThat(round.state()).isEqualTo(RemoteState.MEDIUM_GONE);
    assertThat(round.retryIn()).isNull();
    assertThat(commune.wiring.sync().standings().getFirst().waiting()).isEqualTo(1);
    Files.createDirectories(store);
    assertThat(sync(commune).sent()).isEqualTo(1);
  }

  @Test
  void passwordsAreTheOwnersAlone() throws IOException {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    StoreService stores = commune.wiring.stores();
    stores.add(
        "mạng", "davs://xa:b%C3%AD%3D%23m%E1%BA%ADt@kho.example/x", StoreService.Login.NONE, true);
    assertThat(stores.all().toString()).doesNotContain("bí").contains("kho.example");
    Path file = commune.data.resolve("exchange/stores.properties");
    assertThat(new vn.roquyen.platform.StoresFile(file).load())
        .containsEntry("mạng.password", "bí=#mật");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    stores.remove("mạng");
    assertThat(Files.readString(file)).doesNotContain("kho.example");
  }

  @Test
  void theLoopRunsUntilItIsTold() throws InterruptedException {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    commune.insert(Entity.NOTE, "03160/1", "text", "Một");
    SyncLoop loop =
        new SyncLoop(
            commune.wiring.sync(),
            java.time.Clock.systemUTC(),
            java.time.Duration.ofMillis(20),
            new java.util.Random(1));
    List<SyncService.Round> rounds = new ArrayList<>();
    loop.run(
        List.of("kho"),
        Progress.NONE,
        round -> {
          rounds.add(round);
          if (rounds.size() == 3) {
            loop.stop();
          }
        });
    assertThat(rounds).hasSize(3).allMatch(round -> round.state() == RemoteState.READY);
    assertThat(rounds.getFirst().sent()).isEqualTo(1);
    assertThat(rounds.getLast().sent()).isZero();
    Map<OutboxState, Long> outbox = commune.wiring.sync().outbox();
    assertThat(outbox).containsEntry(OutboxState.STORED, 1L);
  }
}
