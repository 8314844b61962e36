package vn.roquyen.sync.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;

/**
 * A store in a folder: a USB stick, a shared drive, a folder that another program carries to other
 * machines. What is written is forced, renamed without replacing and read back.
 */
final class FolderRemote implements Remote {
  private static final Abilities ABILITIES = new Abilities(Way.RENAME, true, true, false);
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path folder;

  FolderRemote(Path folder) {
    this.folder = folder;
  }

  @Override
  public Answer open(String name, long from, @Nullable String tag) {
    Path file = present().resolve(name);
    try {
      long size = Files.size(file);
      if (size > Layout.MAX_OBJECT) {
        throw new RemoteFailure(RemoteState.TOO_LARGE, name);
      }
      byte[] content = Files.readAllBytes(file);
      String found = Digests.shortTag(content);
      boolean same = found.equals(tag);
      if (same && from == 0) {
        return new Answer.Unchanged();
      }
      int start = same ? (int) Math.min(from, content.length) : 0;
      return new Answer.Found(
          start,
          content.length,
          found,
          new ByteArrayInputStream(content, start, content.length - start));
    } catch (NoSuchFileException none) {
      return new Answer.Missing();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  @Override
  public Made create(String name, byte[] content) {
    Path target = present().resolve(name);
    Path fresh = null;
    try {
      if (!Files.exists(target)) {
        fresh = written(target, content);
        place(fresh, target);
        readBack(target, content);
        return Made.NOW;
      }
    } catch (FileAlreadyExistsException taken) {
      // Looked at below, like one that had been there before.
    } catch (IOException failure) {
      throw failed(failure);
    } finally {
      discard(fresh);
    }
    return compare(name, target, content);
  }

  @Override
  public void replace(String name, byte[] content) {
    Path target = present().resolve(name);
    Path fresh = null;
    try {
      fresh = written(target, content);
      Files.move(
          fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      force(target);
      readBack(target, content);
    } catch (IOException failure) {
      throw failed(failure);
    } finally {
      discard(fresh);
    }
  }

  @Override
  public void delete(String name) {
    Path file = present().resolve(name);
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(""));
    } catch (IOException inUse) {
      // Others lie beside it, or it cannot be deleted: it stays behind, and nobody reads it.
    }
  }

  @Override
  public Abilities probe() {
    String name = "v1/probe-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    Path file = present().resolve(name);
    try {
      create(name, new byte[] {1});
      RemoteState second = null;
      try {
        create(name, new byte[] {2});
      } catch (RemoteFailure refused) {
        second = refused.state();
      }
      if (second != RemoteState.FORK) {
        throw new RemoteFailure(RemoteState.UNSUITABLE, folder.toString());
      }
    } finally {
      discard(file);
    }
    return ABILITIES;
  }

  @Override
  public void recall(Abilities abilities) {
    // A folder works the same way always.
  }

  @Override
  public void close() {
    // Nothing is held open between two calls.
  }

  /** A folder that is gone is never made anew: it may be a stick that is not plugged in. */
  private Path present() {
    if (!Files.isDirectory(folder)) {
      throw new RemoteFailure(RemoteState.MEDIUM_GONE, folder.toString());
    }
    return folder;
  }

  private Path written(Path target, byte[] content) throws IOException {
    Files.createDirectories(target.getParent());
    Path fresh =
        target.resolveSibling(".rq-" + HexFormat.of().toHexDigits(RANDOM.nextLong()) + ".tmp");
    try (FileChannel channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException failure) {
      discard(fresh);
      throw failure;
    }
    return fresh;
  }

  /**
   * A link is made or refused in one step. FAT has no links; there, and on Windows, a move that
   * does not replace is the best there is.
   */
  private static void place(Path fresh, Path target) throws IOException {
    try {
      Files.createLink(target, fresh);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException | UnsupportedOperationException withoutLinks) {
      Files.move(fresh, target);
    }
    force(target);
  }

  private static void force(Path target) {
    try (FileChannel parent = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      parent.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows does not open folders.
    }
  }

  private void readBack(Path target, byte[] content) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(target), content)) {
      throw new RemoteFailure(RemoteState.MEDIUM_GONE, folder.toString());
    }
  }

  private Made compare(String name, Path target, byte[] content) {
    try {
      byte[] found = Files.readAllBytes(target);
      if (Arrays.equals(found, content)) {
        return Made.BEFORE;
      }
      if (isTorn(found, content)) {
        replace(name, content);
        return Made.NOW;
      }
      throw new RemoteFailure(RemoteState.FORK, name);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /** What a stick without a journal keeps of a file when it is pulled: a beginning, or zeros. */
  private static boolean isTorn(byte[] found, byte[] content) {
    boolean beginning =
        found.length < content.length && Arrays.mismatch(found, content) == found.length;
    return beginning
        || (found.length <= content.length && Arrays.equals(found, new byte[found.length]));
  }

  private static void discard(@Nullable Path fresh) {
    try {
      if (fresh != null) {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException left) {
      // A file of that name is never read; it only takes room.
    }
  }

  private RemoteFailure failed(IOException failure) {
    String where = folder.toString();
    if (FaultCode.ofFileFailure(failure, FaultCode.UNEXPECTED) == FaultCode.DISK_FULL) {
      return new RemoteFailure(RemoteState.STORE_FULL, failure, where);
    }
    String text = String.valueOf(failure.getMessage());
    boolean readOnly =
        failure instanceof AccessDeniedException
            || failure.getCause() instanceof ReadOnlyFileSystemException
            || text.contains("Read-only");
    RemoteState state = readOnly ? RemoteState.READ_ONLY : RemoteState.MEDIUM_GONE;
    return new RemoteFailure(state, failure, where);
  }
}
