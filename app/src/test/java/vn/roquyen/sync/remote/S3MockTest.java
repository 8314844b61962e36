package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.RemoteState;

/** S3 on a server that was written by others. */
@Tag("servers")
final class S3MockTest implements RealServerContract {
  private static RealServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RealServer.s3();
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
  void fault61TheConditionHoldsOnAStoreThatOthersWrote() throws IOException {
    try (Remote remote = remote()) {
      assertThat(remote.probe().way()).isEqualTo(Remote.Way.CONDITION);
      String name = name("twice");
      byte[] first = RemoteContract.bytes(500);
      remote.create(name, first);
      RemoteFailure refused =
          catchThrowableOfType(
              RemoteFailure.class, () -> remote.create(name, RemoteContract.bytes(501)));
      assertThat(refused.state()).isEqualTo(RemoteState.FORK);
      assertThat(RemoteContract.read(remote.open(name, 0, null))).isEqualTo(first);
      remote.replace(name, RemoteContract.bytes(501));
      assertThat(RemoteContract.read(remote.open(name, 0, null))).hasSize(501);
    }
  }

  /** S3Mock looks first and writes then, so two can win; S3 itself promises that one does. */
  @Override
  public void ofManyWhoMakeTheSameNameOneWins(Path folder) {}

  @Override
  public void settle() {
    // Its tags are of the content.
  }
}
