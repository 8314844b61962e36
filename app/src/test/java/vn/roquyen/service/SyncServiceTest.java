package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.Role;
import vn.roquyen.platform.StoresFile;
import vn.roquyen.service.StoreService.Content;
import vn.roquyen.sync.remote.StoreServer;

/** Whole data folders exchange over a store that is nothing but a folder. */
final class SyncServiceTest {
  private static final String LARGE_WAITS = RemoteState.LARGE_WAITS.messageKey();

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
    assertThat(new StoresFile(file).load()).containsEntry("mạng.password", "bí=#mật");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    stores.remove("mạng");
    assertThat(Files.readString(file)).doesNotContain("kho.example");
  }

  @Test
  void onAMeteredLinkSmallFilesGoAndNothingLarge() {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    Machine hub = machine("máy thu nhận", Role.HUB, "tinh");
    sync(hub);
    for (Machine each : List.of(commune, hub)) {
      each.wiring.stores().setMetered("kho", true);
    }
    commune.insert(Entity.NOTE, "03160/1", "text", "Một");
    commune.seal();
    commune.insert(Entity.NOTE, "03160/2", "text", incompressible(50_000));
    commune.seal();
    commune.insert(Entity.NOTE, "03160/3", "text", "Ba");
    SyncService.Round round = sync(commune);
    assertThat(round.sent()).isEqualTo(1);
    assertThat(round.notes()).extracting(SyncService.Note::messageKey).contains(LARGE_WAITS);
    assertThat(commune.wiring.sync().standings().getFirst().waiting()).isEqualTo(2);
    commune.wiring.stores().setMetered("kho", false);
    assertThat(sync(commune).sent()).isEqualTo(2);

    SyncService.Round read = sync(hub);
    assertThat(read.fetched()).isEqualTo(1);
    assertThat(read.notes()).extracting(SyncService.Note::messageKey).contains(LARGE_WAITS);
    assertThat(hub.value(Entity.NOTE, "03160/1", "text")).isEqualTo("Một");
    hub.wiring.stores().setMetered("kho", false);
    sync(hub);
    assertThat(hub.value(Entity.NOTE, "03160/3", "text")).isEqualTo("Ba");
    assertThat(hub.digest()).isEqualTo(commune.digest());
  }

  private static String incompressible(int length) {
    return new Random(5)
        .ints(length, 0x20, 0x7f)
        .collect(
            StringBuilder::new, StringBuilder::appendCodePoint, (left, right) -> left.append(right))
        .toString();
  }

  @Test
  void whatTryingAStoreFindsIsSaid() throws IOException {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    StoreService stores = commune.wiring.stores();
    StoreService.Found fresh = stores.check("kho").found();
    assertThat(fresh).isEqualTo(new StoreService.Found("RENAME", true, true, false, Content.NEW));
    sync(commune);
    assertThat(stores.check("kho").found().content()).isEqualTo(Content.OURS);
    Files.writeString(store.resolve("v1/space"), "ab".repeat(16));
    assertThat(stores.check("kho").state()).isEqualTo(RemoteState.FOREIGN);
    Files.delete(store.resolve("v1/space"));
    assertThat(stores.check("kho").state()).as("58").isEqualTo(RemoteState.EMPTIED);
    StoreDraft elsewhere =
        StoreDraft.of(new StoreService.Store("kho", "folder:" + store + "/không", null, false));
    assertThat(stores.check(elsewhere).state()).isEqualTo(RemoteState.MEDIUM_GONE);
    assertThat(stores.all().getFirst().address()).as("nothing is kept").endsWith("tỉnh");
  }

  @Test
  void whetherAStoreIsReadUnsignedIsRememberedUntilItIsRefused() throws IOException {
    try (StoreServer server = new StoreServer()) {
      Machine commune = machine("xã", Role.COMMUNE, "03160");
      StoreService stores = commune.wiring.stores();
      StoreService.Login login = new StoreService.Login("key", "secret", null);
      stores.remove("kho");
      stores.add("kho", server.address("s3"), login, false);
      sync(commune);
      server.requests.clear();
      sync(commune);
      assertThat(server.requests).isNotEmpty().allMatch(SyncServiceTest::isUnsignedRead);
      server.refusesStrangers = true;
      server.requests.clear();
      sync(commune);
      assertThat(server.requests).filteredOn(SyncServiceTest::isUnsignedRead).hasSize(1);
      server.requests.clear();
      sync(commune);
      assertThat(server.requests).isNotEmpty().noneMatch(SyncServiceTest::isUnsignedRead);
      server.refusesStrangers = false;
      assertThat(stores.check("kho").found().open()).isTrue();
      server.requests.clear();
      sync(commune);
      assertThat(server.requests).isNotEmpty().allMatch(SyncServiceTest::isUnsignedRead);
    }
  }

  private static boolean isUnsignedRead(String request) {
    return request.startsWith("GET ") && request.endsWith(" unsigned");
  }

  @Test
  void aPasswordStaysWithItsServerAndIsNeverSentToAnother() {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    StoreService stores = commune.wiring.stores();
    StoreDraft draft = dav("https://kho.example/x", "bí mật", false);
    stores.save(draft, true);
    stores.save(dav("https://kho.example/x", "", true), false);
    assertThat(kept(commune)).containsEntry("web.password", "bí mật");
    assertThat(stores.find("web").metered()).isTrue();
    stores.save(dav("https://other.example/x", "", true), false);
    assertThat(kept(commune)).doesNotContainKey("web.password");
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> stores.save(draft, true))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.REMOTE_TAKEN));
    assertThat(stores.find("web").address()).isEqualTo("davs://other.example/x");
  }

  private static StoreDraft dav(String place, String password, boolean metered) {
    return new StoreDraft(
        StoreDraft.Kind.WEBDAV, "web", place, "", "", "xa", password, null, metered);
  }

  private static Map<String, String> kept(Machine machine) {
    Path file = machine.data.resolve("exchange/stores.properties");
    return new StoresFile(file).load();
  }

  @Test
  void theLoopRunsUntilItIsTold() throws InterruptedException {
    Machine commune = machine("xã", Role.COMMUNE, "03160");
    commune.insert(Entity.NOTE, "03160/1", "text", "Một");
    SyncLoop loop =
        new SyncLoop(
            commune.wiring.sync(), Clock.systemUTC(), Duration.ofMillis(20), new Random(1));
    List<SyncService.Round> rounds = new ArrayList<>();
    java.time.Instant started = java.time.Instant.now();
    loop.run(
        List.of("kho"),
        Progress.NONE,
        (round, next) -> {
          assertThat(next).isAfter(started);
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
