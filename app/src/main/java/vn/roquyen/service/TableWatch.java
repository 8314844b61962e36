package vn.roquyen.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the tables be checked once, some time after the start, on a thread of its own that leaves
 * the processor to others again and again. Never interrupted: that would close the database.
 */
public final class TableWatch implements AutoCloseable {
  private static final long PAUSE = 20;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Starts waiting.
   *
   * @param after how long the program is left alone
   * @param onSuspected runs on the thread of the check when the database is to be built anew
   */
  public TableWatch(DoctorService doctor, Duration after, Runnable onSuspected) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .name("tables-check")
            .start(
                () -> {
                  if (!closes(after.toMillis()) && !doctor.lookOver(() -> closes(PAUSE))) {
                    onSuspected.run();
                  }
                });
  }

  private boolean closes(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException nobodyDoes) {
      return true;
    }
  }

  /** Waits for the rows that are being compared. */
  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
