package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.RemoteState;

/** WebDAV on a real nginx. */
@Tag("servers")
final class NginxTest implements WebDavServerContract {
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
  void fault62AnObjectBeyondTheServersLimitIsSaidToBe() {
    try (Remote remote = remote()) {
      byte[] large = new byte[1_100_000];
      assertThat(
              catchThrowableOfType(RemoteFailure.class, () -> remote.replace("v1/large", large))
                  .state())
          .isEqualTo(RemoteState.TOO_LARGE);
    }
  }
}
