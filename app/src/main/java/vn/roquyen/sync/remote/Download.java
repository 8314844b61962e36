package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;

/**
 * Fetches one object and goes on where it broke: what has come stands in a {@code .part} file
 * beside the version that it belongs to, so that not even a restart fetches a byte twice.
 */
final class Download {
  /** What came of it; {@code content} is null when there is no such object, or nothing new. */
  record Fetched(byte @Nullable [] content, @Nullable String tag, boolean unchanged) {
    static final Fetched MISSING = new Fetched(null, null, false);
  }

  private static final int ATTEMPTS = 8;
  private static final int CHUNK = 8_192;
  private final Remote remote;
  private final Path parts;
  private final int most;

  Download(Remote remote, Path parts) {
    this(remote, parts, Layout.MAX_OBJECT);
  }

  /**
   * Downloads of small objects.
   *
   * @param most a larger one fails with LARGE_WAITS before its content is fetched
   */
  Download(Remote remote, Path parts, int most) {
    this.remote = remote;
    this.parts = parts;
    this.most = most;
  }

  /** The folder of what was fetched in part, made when it is not there. */
  Path folder() throws IOException {
    return Files.createDirectories(parts);
  }

  String where() {
    return parts.toString();
  }

  /** Fetches an object that never changes. */
  byte @Nullable [] whole(String name) {
    return fetch(name, null).content();
  }

  /**
   * Fetches an object.
   *
   * @param known the version that is known; the answer is then unchanged when it still is
   * @throws RemoteFailure CUT when the connection broke at the same byte again and again
   */
  Fetched fetch(String name, @Nullable String known) {
    Path part = parts.resolve(Digests.shortTag(name.getBytes(StandardCharsets.UTF_8)) + ".part");
    Path version = part.resolveSibling(part.getFileName() + "-of");
    try {
      Files.createDirectories(parts);
      for (int attempt = 1; ; attempt++) {
        long before = Files.exists(part) ? Files.size(part) : 0;
        try {
          return attempt(name, known, part, version);
        } catch (RemoteFailure cut) {
          boolean moved = Files.exists(part) && Files.size(part) > before;
          if (cut.state() != RemoteState.CUT || (!moved && attempt >= 2) || attempt >= ATTEMPTS) {
            throw cut;
          }
        }
      }
    } catch (IOException failure) {
      throw new Fault(
          FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY),
          failure,
          parts.toString());
    }
  }

  private Fetched attempt(String name, @Nullable String known, Path part, Path version)
      throws IOException {
    String tag = Files.exists(version) ? Files.readString(version) : null;
    boolean resumable = tag != null && !tag.isEmpty() && Files.exists(part);
    long have = resumable ? Files.size(part) : 0;
    return switch (remote.open(name, have, have > 0 ? tag : known)) {
      case Answer.Missing missing -> Fetched.MISSING;
      case Answer.Unchanged unchanged -> new Fetched(null, known, true);
      case Answer.Found found -> {
        if (found.total() > Layout.MAX_OBJECT) {
          found.content().close();
          throw new RemoteFailure(RemoteState.TOO_LARGE, name);
        }
        if (found.total() > most) {
          found.content().close();
          throw new RemoteFailure(RemoteState.LARGE_WAITS, name);
        }
        Files.writeString(version, found.tag() == null ? "" : found.tag());
        copy(found, part, name);
        byte[] content = Files.readAllBytes(part);
        forget(part, version);
        yield new Fetched(content, found.tag(), false);
      }
    };
  }

  private static void copy(Answer.Found found, Path part, String name) throws IOException {
    long size = found.from();
    List<StandardOpenOption> how =
        size > 0
            ? List.of(StandardOpenOption.APPEND)
            : List.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = found.content();
        OutputStream out = Files.newOutputStream(part, how.toArray(StandardOpenOption[]::new))) {
      for (int count = read(in, chunk); count >= 0; count = read(in, chunk)) {
        size += count;
        if (size > Layout.MAX_OBJECT) {
          Files.deleteIfExists(part);
          throw new RemoteFailure(RemoteState.TOO_LARGE, name);
        }
        out.write(chunk, 0, count);
      }
    }
    if (found.total() >= 0 && size < found.total()) {
      throw new RemoteFailure(RemoteState.CUT, name);
    }
  }

  /** A failure of the network is not one of this machine's disk. */
  private static int read(InputStream in, byte[] chunk) {
    try {
      return in.read(chunk);
    } catch (IOException failure) {
      throw new RemoteFailure(RemoteState.CUT, failure, String.valueOf(failure.getMessage()));
    }
  }

  private static void forget(Path part, Path version) throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(version);
  }
}
