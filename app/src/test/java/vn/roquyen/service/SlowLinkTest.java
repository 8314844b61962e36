package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.remote.RealServer;
import vn.roquyen.sync.remote.SlowProxy;

/**
 * What the window says before a transfer, on a link as slow as the slowest that is reckoned with.
 */
@Tag("servers")
final class SlowLinkTest {
  private static final int FILES = 6;

  @TempDir Path folder;

  @Test
  void fault66TheTimeThatIsSaidBeforeATransferIsTrueByHalf() throws IOException {
    try (RealServer server = RealServer.nginx();
        SlowProxy link = new SlowProxy(server.port());
        Machine commune = new Machine(folder.resolve("xã"), Role.COMMUNE, "03160")) {
      StoreService.Login login = new StoreService.Login(RealServer.USER, RealServer.PASSWORD, null);
      commune.wiring.stores().add("kho", server.address(link.port()), login, false);
      assertThat(round(commune, Progress.NONE).sent()).isZero();
      for (int i = 0; i < FILES; i++) {
        commune.insert(Entity.NOTE, "03160/" + i, "text", "Đã niêm yết tại trụ sở " + i);
        commune.seal();
      }
      SyncService.Outgoing said = commune.wiring.sync().standings().getFirst().outgoing();
      assertThat(said.files()).isEqualTo(FILES);
      link.slow = true;
      Watched watched = new Watched();
      assertThat(round(commune, watched).sent()).isEqualTo(FILES);
      Duration took = watched.between(FILES - 1).multipliedBy(FILES).dividedBy(FILES - 1);
      System.out.println("said " + said + ", took " + took);
      assertThat(took)
          .isBetween(said.expected().dividedBy(2), said.expected().multipliedBy(3).dividedBy(2));
    }
  }

  private static SyncService.Round round(Machine machine, Progress progress) {
    SyncService.Round round = machine.wiring.sync().round("kho", false, progress);
    assertThat(round.state()).as(round.toString()).isEqualTo(RemoteState.READY);
    return round;
  }

  /** When each file began to go. */
  private static final class Watched implements Progress {
    private final List<Long> times = new ArrayList<>();

    @Override
    public void at(Phase phase, long done, long total) {
      if (phase == Phase.SEND) {
        times.add(System.nanoTime());
      }
    }

    Duration between(int files) {
      return Duration.ofNanos(times.get(files) - times.getFirst());
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
