package vn.roquyen.sync.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Content from a network that may stop in the middle without a word. Closed from outside when
 * nothing has come for too long, so that the waiting reader gets an error instead of waiting on.
 */
final class WatchedInput extends FilterInputStream {
  private static final int LOOKS = 4;
  private final long patience;
  private final ScheduledFuture<?> look;
  private volatile long lastByte = System.nanoTime();

  WatchedInput(InputStream content, Duration patience, ScheduledExecutorService watch) {
    super(content);
    this.patience = patience.toNanos();
    long period = Math.max(1, this.patience / LOOKS);
    look = watch.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    lastByte = System.nanoTime();
    return value;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    int count = super.read(into, at, length);
    lastByte = System.nanoTime();
    return count;
  }

  @Override
  public void close() throws IOException {
    look.cancel(false);
    super.close();
  }

  private void look() {
    if (System.nanoTime() - lastByte > patience) {
      try {
        close();
      } catch (IOException alreadyBroken) {
        // The reader is told by its own read.
      }
    }
  }
}
