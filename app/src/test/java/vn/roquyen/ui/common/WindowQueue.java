package vn.roquyen.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the window's thread in a test: the test itself runs what is to run there. */
public final class WindowQueue implements Executor {
  private static final long PATIENCE_SECONDS = 60;

  private final LinkedBlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>();

  @Override
  public void execute(Runnable work) {
    waiting.add(work);
  }

  /** Runs what comes until the condition holds. */
  public void runUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      runOne();
    }
  }

  /** Runs the next piece of work, waiting for it when none is there. */
  public void runOne() {
    try {
      Runnable next = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came back to the window");
      }
      next.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Waits until something has come to be run, and leaves it there. */
  public void awaitOne() {
    try {
      Runnable next = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came back to the window");
      }
      waiting.addFirst(next);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
