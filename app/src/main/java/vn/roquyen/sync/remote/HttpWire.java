package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;

/**
 * Sends one request at a time over a connection that is kept, and gives up when nothing moves any
 * more. Never follows a redirection: it would take the password along.
 */
final class HttpWire implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final int SLOWEST_BYTES_PER_SECOND = 1_000;

  /** Adds what a kind of store wants to see in every request, above all who asks. */
  interface Credentials {
    void sign(Call call, Map<String, String> headers);
  }

  /**
   * A request.
   *
   * @param body null for none
   */
  record Call(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {
    static Call of(String method, URI uri) {
      return new Call(method, uri, Map.of(), null);
    }

    static Call put(URI uri, Map<String, String> headers, byte[] body) {
      return new Call("PUT", uri, headers, body);
    }
  }

  private final HttpClient client;
  private final Credentials credentials;
  private final Duration patience;
  private final ScheduledExecutorService watch;

  /**
   * A wire.
   *
   * @param trusted whom to trust, null for what the system trusts
   * @param patience how long nothing may move
   */
  HttpWire(Credentials credentials, @Nullable SSLContext trusted, Duration patience) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience);
    if (trusted != null) {
      builder.sslContext(trusted);
    }
    this.client = builder.build();
    this.credentials = credentials;
    this.patience = patience;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stalled-transfers").factory());
  }

  private HttpWire(HttpWire shared) {
    this.client = shared.client;
    this.credentials = (call, headers) -> {};
    this.patience = shared.patience;
    this.watch = shared.watch;
  }

  /** The same connection, over which nobody says who asks; it ends with this one. */
  HttpWire unsigned() {
    return new HttpWire(this);
  }

  /**
   * Sends a request and waits for the head of the answer.
   *
   * @throws RemoteFailure when there is no answer
   */
  HttpResponse<InputStream> send(Call call) {
    Map<String, String> headers = new TreeMap<>(call.headers());
    credentials.sign(call, headers);
    byte[] body = call.body();
    int size = body == null ? 0 : body.length;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(patience.plusSeconds(size / SLOWEST_BYTES_PER_SECOND))
            .method(
                call.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    // Every byte of a warm poll counts; the client's own name is long and of no use.
    request.setHeader("User-Agent", "rq");
    headers.forEach(request::setHeader);
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException failure) {
      throw HttpFailures.of(failure, call.uri());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw HttpFailures.of(new IOException("interrupted", stopped), call.uri());
    }
  }

  /** Sends a request whose answer has no content that matters, and gives its head. */
  HttpResponse<InputStream> finish(Call call) {
    HttpResponse<InputStream> answer = send(call);
    HttpFailures.drain(answer);
    return answer;
  }

  /** The content of an answer; reading fails once nothing has come for too long. */
  InputStream watched(InputStream content) {
    try {
      return new WatchedInput(content, patience, watch);
    } catch (RejectedExecutionException closed) {
      throw new RemoteFailure(RemoteState.CUT, closed);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.shutdownNow();
  }
}
