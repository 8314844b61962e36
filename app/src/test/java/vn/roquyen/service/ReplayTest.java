package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;

/** Lost tables are filled piece by piece, each piece lasting. */
final class ReplayTest {
  @TempDir Path folder;

  @Test
  void fault12_aRebuildThatIsKilledGoesOnWhereItWas() throws IOException {
    Path data = folder.resolve("dữ liệu");
    String digest = fill(data);
    Files.delete(data.resolve("database/register.mv.db"));
    Path killed = folder.resolve("bị tắt giữa chừng");
    int changes = start(data, done -> copyAt(done, data, killed));
    assertThat(changes).isEqualTo(3);
    assertThat(start(killed, done -> {})).isEqualTo(changes - 2);
    try (Wiring next = new Wiring(killed, Clock.systemDefaultZone())) {
      assertThat(next.exchange().digest()).isEqualTo(digest);
    }
  }

  private static String fill(Path data) {
    List<List<Operation>> packs = new ArrayList<>();
    for (int pack = 0; pack < 3; pack++) {
      List<Operation> fields = new ArrayList<>();
      for (int i = 0; i < Replay.AT_ONCE; i++) {
        Map<String, Object> name = Map.of("name", "Lĩnh vực " + i);
        fields.add(new Operation.Insert(Entity.FIELD, pack + "-" + i, name));
      }
      packs.add(fields);
    }
    try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
      wiring.ledger().recordAll(packs);
      return wiring.exchange().digest();
    }
  }

  /** Opens a folder; answers how many changes its start had to show. */
  private static int start(Path folder, LongConsumer at) {
    int[] shown = {0};
    Progress watcher =
        new Progress() {
          @Override
          public void at(Phase phase, long done, long total) {
            if (phase == Phase.REBUILD) {
              shown[0]++;
              at.accept(done);
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    new Wiring(folder, Clock.systemDefaultZone(), watcher).close();
    return shown[0];
  }

  private static void copyAt(long done, Path data, Path target) {
    if (done != 2) {
      return;
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(data.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
