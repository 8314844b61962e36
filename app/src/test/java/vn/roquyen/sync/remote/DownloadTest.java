package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.RemoteState;

/** What comes when a connection breaks, at any byte. */
final class DownloadTest {
  @TempDir Path parts;
  private StoreServer server;
  private CuttingProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new StoreServer();
    proxy = new CuttingProxy(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  private Remote remote() {
    return new RemoteAddress("dav://localhost:" + proxy.port() + "/store", null, null, null)
        .open(Clock.systemUTC(), Duration.ofSeconds(20));
  }

  @Test
  void fault63ADownloadCutAtEachByteIsWholeInTheEnd() throws IOException {
    byte[] content = RemoteContract.bytes(300);
    server.objects.put("/store/v1/x", content);
    for (int cut = 0; cut < 520; cut += 7) {
      proxy.cutAnswers.set(cut);
      proxy.cuts.set(2);
      byte[] got = null;
      for (int round = 0; got == null && round < 5; round++) {
        try (Remote remote = remote()) {
          got = new Download(remote, parts).whole("v1/x");
        } catch (RemoteFailure broken) {
          assertThat(broken.state()).isIn(RemoteState.CUT, RemoteState.OFFLINE);
        }
      }
      assertThat(got).as("cut after " + cut).isEqualTo(content);
      assertNoPartStays();
    }
  }

  @Test
  void fault63NoByteIsFetchedTwice() throws IOException {
    byte[] content = RemoteContract.bytes(200_000);
    server.objects.put("/store/v1/x", content);
    proxy.cutAnswers.set(60_000);
    proxy.cuts.set(3);
    try (Remote remote = remote()) {
      CountingRemote counting = new CountingRemote(remote);
      assertThat(new Download(counting, parts).whole("v1/x")).isEqualTo(content);
      // What lay in the system's buffers when a connection broke was never read.
      assertThat(counting.read).isEqualTo(200_000);
      assertThat(counting.from).hasSize(4).startsWith(0L).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void fault64AnObjectThatChangedMeanwhileIsFetchedFromItsBeginning() throws IOException {
    byte[] next = RemoteContract.bytes(90_000);
    server.objects.put("/store/v1/x", RemoteContract.bytes(80_000));
    try (Remote remote = remote()) {
      proxy.cutAnswers.set(9_000);
      Download download = new Download(remote, parts);
      RemoteFailure cut = catchThrowableOfType(RemoteFailure.class, () -> download.whole("v1/x"));
      assertThat(cut.state()).isEqualTo(RemoteState.CUT);
      assertThat(parts).isNotEmptyDirectory();
      server.objects.put("/store/v1/x", next);
      proxy.cutAnswers.set(-1);
      assertThat(download.whole("v1/x")).isEqualTo(next);
    }
  }

  @Test
  void anObjectLargerThanAnythingOfOursIsNotFetched() throws IOException {
    server.objects.put("/store/v1/x", new byte[Layout.MAX_OBJECT + 1]);
    try (Remote remote = remote()) {
      RemoteFailure failure =
          catchThrowableOfType(
              RemoteFailure.class, () -> new Download(remote, parts).whole("v1/x"));
      assertThat(failure.state()).isEqualTo(RemoteState.TOO_LARGE);
    }
    assertNoPartStays();
  }

  @Test
  void whatStopsMovingIsGivenUp() throws IOException {
    server.objects.put("/store/v1/x", RemoteContract.bytes(100));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Remote remote =
            new RemoteAddress("dav://localhost:" + silent.getLocalPort() + "/x", null, null, null)
                .open(Clock.systemUTC(), Duration.ofMillis(300))) {
      RemoteFailure failure =
          catchThrowableOfType(RemoteFailure.class, () -> remote.open("v1/x", 0, null));
      assertThat(failure.state()).isEqualTo(RemoteState.CUT);
    }
  }

  @Test
  void anAnswerThatStopsInTheMiddleIsGivenUp() throws Exception {
    try (ServerSocket half = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Remote remote =
            new RemoteAddress("dav://localhost:" + half.getLocalPort() + "/x", null, null, null)
                .open(Clock.systemUTC(), Duration.ofMillis(400))) {
      Thread.ofVirtual().start(() -> answerHalf(half));
      RemoteFailure failure =
          catchThrowableOfType(
              RemoteFailure.class, () -> new Download(remote, parts).whole("v1/x"));
      assertThat(failure.state()).isEqualTo(RemoteState.CUT);
    }
  }

  private static void answerHalf(ServerSocket listener) {
    try {
      while (true) {
        Socket client = listener.accept();
        client
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\nETag: \"a\"\r\n\r\nhalf"
                    .getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void assertNoPartStays() throws IOException {
    try (Stream<Path> left = Files.list(parts)) {
      assertThat(left).isEmpty();
    }
  }
}
