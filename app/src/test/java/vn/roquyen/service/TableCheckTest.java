package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.platform.AppPaths;

/** A database that is silently not what the journal says is found out and built anew. */
final class TableCheckTest {
  @TempDir static Path once;
  private static Path filled;
  private static String digest;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    filled = once.resolve("mẫu");
    try (Wiring wiring = new Wiring(filled, Clock.systemDefaultZone())) {
      List<List<Operation>> packs = new ArrayList<>();
      for (int change = 0; change < 30; change++) {
        List<Operation> pack = new ArrayList<>();
        for (int i = 10 * change; i < 10 * change + 10; i++) {
          Map<String, Object> name = Map.of("name", "Lĩnh vực " + i);
          pack.add(new Operation.Insert(Entity.FIELD, "f" + i, name));
        }
        packs.add(pack);
      }
      wiring.ledger().recordAll(packs);
      digest = wiring.exchange().digest();
    }
  }

  @Test
  void whatWasWrittenChangedMergedAndRemovedAgrees() {
    try (Machine one = new Machine(folder.resolve("a"), Role.PUBLISHER, "tinh");
        Machine two = new Machine(folder.resolve("b"), Role.PUBLISHER, "tinh")) {
      one.insert(Entity.FIELD, "f", "name", "Đất đai");
      one.insert(Entity.FIELD, "g", "name", "Hộ tịch");
      one.seal();
      two.receive(one.export(folder.resolve("1.rqp")));
      one.set(Entity.FIELD, "f", "name", "Của một");
      one.remove(Entity.FIELD, "g");
      two.set(Entity.FIELD, "f", "name", "Của hai");
      two.set(Entity.FIELD, "g", "parent_id", "f");
      two.receive(one.export(folder.resolve("2.rqp")));
      assertThat(two.wiring.histories().reviews()).isNotEmpty();
      assertThat(check(two.wiring)).isTrue();
      two.reopen();
      assertThat(two.wiring.notices()).isEmpty();
    }
  }

  @Test
  void theSampleDataAgree() {
    try (SampleRegister register = new SampleRegister(folder.resolve("mẫu"))) {
      assertThat(check(register.wiring())).isTrue();
      assertThat(folder.resolve("mẫu/database/register.suspected")).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update field set name = 'Lĩnh vực 8' where id = 'f7'",
        "delete from field where id = 'f7'",
        "insert into field values('x', 'Không ai ghi', null)"
      })
  void fault8_aRowThatIsNotWhatTheJournalSaysIsFoundAndMended(String sql) throws Exception {
    Path data = folder.resolve("dữ liệu");
    SalvageTest.copy(filled, data);
    alter(data, sql);
    CountDownLatch suspected = new CountDownLatch(1);
    try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
      assertThat(wiring.exchange().digest()).isNotEqualTo(digest);
      assertThat(wiring.notices()).isEmpty();
      try (var watch = new TableWatch(wiring.doctor(), Duration.ZERO, suspected::countDown)) {
        assertThat(watch).isNotNull();
        assertThat(suspected.await(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
      assertThat(wiring.notices())
          .extracting(Notice::code)
          .containsExactly(NoticeCode.DATABASE_REBUILT);
      assertThat(wiring.exchange().digest()).isEqualTo(digest);
      assertThat(check(wiring)).isTrue();
    }
  }

  @Test
  void fault8_aFlippedBitIsMendedByTheNextStartButOneWhereverItIs() throws IOException {
    Path data = folder.resolve("dữ liệu");
    SalvageTest.copy(filled, data);
    Path file = data.resolve("database/register.mv.db");
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(8);
    for (int round = 0; round < 6; round++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
        check(wiring);
      }
      try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
        assertThat(wiring.exchange().digest())
            .as("byte %d of %d", at, bad.length)
            .isEqualTo(digest);
      }
    }
  }

  @Test
  void anExaminationTellsHowFarItIs() {
    Set<Progress.Phase> phases = EnumSet.noneOf(Progress.Phase.class);
    List<Long> done = new ArrayList<>();
    Progress watcher =
        new Progress() {
          @Override
          public void at(Phase phase, long at, long total) {
            phases.add(phase);
            done.add(at);
            assertThat(total).isEqualTo(3);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    try (Machine machine = new Machine(folder.resolve("một"))) {
      for (int i = 0; i < 3; i++) {
        machine.insert(Entity.FIELD, "f" + i, "name", "Lĩnh vực " + i);
        machine.seal();
      }
      assertThat(machine.wiring.doctor().examine(watcher).tablesAgree()).isTrue();
    }
    assertThat(phases).containsExactly(Progress.Phase.COMPARE);
    assertThat(done).containsExactly(0L, 1L, 2L);
  }

  private static boolean check(Wiring wiring) {
    return wiring.doctor().lookOver(() -> false);
  }

  private static void alter(Path data, String sql) throws IOException, SQLException {
    String key = Files.readString(new AppPaths(data).databaseKey()).strip();
    String url = "jdbc:h2:file:" + data.resolve("database/register") + ";CIPHER=AES";
    try (Connection connection = DriverManager.getConnection(url, "roquyen", key + " " + key);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
