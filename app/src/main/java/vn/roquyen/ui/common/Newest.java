package vn.roquyen.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Asks for one thing again and again and takes only the newest answer: an answer that comes after a
 * newer question was asked is dropped, and so is its failure. Used on the window's thread.
 */
public final class Newest<T> {
  private final Background.Lane lane;
  private final Consumer<T> onDone;
  private final Consumer<Throwable> onFailed;
  private long newest;

  public Newest(Background.Lane lane, Consumer<T> onDone, Consumer<Throwable> onFailed) {
    this.lane = lane;
    this.onDone = onDone;
    this.onFailed = onFailed;
  }

  /** Runs the work in the lane. */
  public void ask(Callable<T> work) {
    long number = ++newest;
    lane.runLatest(
        work,
        answer -> {
          if (number == newest) {
            onDone.accept(answer);
          }
        },
        failure -> {
          if (number == newest) {
            onFailed.accept(failure);
          }
        });
  }

  /** Forgets what is under way. */
  public void drop() {
    newest++;
  }
}
