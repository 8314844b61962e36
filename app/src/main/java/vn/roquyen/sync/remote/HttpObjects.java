package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;

/** Reads objects over HTTP: whole, from a byte on, or only when they have changed. */
final class HttpObjects {
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,12})-\\d{1,12}/(\\d{1,12}|\\*)");
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int UNCHANGED = 304;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int CHANGED = 412;
  private static final int BEYOND = 416;

  private final HttpWire wire;
  private final String condition;

  /**
   * A reader.
   *
   * @param condition the header that makes a range depend on the version: {@code If-Range}, or
   *     {@code If-Match} for stores that do not know it
   */
  HttpObjects(HttpWire wire, String condition) {
    this.wire = wire;
    this.condition = condition;
  }

  Answer open(URI uri, long from, @Nullable String tag) {
    Map<String, String> headers = new TreeMap<>();
    // A weak tag does not promise the same bytes, so nothing may be appended to them.
    boolean resumes = from > 0 && tag != null && !tag.startsWith("W/");
    if (resumes) {
      headers.put("Range", "bytes=" + from + "-");
      headers.put(condition, tag);
    } else if (tag != null && from == 0) {
      headers.put("If-None-Match", tag);
    }
    HttpResponse<InputStream> answer = wire.send(new HttpWire.Call("GET", uri, headers, null));
    return switch (answer.statusCode()) {
      case OK, PARTIAL -> found(answer, resumes ? from : 0);
      case UNCHANGED -> {
        HttpFailures.drain(answer);
        yield new Answer.Unchanged();
      }
      case NOT_FOUND, GONE -> {
        HttpFailures.drain(answer);
        yield new Answer.Missing();
      }
      case CHANGED, BEYOND -> {
        if (!resumes) {
          throw HttpFailures.of(answer);
        }
        HttpFailures.drain(answer);
        yield open(uri, 0, null);
      }
      default -> throw HttpFailures.of(answer);
    };
  }

  /** True when exactly these bytes stand there. */
  boolean holds(URI uri, byte[] content) {
    Answer answer = open(uri, 0, null);
    if (!(answer instanceof Answer.Found found)) {
      return false;
    }
    try (InputStream in = found.content()) {
      return Arrays.equals(in.readNBytes(content.length + 1), content);
    } catch (IOException failure) {
      throw HttpFailures.of(failure, uri);
    }
  }

  private Answer found(HttpResponse<InputStream> answer, long wanted) {
    HttpFailures.refusePage(answer);
    long from = 0;
    long total = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    if (answer.statusCode() == PARTIAL) {
      Matcher range = RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
      if (!range.matches() || Long.parseLong(range.group(1)) != wanted) {
        HttpFailures.drain(answer);
        throw new RemoteFailure(RemoteState.ANSWER_UNKNOWN, "206");
      }
      from = wanted;
      total = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
    }
    String tag = answer.headers().firstValue("ETag").orElse(null);
    InputStream content = wire.watched(answer.body());
    return new Answer.Found(
        from, total, tag, from == 0 ? withoutPage(content, answer.uri()) : content);
  }

  /** A portal that does not even call its page one. */
  private static InputStream withoutPage(InputStream content, URI uri) {
    PushbackInputStream in = new PushbackInputStream(content, 1);
    try {
      int first = in.read();
      if (first == '<') {
        in.close();
        throw new RemoteFailure(RemoteState.PORTAL, String.valueOf(uri.getHost()));
      }
      if (first >= 0) {
        in.unread(first);
      }
      return in;
    } catch (IOException failure) {
      throw HttpFailures.of(failure, uri);
    }
  }
}
