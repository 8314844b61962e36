package vn.roquyen.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Says that this process works on a data folder. The operating system holds the lock, so it goes
 * when the process goes: a file left behind by a crash locks nothing.
 */
public final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private InstanceLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock of a data folder; the folder is made when it is missing.
   *
   * @return null when another process holds it
   * @throws Fault DATA_FOLDER_READ_ONLY, DATA_FOLDER_REMOTE
   */
  public static @Nullable InstanceLock tryAcquire(AppPaths paths) {
    try {
      Files.createDirectories(paths.data());
      LocalDisk.require(paths.data());
      FileChannel channel =
          FileChannel.open(paths.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return null;
      }
      return new InstanceLock(channel, lock);
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
      throw new Fault(code, failure, paths.data().toString());
    }
  }

  /**
   * Takes the lock of a data folder.
   *
   * @throws Fault DATA_FOLDER_IN_USE, DATA_FOLDER_READ_ONLY
   */
  public static InstanceLock acquire(AppPaths paths) {
    InstanceLock taken = tryAcquire(paths);
    if (taken == null) {
      throw inUse(paths.data());
    }
    return taken;
  }

  /** What a second start is told when it can neither work nor wake the first. */
  public static Fault inUse(Path data) {
    return new Fault(FaultCode.DATA_FOLDER_IN_USE, data.toString());
  }

  /** The lock file itself stays: removing it would let two processes lock two different files. */
  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException gone) {
      // The process is ending; the operating system frees what is left.
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }
}
