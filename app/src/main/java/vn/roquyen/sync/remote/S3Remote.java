package vn.roquyen.sync.remote;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;

/**
 * A store in a bucket of any service that speaks S3 and honours {@code If-None-Match} on PUT. One
 * that lets anybody read is read without a signature, which takes more bytes than all the rest of a
 * request; what is read is signed by its author in any case. Writing is always signed.
 */
final class S3Remote implements Remote {
  private static final int OK = 200;
  private static final int EXISTS = 412;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpWire wire;
  private final HttpObjects objects;
  private final HttpObjects unsigned;
  private final URI base;
  private boolean open;

  /**
   * A store.
   *
   * @param base address of the bucket, and a prefix in it, that ends with a slash
   */
  S3Remote(HttpWire wire, URI base) {
    this.wire = wire;
    this.objects = new HttpObjects(wire, "If-Match");
    this.unsigned = new HttpObjects(wire.unsigned(), "If-Match");
    this.base = base;
  }

  @Override
  public Answer open(String name, long from, @Nullable String tag) {
    URI uri = base.resolve(name);
    if (open) {
      try {
        return unsigned.open(uri, from, tag);
      } catch (RemoteFailure failure) {
        if (!wantsToKnowWho(failure)) {
          throw failure;
        }
        open = false;
      }
    }
    return objects.open(uri, from, tag);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public Made create(String name, byte[] content) {
    if (put(name, content, Map.of("If-None-Match", "*")) != EXISTS) {
      return Made.NOW;
    }
    if (objects.holds(base.resolve(name), content)) {
      return Made.BEFORE;
    }
    throw new RemoteFailure(RemoteState.FORK, name);
  }

  @Override
  public void replace(String name, byte[] content) {
    put(name, content, Map.of());
  }

  @Override
  public Abilities probe() {
    String name = "v1/probe-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    byte[] content = {'p', 'r', 'o', 'b', 'e', 1};
    byte[] other = {'p', 'r', 'o', 'b', 'e', 2};
    URI target = base.resolve(name);
    try {
      create(name, content);
      put(name, other, Map.of("If-None-Match", "*"));
      if (!objects.holds(target, content)) {
        throw new RemoteFailure(RemoteState.UNSUITABLE, String.valueOf(base.getHost()));
      }
      open = anybodyReads(target, content);
      return new Probe(objects).read(target, Way.CONDITION, content, open);
    } finally {
      delete(name);
    }
  }

  @Override
  public void recall(Abilities abilities) {
    open = abilities.open();
  }

  @Override
  public void close() {
    wire.close();
  }

  /** A store that does not say of a missing object that it is missing is not read unsigned. */
  private boolean anybodyReads(URI object, byte[] content) {
    try {
      return unsigned.holds(object, content)
          && unsigned.open(URI.create(object + "-none"), 0, null) instanceof Answer.Missing;
    } catch (RemoteFailure failure) {
      if (wantsToKnowWho(failure)) {
        return false;
      }
      throw failure;
    }
  }

  private static boolean wantsToKnowWho(RemoteFailure failure) {
    return failure.state() == RemoteState.LOGIN_NEEDED || failure.state() == RemoteState.FORBIDDEN;
  }

  private int put(String name, byte[] content, Map<String, String> headers) {
    HttpResponse<InputStream> answer =
        wire.send(HttpWire.Call.put(base.resolve(name), headers, content));
    if (answer.statusCode() == OK) {
      HttpFailures.refusePage(answer);
    }
    if (answer.statusCode() == OK || answer.statusCode() == EXISTS) {
      HttpFailures.drain(answer);
      return answer.statusCode();
    }
    throw HttpFailures.of(answer);
  }

  @Override
  public void delete(String name) {
    try {
      wire.finish(HttpWire.Call.of("DELETE", base.resolve(name)));
    } catch (RemoteFailure left) {
      // A small object that nobody reads stays behind.
    }
  }
}
