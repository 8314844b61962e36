package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.remote.CuttingProxy;
import vn.roquyen.sync.remote.RealServer;

/** Whole data folders exchange over servers that others have written. */
@Tag("servers")
final class RealServerExchangeTest {
  private static final long MOST_FOR_NOTHING_NEW = 400;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "apache", "s3"})
  void foldersEndEqualAndNothingNewCostsNextToNothing(String kind) throws IOException {
    try (RealServer server = start(kind);
        CuttingProxy proxy = new CuttingProxy(server.port());
        Machine publisher = machine("tỉnh", Role.PUBLISHER, "tinh", server.address(proxy.port()));
        Machine hub = machine("hub", Role.HUB, "tinh", server.address(proxy.port()));
        Machine commune = machine("xã", Role.COMMUNE, "03160", server.address(proxy.port()))) {
      for (int i = 0; i < 70; i++) {
        publisher.insert(Entity.FIELD, "f" + i, "name", "Lĩnh vực " + i);
        publisher.seal();
      }
      commune.insert(Entity.NOTE, "03160/1", "text", "Đã niêm yết");
      sync(commune, true);
      sync(publisher, true);
      sync(hub, true);
      sync(commune, true);
      assertThat(commune.digest()).isEqualTo(publisher.digest()).isEqualTo(hub.digest());
      assertThat(commune.wiring.sync().standings().getFirst().received()).isEqualTo(1);
      try (Machine laptop = machine("mới", Role.INSPECTOR, "tinh", server.address(proxy.port()))) {
        sync(laptop, true);
        assertThat(laptop.digest()).isEqualTo(publisher.digest());
      }
      sync(commune, false);
      long before = proxy.sent.get() + proxy.received.get();
      sync(commune, false);
      long cost = proxy.sent.get() + proxy.received.get() - before;
      System.out.println(kind + ": nothing new costs " + cost + " bytes");
      assertThat(cost).isLessThanOrEqualTo(MOST_FOR_NOTHING_NEW);
    }
  }

  private static RealServer start(String kind) throws IOException {
    return switch (kind) {
      case "nginx" -> RealServer.nginx();
      case "apache" -> RealServer.apache();
      default -> RealServer.s3();
    };
  }

  private Machine machine(String name, Role role, String unit, String address) {
    Machine machine = new Machine(folder.resolve(name), role, unit);
    StoreService.Login login = new StoreService.Login(RealServer.USER, RealServer.PASSWORD, null);
    machine.wiring.stores().add("kho", address, login, false);
    return machine;
  }

  private static void sync(Machine machine, boolean thorough) {
    SyncService.Round round = machine.wiring.sync().round("kho", thorough, Progress.NONE);
    assertThat(round.state()).as(round.toString()).isEqualTo(RemoteState.READY);
    assertThat(round.refused()).as(round.toString()).isZero();
  }
}
