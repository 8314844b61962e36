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

/** WebDAV on a real Apache. */
@Tag("servers")
final class ApacheTest implements RealServerContract {
  private static RealServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RealServer.apache();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public RealServer server() {
    return server;
  }

  /** Apache tags a file weakly while it is younger than a second, so the probe sees no ranges. */
  @Override
  public boolean tagsYoungFilesStrongly() {
    return false;
  }

  @Test
  void fault61ItIsUsedByMove() {
    try (Remote remote = remote()) {
      assertThat(remote.probe().way()).isEqualTo(Remote.Way.MOVE);
    }
  }

  @Test
  void fault62AWrongPasswordIsSaidToBe() {
    try (Remote stranger =
        new RemoteAddress(server.address(), "xa", "đoán", null).open(Clock.systemUTC())) {
      assertThat(
              catchThrowableOfType(RemoteFailure.class, () -> stranger.open("v1/x", 0, null))
                  .state())
          .isEqualTo(RemoteState.LOGIN_NEEDED);
    }
  }
}
