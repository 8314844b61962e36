package vn.roquyen.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the tables be checked once, some time after the start, on a thread of its own that rests
 * many times as long as it works, so that whoever looks something up meanwhile does not notice.
 * Never interrupted: that would close the database.
 */
public final class TableWatch implements AutoCloseable {
  /** How many times as long as the last rows took the check rests. */
  private static final int REST = 15;

  private static final long LONGEST_REST = 5_000;

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
                  if (!closes(after.toMillis()) && !doctor.lookOver(new Rests()::closes)) {
                    onSuspected.run();
                  }
                });
  }

  private final class Rests {
    private long since = System.nanoTime();

    boolean closes() {
      long worked = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
      boolean closes = TableWatch.this.closes(Math.min(REST * worked, LONGEST_REST));
      since = System.nanoTime();
      return closes;
    }
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
