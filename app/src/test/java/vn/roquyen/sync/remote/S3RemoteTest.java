package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.RemoteState;

/** S3 against a server in memory, and its signature against the published examples. */
final class S3RemoteTest implements RemoteContract {
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
    return new RemoteAddress(server.address("s3"), "key", "secret", null)
        .open(Clock.systemUTC(), Duration.ofSeconds(20));
  }

  @Test
  void fault61AStoreThatIgnoresTheConditionIsRefusedBeforeAnythingOfOursIsInIt() {
    server.ignoresIfNoneMatch = true;
    try (Remote remote = remote()) {
      assertThat(catchThrowableOfType(RemoteFailure.class, remote::probe).state())
          .isEqualTo(RemoteState.UNSUITABLE);
    }
    assertThat(server.objects).isEmpty();
  }

  @Test
  void aStoreThatAnybodyMayReadIsReadWithoutASignatureAndWrittenWithOne() throws IOException {
    try (Remote remote = remote()) {
      assertThat(remote.probe().open()).isTrue();
      server.requests.clear();
      remote.create("v1/x", new byte[] {7});
      String tag = ((Answer.Found) remote.open("v1/x", 0, null)).tag();
      assertThat(remote.open("v1/x", 0, tag)).isInstanceOf(Answer.Unchanged.class);
      assertThat(remote.open("v1/none", 0, null)).isInstanceOf(Answer.Missing.class);
      assertThat(server.requests)
          .containsExactly(
              "PUT /store/v1/x",
              "GET /store/v1/x unsigned",
              "GET /store/v1/x unsigned",
              "GET /store/v1/none unsigned");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStoreThatWantsToKnowWhoReadsIsReadSigned(boolean hides) throws IOException {
    server.refusesStrangers = !hides;
    server.hidesWhatIsMissing = hides;
    try (Remote remote = remote()) {
      Remote.Abilities found = remote.probe();
      assertThat(found.open()).isFalse();
      remote.recall(found);
      remote.create("v1/x", new byte[] {7});
      server.requests.clear();
      assertThat(RemoteContract.read(remote.open("v1/x", 0, null))).containsExactly(7);
      assertThat(server.requests).containsExactly("GET /store/v1/x");
    }
  }

  @Test
  void aStoreThatIsClosedLaterIsReadSignedFromThenOn() throws IOException {
    try (Remote remote = remote()) {
      remote.recall(remote.probe());
      remote.create("v1/x", new byte[] {7});
      server.refusesStrangers = true;
      server.requests.clear();
      assertThat(RemoteContract.read(remote.open("v1/x", 0, null))).containsExactly(7);
      assertThat(remote.isOpen()).isFalse();
      assertThat(RemoteContract.read(remote.open("v1/x", 0, null))).containsExactly(7);
      assertThat(server.requests)
          .containsExactly("GET /store/v1/x unsigned", "GET /store/v1/x", "GET /store/v1/x");
    }
  }

  @Test
  void theSignatureIsThatOfThePublishedExamples() {
    // "GET Object" and "PUT Object" of the S3 documentation on Signature Version 4.
    Clock day = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);
    S3Signature signature =
        new S3Signature(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1", day);
    Map<String, String> get = new HashMap<>(Map.of("Range", "bytes=0-9"));
    signature.sign(
        HttpWire.Call.of("GET", URI.create("https://examplebucket.s3.amazonaws.com/test.txt")),
        get);
    assertThat(get.get("Authorization"))
        .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    Map<String, String> put =
        new HashMap<>(
            Map.of(
                "Date", "Fri, 24 May 2013 00:00:00 GMT",
                "x-amz-storage-class", "REDUCED_REDUNDANCY"));
    signature.sign(
        HttpWire.Call.put(
            URI.create("https://examplebucket.s3.amazonaws.com/test%24file.text"),
            Map.of(),
            "Welcome to Amazon S3.".getBytes(StandardCharsets.US_ASCII)),
        put);
    assertThat(put.get("Authorization"))
        .endsWith("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }
}
