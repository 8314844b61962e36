package vn.roquyen.sync.remote;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;

/**
 * A store on any WebDAV server. An object is put beside its place and moved there without
 * overwriting, because some servers ignore {@code If-None-Match} on PUT; what is only half sent is
 * never seen under its name.
 */
final class WebDavRemote implements Remote {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int EXISTS = 412;
  private static final int FAILED = 500;
  private static final String TEMPORARY = "v1/tmp/";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpWire wire;
  private final HttpObjects objects;
  private final URI base;
  private final Set<String> folders = new HashSet<>();
  private Way way = Way.MOVE;

  /**
   * A store.
   *
   * @param base an http address that ends with a slash
   */
  WebDavRemote(HttpWire wire, URI base) {
    this.wire = wire;
    this.objects = new HttpObjects(wire, "If-Range");
    this.base = base;
  }

  @Override
  public Answer open(String name, long from, @Nullable String tag) {
    return objects.open(base.resolve(name), from, tag);
  }

  @Override
  public Made create(String name, byte[] content) {
    int status = way == Way.MOVE ? move(name, content) : put(name, content, true);
    if (status != EXISTS) {
      return Made.NOW;
    }
    if (objects.holds(base.resolve(name), content)) {
      return Made.BEFORE;
    }
    throw new RemoteFailure(RemoteState.FORK, name);
  }

  @Override
  public void replace(String name, byte[] content) {
    put(name, content, false);
  }

  @Override
  public Abilities probe() {
    String name = "v1/probe-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    URI target = base.resolve(name);
    byte[] content = {'p', 'r', 'o', 'b', 'e', 1};
    byte[] other = {'p', 'r', 'o', 'b', 'e', 2};
    String beside = null;
    try {
      way = Way.MOVE;
      boolean moves = tries(name, content) && tries(name, other);
      beside = temporary(name, other);
      if (!moves || !objects.holds(target, content)) {
        put(name, content, false);
        way = Way.CONDITION;
        if (!tries(name, other) || !objects.holds(target, content)) {
          throw new RemoteFailure(RemoteState.UNSUITABLE, String.valueOf(base.getHost()));
        }
      }
      return new Probe(objects).read(target, way, content, false);
    } finally {
      delete(name);
      if (beside != null) {
        delete(beside);
      }
    }
  }

  @Override
  public void recall(Abilities abilities) {
    way = abilities.way();
  }

  @Override
  public void close() {
    wire.close();
  }

  /** False when the store does not know this way; whether it overwrites is looked at afterwards. */
  private boolean tries(String name, byte[] content) {
    try {
      return create(name, content) == Made.NOW;
    } catch (RemoteFailure failure) {
      if (failure.state() == RemoteState.FORK) {
        return true;
      }
      if (failure.state() == RemoteState.UNSUITABLE || failure.state() == RemoteState.FORBIDDEN) {
        return false;
      }
      throw failure;
    }
  }

  private int move(String name, byte[] content) {
    String beside = temporary(name, content);
    put(beside, content, false);
    Map<String, String> headers =
        Map.of("Destination", base.resolve(name).toString(), "Overwrite", "F");
    HttpWire.Call call = new HttpWire.Call("MOVE", base.resolve(beside), headers, null);
    HttpResponse<InputStream> answer = wire.send(call);
    if (mayLackFolders(answer.statusCode())) {
      HttpFailures.drain(answer);
      makeFolders(name);
      answer = wire.send(call);
    }
    if (answer.statusCode() == FORBIDDEN) {
      // Apache says so to who loses a race for the name; when the race is over it says "taken".
      HttpFailures.drain(answer);
      answer = wire.send(call);
    }
    if (answer.statusCode() == NOT_FOUND && objects.holds(base.resolve(name), content)) {
      // The answer to an earlier attempt was lost on the way; the object is in its place.
      return CREATED;
    }
    int status = accepted(answer);
    if (status == EXISTS) {
      delete(beside);
    }
    return status;
  }

  /** The same for the same content, so that what a broken attempt left is used up by the next. */
  private static String temporary(String name, byte[] content) {
    return TEMPORARY + Digests.shortTag(name.getBytes(StandardCharsets.US_ASCII), content);
  }

  private int put(String name, byte[] content, boolean createOnly) {
    Map<String, String> headers = createOnly ? Map.of("If-None-Match", "*") : Map.of();
    HttpWire.Call call = HttpWire.Call.put(base.resolve(name), headers, content);
    HttpResponse<InputStream> answer = wire.send(call);
    if (mayLackFolders(answer.statusCode())) {
      HttpFailures.drain(answer);
      makeFolders(name);
      answer = wire.send(call);
    }
    return accepted(answer);
  }

  private static int accepted(HttpResponse<InputStream> answer) {
    int status = answer.statusCode();
    if (status == OK) {
      // No server of ours answers a page here; a network that wants a login does.
      HttpFailures.refusePage(answer);
    }
    if (status == OK || status == CREATED || status == NO_CONTENT || status == EXISTS) {
      HttpFailures.drain(answer);
      return status;
    }
    throw HttpFailures.of(answer);
  }

  /** The standard says 409; nginx answers 500 to such a PUT, Apache 500 to such a MOVE. */
  private static boolean mayLackFolders(int status) {
    return status == CONFLICT || status == NOT_FOUND || status == FAILED;
  }

  private void makeFolders(String name) {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String folder = name.substring(0, slash + 1);
      if (folders.contains(folder)) {
        continue;
      }
      HttpWire.Call call = HttpWire.Call.of("MKCOL", base.resolve(folder));
      HttpResponse<InputStream> answer = wire.send(call);
      if (answer.statusCode() == FORBIDDEN) {
        // Apache says so, too, to who makes a folder while another makes it.
        HttpFailures.drain(answer);
        answer = wire.send(call);
      }
      switch (answer.statusCode()) {
        case OK, CREATED, NO_CONTENT, NOT_ALLOWED -> HttpFailures.drain(answer);
        case CONFLICT -> {
          HttpFailures.drain(answer);
          throw new RemoteFailure(RemoteState.FOLDER_MISSING, base.getHost() + base.getPath());
        }
        default -> throw HttpFailures.of(answer);
      }
      folders.add(folder);
    }
  }

  @Override
  public void delete(String name) {
    try {
      wire.finish(HttpWire.Call.of("DELETE", base.resolve(name)));
    } catch (RemoteFailure left) {
      // A small file that nobody reads stays behind.
    }
  }
}
