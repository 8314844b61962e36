package vn.roquyen.ui.common;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.service.Progress;

/**
 * Watches long work: brings the newest of many reports to the window, one at a time, and carries
 * the wish to stop.
 *
 * @param <R> what the window shows of it
 */
public final class Watch<R> implements Progress {
  /** Makes what the window shows. */
  @FunctionalInterface
  public interface Report<R> {
    /**
     * @param total -1 or 0 when it is not known
     * @param stopping true when the work was told to stop
     */
    R of(Phase phase, long done, long total, boolean stopping);
  }

  private final Background background;
  private final Report<R> report;
  private final Consumer<R> show;
  private final AtomicReference<@Nullable R> news = new AtomicReference<>();
  private volatile boolean stopped;

  /**
   * @param show takes a report, on the window's thread
   */
  public Watch(Background background, Report<R> report, Consumer<R> show) {
    this.background = background;
    this.report = report;
    this.show = show;
  }

  /** Asks the work to stop. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void at(Phase phase, long done, long total) {
    if (news.getAndSet(report.of(phase, done, total, stopped)) == null) {
      background.onWindow(this::bring);
    }
  }

  @Override
  public boolean cancelled() {
    return stopped;
  }

  /** How much of the whole is done, from 0 to 1, or -1 when that is not known. */
  public static double share(long done, long total) {
    return total <= 0 ? -1 : Math.min(1, (double) done / total);
  }

  private void bring() {
    R newest = news.getAndSet(null);
    if (newest != null) {
      show.accept(newest);
    }
  }
}
