package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.RemoteState;

/** WebDAV on a real nginx. */
@Tag("servers")
final class NginxTest implements RealServerContract {
  private static RealServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RealServer.nginx();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public RealServer server() {
    return server;
  }

  @Test
  void fault61ItIsUsedByMove() {
    try (Remote remote = remote()) {
      assertThat(remote.probe().way()).isEqualTo(Remote.Way.MOVE);
    }
  }

  @Test
  void fault62AWrongPasswordAndAnObjectBeyondTheServersLimitAreSaidToBe() {
    try (Remote stranger =
        new RemoteAddress(server.address(), "xa", "đoán", null).open(Clock.systemUTC())) {
      assertThat(
              catchThrowableOfType(RemoteFailure.class, () -> stranger.open("v1/x", 0, null))
                  .state())
          .isEqualTo(RemoteState.LOGIN_NEEDED);
    }
    try (Remote remote = remote()) {
      byte[] large = new byte[1_100_000];
      assertThat(
              catchThrowableOfType(RemoteFailure.class, () -> remote.replace("v1/large", large))
                  .state())
          .isEqualTo(RemoteState.TOO_LARGE);
    }
  }
}
