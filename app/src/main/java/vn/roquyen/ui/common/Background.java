package vn.roquyen.ui.common;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs work off the window's thread and brings the answer back to it. A running piece of work is
 * never interrupted: an interrupt while H2 reads its file closes the database for the whole
 * process.
 */
public final class Background implements AutoCloseable {
  private final Executor window;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /**
   * @param window runs what touches the window, {@code Platform::runLater} in the program
   */
  public Background(Executor window) {
    this.window = window;
  }

  /** The lane of that name, with a thread of its own; work in one lane runs in order. */
  public Lane lane(String name) {
    return lanes.computeIfAbsent(name, Lane::new);
  }

  /** Runs something on the window's thread. */
  public void onWindow(Runnable work) {
    window.execute(work);
  }

  /** Takes no more work and waits until all that was taken has ended by itself. */
  @Override
  public void close() {
    lanes.values().forEach(lane -> lane.executor.shutdown());
    boolean interrupted = false;
    for (Lane lane : lanes.values()) {
      while (!lane.executor.isTerminated()) {
        try {
          lane.executor.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One line of work with one thread. */
  public final class Lane {
    private final ThreadPoolExecutor executor;

    private Lane(String name) {
      executor =
          new ThreadPoolExecutor(
              1,
              1,
              0,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Thread.ofPlatform().daemon().name("lane-" + name).factory(),
              new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Runs the work; exactly one of the two handlers then runs on the window's thread. What is
     * asked for once the window closes is dropped with its handlers.
     */
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Throwable> onFailed) {
      executor.execute(() -> attempt(work, onDone, onFailed));
    }

    /** The same for work that has no result. */
    public void carryOut(Runnable work, Runnable onDone, Consumer<Throwable> onFailed) {
      run(Executors.callable(work), nothing -> onDone.run(), onFailed);
    }

    /**
     * The same, for questions of which only the newest matters: older ones that still wait are
     * dropped and none of their handlers runs. One that already runs is left to end.
     */
    public <T> void runLatest(Callable<T> work, Consumer<T> onDone, Consumer<Throwable> onFailed) {
      executor.getQueue().clear();
      run(work, onDone, onFailed);
    }

    private <T> void attempt(Callable<T> work, Consumer<T> onDone, Consumer<Throwable> onFailed) {
      T result;
      try {
        result = work.call();
      } catch (Exception | Error failure) {
        window.execute(() -> onFailed.accept(failure));
        return;
      }
      window.execute(() -> onDone.accept(result));
    }
  }
}
