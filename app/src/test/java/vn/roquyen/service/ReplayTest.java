package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.TurnedClock;
import vn.roquyen.domain.Entity;
import vn.roquyen.persistence.Database;
import vn.roquyen.persistence.Projection;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.DatabaseKey;
import vn.roquyen.sync.KeyFolder;
import vn.roquyen.sync.LocalReplica;

/** Lost tables are filled piece by piece, each piece lasting. */
final class ReplayTest {
  private static final int CHANGES = 12;
  private static final int AT_ONCE = 3;

  @TempDir Path folder;

  @Test
  void fault12_aRebuildThatIsKilledGoesOnWhereItWas() throws IOException {
    Path data = folder.resolve("dữ liệu");
    String digest = fill(data);
    AppPaths paths = new AppPaths(data);
    String key = DatabaseKey.readOrCreate(paths.databaseKey());
    Path made = Files.createDirectories(folder.resolve("đang dựng"));
    Path killed = Files.createDirectories(folder.resolve("bị tắt giữa chừng"));
    try (LocalReplica replica =
        LocalReplica.open(
            new KeyFolder(paths.keys(), key),
            paths.journal(),
            new TurnedClock(Machine.START),
            OperationRules::check)) {
      Replay replay = new Replay(replica, AT_ONCE);
      try (Database database = Database.open(made, key, replica.device())) {
        List<Integer> shown = new ArrayList<>();
        assertThatThrownBy(
                () -> replay.rest(new Projection(database), watch(place -> stop(place, shown))))
            .isInstanceOf(Stopped.class);
        assertThat(shown).hasSize(2 * AT_ONCE + 2);
        // What a process leaves that is killed here: the database is not closed.
        Files.copy(made.resolve("register.mv.db"), killed.resolve("register.mv.db"));
      }
      try (Database database = Database.open(killed, key, replica.device())) {
        Projection tables = new Projection(database);
        assertThat(tables.applied().count()).isEqualTo(2 * AT_ONCE);
        List<Integer> shown = new ArrayList<>();
        replay.rest(tables, watch(shown::add));
        assertThat(shown).hasSize(CHANGES - 2 * AT_ONCE);
        assertThat(new RegisterDigest(tables).ofPublicRegister()).isEqualTo(digest);
      }
    }
  }

  private static String fill(Path data) {
    try (Machine machine = new Machine(data)) {
      for (int i = 0; i < CHANGES; i++) {
        machine.insert(Entity.FIELD, "f" + i, "name", "Lĩnh vực " + i);
        machine.seal();
      }
      assertThat(machine.wiring.journal().list())
          .filteredOn(line -> line.change() != null)
          .hasSize(CHANGES);
      return machine.digest();
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void stop(int place, List<Integer> shown) {
    shown.add(place);
    if (shown.size() == 2 * AT_ONCE + 2) {
      throw new Stopped();
    }
  }

  private static Progress watch(IntConsumer at) {
    return new Progress() {
      @Override
      public void at(Phase phase, long done, long total) {
        at.accept((int) done);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
