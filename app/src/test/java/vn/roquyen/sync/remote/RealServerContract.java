package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.RemoteState;

/** What only a real server can show, besides what every store must do. */
interface RealServerContract extends RemoteContract {

  RealServer server();

  @Override
  default Remote remote() {
    return remote(server().port());
  }

  @Override
  default void settle() {
    server().age();
  }

  /** True for a server that may say 400 to a request of which only half has come. */
  default boolean answersHalfARequest() {
    return false;
  }

  private void assertBroken(RemoteFailure broken, int cut) {
    if (broken.state() == RemoteState.ANSWER_UNKNOWN && answersHalfARequest()) {
      assertThat(broken.arguments()).as("cut after " + cut).contains("400");
    } else {
      assertThat(broken.state()).as("cut after " + cut).isIn(RemoteState.CUT, RemoteState.OFFLINE);
    }
  }

  private Remote remote(int port) {
    return new RemoteAddress(server().address(port), RealServer.USER, RealServer.PASSWORD, null)
        .open(Clock.systemUTC(), Duration.ofSeconds(20));
  }

  @Test
  default void fault63AnUploadCutAtManyBytesIsNeverSeenAndComesThroughInTheEnd()
      throws IOException {
    byte[] content = RemoteContract.bytes(20_000);
    Remote.Abilities abilities;
    try (Remote remote = remote()) {
      abilities = remote.probe();
    }
    for (int cut = 1; cut < 21_500; cut += 1_171) {
      String name = name("put" + cut);
      try (CuttingProxy proxy = new CuttingProxy(server().port())) {
        proxy.cutRequests.set(cut);
        try (Remote remote = remote(proxy.port())) {
          remote.recall(abilities);
          RemoteFailure broken =
              catchThrowableOfType(RemoteFailure.class, () -> remote.create(name, content));
          if (broken != null) {
            assertBroken(broken, cut);
          }
        }
      }
      try (Remote remote = remote()) {
        remote.recall(abilities);
        if (remote.open(name, 0, null) instanceof Answer.Found found) {
          assertThat(RemoteContract.read(found)).as("cut after " + cut).isEqualTo(content);
        }
        assertThat(remote.create(name, content)).isIn(Remote.Made.NOW, Remote.Made.BEFORE);
        assertThat(RemoteContract.read(remote.open(name, 0, null))).isEqualTo(content);
      }
    }
  }

  @Test
  default void fault63AHeadIsTheOldOrTheNewOneWhereverItsUploadIsCut() throws IOException {
    byte[] old = RemoteContract.bytes(210);
    byte[] next = RemoteContract.bytes(211);
    String name = name("head");
    for (int cut = 1; cut < 700; cut += 53) {
      try (Remote remote = remote()) {
        remote.replace(name, old);
      }
      try (CuttingProxy proxy = new CuttingProxy(server().port())) {
        proxy.cutRequests.set(cut);
        try (Remote remote = remote(proxy.port())) {
          remote.replace(name, next);
        } catch (RemoteFailure broken) {
          assertBroken(broken, cut);
        }
      }
      try (Remote remote = remote()) {
        assertThat(RemoteContract.read(remote.open(name, 0, null))).isIn(old, next);
      }
    }
  }

  @Test
  default void fault63ADownloadCutAtManyBytesGoesOn(@TempDir Path parts) throws IOException {
    byte[] content = RemoteContract.bytes(100_000);
    String name = name("get");
    try (Remote remote = remote()) {
      remote.recall(remote.probe());
      remote.create(name, content);
    }
    settle();
    for (int cut = 100; cut < 101_000; cut += 9_973) {
      try (CuttingProxy proxy = new CuttingProxy(server().port())) {
        proxy.cutAnswers.set(cut);
        proxy.cuts.set(1);
        byte[] got = null;
        for (int round = 0; got == null && round < 3; round++) {
          try (Remote remote = remote(proxy.port())) {
            got = new Download(remote, parts).whole(name);
          } catch (RemoteFailure broken) {
            assertThat(broken.state()).isIn(RemoteState.CUT, RemoteState.OFFLINE);
          }
        }
        assertThat(got).as("cut after " + cut).isEqualTo(content);
        assertThat(proxy.received.get()).isLessThan(content.length + cut / 2 + 16_384L);
      }
    }
  }
}
