package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.RemoteState;

/** What holds of WebDAV on every real server. */
interface WebDavServerContract extends RealServerContract {

  @Test
  default void fault61ItIsUsedByMove() {
    try (Remote remote = remote()) {
      assertThat(remote.probe().way()).isEqualTo(Remote.Way.MOVE);
    }
  }

  @Test
  default void fault62AWrongPasswordIsSaidToBe() {
    try (Remote stranger =
        new RemoteAddress(server().address(), "xa", "đoán", null).open(Clock.systemUTC())) {
      assertThat(
              catchThrowableOfType(RemoteFailure.class, () -> stranger.open("v1/x", 0, null))
                  .state())
          .isEqualTo(RemoteState.LOGIN_NEEDED);
    }
  }
}
