package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.sync.remote.StoreServer.Scripted;

/** WebDAV against a server that can be told how to misbehave. */
final class WebDavRemoteTest implements RemoteContract {
  private StoreServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StoreServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  public Remote remote() {
    return remote("dav");
  }

  private Remote remote(String scheme) {
    return new RemoteAddress(server.address(scheme), "xa", "bí mật", null)
        .open(Clock.systemUTC(), Duration.ofSeconds(20));
  }

  @Test
  void fault61AServerThatIgnoresIfNoneMatchIsUsedByMove() {
    server.ignoresIfNoneMatch = true;
    try (Remote remote = remote()) {
      assertThat(remote.probe().way()).isEqualTo(Remote.Way.MOVE);
    }
  }

  @Test
  void fault61AServerWithoutMoveIsUsedByCondition() {
    server.knowsMove = false;
    try (Remote remote = remote()) {
      assertThat(remote.probe().way()).isEqualTo(Remote.Way.CONDITION);
    }
  }

  @Test
  void fault61AServerThatOverwritesEitherWayIsNotUsed() {
    server.ignoresIfNoneMatch = true;
    server.ignoresOverwrite = true;
    assertState(RemoteState.UNSUITABLE, Remote::probe, "dav");
    assertState(RemoteState.UNSUITABLE, Remote::probe, "s3");
  }

  @Test
  void aServerWithoutRangesIsStillUsed() throws IOException {
    server.knowsRanges = false;
    try (Remote remote = remote()) {
      assertThat(remote.probe().ranges()).isFalse();
      byte[] content = RemoteContract.bytes(100);
      remote.create("v1/x", content);
      String tag = ((Answer.Found) remote.open("v1/x", 0, null)).tag();
      assertThat(RemoteContract.read(remote.open("v1/x", 50, tag))).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301,MOVED", "308,MOVED", "302,PORTAL", "307,PORTAL", "511,PORTAL",
    "401,LOGIN_NEEDED", "403,FORBIDDEN", "409,BUSY", "413,TOO_LARGE", "423,LOCKED",
    "429,BUSY", "500,SERVER_TROUBLE", "502,SERVER_TROUBLE", "503,BUSY", "507,STORE_FULL",
    "418,ANSWER_UNKNOWN"
  })
  void fault62EachStatusHasItsState(int status, RemoteState state) {
    server.always = new Scripted(status, Map.of("Location", "https://elsewhere.example/"), "");
    assertState(state, remote -> remote.open("v1/x", 0, null), "dav");
    assertState(state, remote -> remote.replace("v1/x", new byte[1]), "s3");
    RemoteState writing = status == 409 ? RemoteState.FOLDER_MISSING : state;
    assertState(writing, remote -> remote.create("v1/x", new byte[1]), "dav");
  }

  @Test
  void fault62AMissingFolderIsMissing() {
    server.always = Scripted.of(404);
    assertState(RemoteState.FOLDER_MISSING, remote -> remote.create("v1/x", new byte[1]), "dav");
    try (Remote remote = remote()) {
      assertThat(remote.open("v1/x", 0, null)).isInstanceOf(Answer.Missing.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=utf-8", "application/octet-stream", ""})
  void fault62ThePageOfAPortalIsNeverData(String type) {
    server.always =
        new Scripted(200, type.isEmpty() ? Map.of() : Map.of("Content-Type", type), "<html>Hello");
    for (String scheme : new String[] {"dav", "s3"}) {
      assertState(RemoteState.PORTAL, remote -> remote.open("v1/x", 0, null), scheme);
    }
    if (type.startsWith("text/html")) {
      for (String scheme : new String[] {"dav", "s3"}) {
        assertState(RemoteState.PORTAL, remote -> remote.create("v1/x", new byte[1]), scheme);
        assertState(RemoteState.PORTAL, remote -> remote.replace("v1/x", new byte[1]), scheme);
      }
    }
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsATime() {
    server.script.add(new Scripted(429, Map.of("Retry-After", "120"), ""));
    server.script.add(
        new Scripted(503, Map.of("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"), ""));
    server.script.add(new Scripted(503, Map.of("Retry-After", "soon"), ""));
    assertThat(failure(remote -> remote.open("v1/x", 0, null), "dav").retryAfter())
        .isEqualTo(Duration.ofSeconds(120));
    assertThat(failure(remote -> remote.open("v1/x", 0, null), "dav").retryAfter())
        .isEqualTo(Duration.ZERO);
    assertThat(failure(remote -> remote.open("v1/x", 0, null), "dav").retryAfter()).isNull();
  }

  @Test
  void s3SaysThatTheClockIsWrong() {
    server.always = new Scripted(403, Map.of(), "<Code>RequestTimeTooSkewed</Code>");
    assertState(RemoteState.CLOCK_WRONG, remote -> remote.open("v1/x", 0, null), "s3");
  }

  @Test
  void whereNobodyListensIsOffline() {
    server.close();
    assertState(RemoteState.OFFLINE, remote -> remote.open("v1/x", 0, null), "dav");
  }

  private void assertState(RemoteState state, Consumer<Remote> act, String scheme) {
    assertThat(failure(act, scheme).state()).isEqualTo(state);
  }

  private RemoteFailure failure(Consumer<Remote> act, String scheme) {
    try (Remote remote = remote(scheme)) {
      RemoteFailure failure =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              RemoteFailure.class, () -> act.accept(remote));
      assertThat(failure).isNotNull();
      assertThat(failure.toString()).doesNotContain("bí mật");
      return failure;
    }
  }
}
