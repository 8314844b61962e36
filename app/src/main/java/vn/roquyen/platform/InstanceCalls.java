package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * How a second start asks the running window to come to the front: it leaves a small file in the
 * data folder, and the window takes it away. A file, because it needs no open port and no firewall
 * rule and works in every folder name.
 */
public final class InstanceCalls implements AutoCloseable {
  private static final String CALL = "lock.call";

  private final Path call;
  private final WatchService watch;

  private InstanceCalls(Path call, WatchService watch) {
    this.call = call;
    this.watch = watch;
  }

  /** Runs {@code onCall} on a thread of its own each time another start calls. */
  public static InstanceCalls listen(AppPaths paths, Runnable onCall) {
    try {
      WatchService watch = paths.data().getFileSystem().newWatchService();
      InstanceCalls calls = new InstanceCalls(paths.data().resolve(CALL), watch);
      Files.deleteIfExists(calls.call);
      paths.data().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Thread.ofPlatform().daemon().name("instance-calls").start(() -> calls.answer(onCall));
      return calls;
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, paths.data().toString());
    }
  }

  /**
   * Calls the running window of a data folder.
   *
   * @return true when it answered within the time
   */
  public static boolean call(AppPaths paths, Duration patience) {
    Path call = paths.data().resolve(CALL);
    try (WatchService watch = paths.data().getFileSystem().newWatchService()) {
      paths.data().register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      Files.deleteIfExists(call);
      Files.createFile(call);
      long end = System.nanoTime() + patience.toNanos();
      while (Files.exists(call) && System.nanoTime() < end) {
        WatchKey key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
      }
      return !Files.deleteIfExists(call);
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException gone) {
      // Nothing listens any more, which is what was asked for.
    }
  }

  private void answer(Runnable onCall) {
    try {
      while (true) {
        WatchKey key = watch.take();
        key.pollEvents();
        if (Files.deleteIfExists(call)) {
          onCall.run();
        }
        key.reset();
      }
    } catch (ClosedWatchServiceException | InterruptedException closed) {
      // The window closes.
    } catch (IOException lost) {
      // The data folder is gone; the window will say so when it next reads.
    }
  }
}
