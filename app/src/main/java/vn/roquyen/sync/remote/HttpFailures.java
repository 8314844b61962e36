package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;

/** What an unwelcome answer, or none, means to a person. */
final class HttpFailures {
  private static final int MAX_TEXT = 4_096;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private HttpFailures() {}

  /** Why no answer came. */
  static RemoteFailure of(IOException failure, URI uri) {
    String host = String.valueOf(uri.getHost());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateNotYetValidException
          || cause instanceof CertificateExpiredException) {
        return new RemoteFailure(RemoteState.CLOCK_WRONG, failure, host);
      }
    }
    RemoteState state =
        switch (failure) {
          case ConnectException refused -> RemoteState.OFFLINE;
          case HttpConnectTimeoutException silent -> RemoteState.OFFLINE;
          case SSLException untrusted when isAboutTrust(untrusted) -> RemoteState.SERVER_UNTRUSTED;
          default -> RemoteState.CUT;
        };
    return new RemoteFailure(state, failure, host);
  }

  /** A connection that is cut while it is made secret says nothing about whom to trust. */
  private static boolean isAboutTrust(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.security.GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  /** What a status that was not hoped for means; reads the little text that comes with it. */
  static RemoteFailure of(HttpResponse<InputStream> answer) {
    String text = drain(answer);
    int status = answer.statusCode();
    RemoteState state =
        text.contains("RequestTimeTooSkewed") ? RemoteState.CLOCK_WRONG : state(status);
    String argument =
        switch (state) {
          case MOVED -> answer.headers().firstValue("Location").orElse("?");
          case ANSWER_UNKNOWN -> Integer.toString(status);
          default -> String.valueOf(answer.uri().getHost());
        };
    return new RemoteFailure(state, null, retryAfter(answer), argument);
  }

  private static RemoteState state(int status) {
    return switch (status) {
      case 301, 308 -> RemoteState.MOVED;
      case 302, 303, 307, 511 -> RemoteState.PORTAL;
      case 401, 407 -> RemoteState.LOGIN_NEEDED;
      case 403 -> RemoteState.FORBIDDEN;
      case 404, 410 -> RemoteState.FOLDER_MISSING;
      case 405, 501 -> RemoteState.UNSUITABLE;
      case 408 -> RemoteState.CUT;
      case 409, 425, 429, 503 -> RemoteState.BUSY;
      case 412 -> RemoteState.FORK;
      case 413 -> RemoteState.TOO_LARGE;
      case 423 -> RemoteState.LOCKED;
      case 507 -> RemoteState.STORE_FULL;
      default -> status >= 500 ? RemoteState.SERVER_TROUBLE : RemoteState.ANSWER_UNKNOWN;
    };
  }

  /**
   * Refuses a page where bytes of ours were asked for: a network that wants a login answers
   * everything with one.
   */
  static void refusePage(HttpResponse<InputStream> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
      drain(answer);
      throw new RemoteFailure(RemoteState.PORTAL, String.valueOf(answer.uri().getHost()));
    }
  }

  /** Reads a small answer to its end, so that the connection can be used again. */
  static String drain(HttpResponse<InputStream> answer) {
    try (InputStream content = answer.body()) {
      return new String(content.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
    } catch (IOException cut) {
      return "";
    }
  }

  /** Seconds, or a day and time (RFC 9110, 10.2.3). */
  static @Nullable Duration retryAfter(HttpResponse<?> answer) {
    String text = answer.headers().firstValue("Retry-After").orElse("").strip();
    try {
      Duration wait =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      Duration least = wait.isNegative() ? Duration.ZERO : wait;
      return least.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : least;
    } catch (DateTimeException none) {
      return null;
    }
  }
}
