package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.domain.RemoteState;

/**
 * Servers with certificates of one authority: one that is good for a century, one that ended in
 * 2020 and one that begins in 2099, which is what a wrong clock makes of a good one.
 */
final class ClockWrongTest {
  private static final char[] PASSWORD = "secret".toCharArray();

  @ParameterizedTest
  @CsvSource({"expired", "future"})
  void fault65ACertificateOutOfTimeSaysThatTheClockIsWrong(String name) throws Exception {
    RemoteFailure failure = failure(name, authority());
    assertThat(failure.state()).isEqualTo(RemoteState.CLOCK_WRONG);
    assertThat(failure.arguments()).containsExactly("localhost");
    assertThat(failure.state().passes()).as("a person sets the clock").isFalse();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNoMatterOfTheClock() throws Exception {
    assertThat(failure("good", null).state()).isEqualTo(RemoteState.SERVER_UNTRUSTED);
  }

  @Test
  void aGoodCertificateIsTrusted() throws Exception {
    try (Served server = new Served("good");
        Remote remote = server.remote(authority())) {
      assertThat(remote.open("v1/x", 0, null)).isInstanceOf(Answer.Missing.class);
    }
  }

  private static RemoteFailure failure(String name, @Nullable String authority) throws Exception {
    try (Served server = new Served(name);
        Remote remote = server.remote(authority)) {
      return catchThrowableOfType(RemoteFailure.class, () -> remote.open("v1/x", 0, null));
    }
  }

  private static String authority() throws IOException {
    try (InputStream in = resource("authority.pem")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(ClockWrongTest.class.getResourceAsStream(name));
  }

  /** An HTTPS server that has nothing. */
  private static final class Served implements AutoCloseable {
    private final HttpsServer server;

    Served(String name) throws IOException, GeneralSecurityException {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = resource(name + ".p12")) {
        keys.load(in, PASSWORD);
      }
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.sendResponseHeaders(404, -1);
            }
          });
      server.start();
    }

    Remote remote(@Nullable String authority) {
      String address = "davs://localhost:" + server.getAddress().getPort() + "/kho";
      return new RemoteAddress(address, null, null, authority)
          .open(Clock.systemUTC(), Duration.ofSeconds(20));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
