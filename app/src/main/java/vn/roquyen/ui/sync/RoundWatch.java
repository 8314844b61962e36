package vn.roquyen.ui.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.common.Background;

/**
 * Watches one round with a store, or the receiving of files: brings the newest of many reports to
 * the window, reckons how long it still takes, and carries the wish to stop.
 */
final class RoundWatch implements Progress {

  /**
   * How far a round is.
   *
   * @param store empty where files are received that somebody handed over
   * @param total of the files that are sent or fetched, or -1 while it is not known
   * @param left how long sending or fetching still takes, or null while it cannot be reckoned
   * @param stopping true when it was told to stop and has not yet stopped
   */
  record Running(
      String store,
      Phase phase,
      long done,
      long total,
      @Nullable Duration left,
      boolean stopping) {}

  private final String store;
  private final Duration expected;
  private final Clock clock;
  private final Background background;
  private final Consumer<Running> show;
  private final AtomicReference<@Nullable Running> news = new AtomicReference<>();
  private Phase phase = Phase.SEND;
  private long began;
  private long first = -1;
  private volatile boolean stopped;

  /**
   * @param store empty where files are received that somebody handed over
   * @param expected how long sending will take at the pace of the rounds before
   */
  RoundWatch(
      String store, Duration expected, Clock clock, Background background, Consumer<Running> show) {
    this.store = store;
    this.expected = expected;
    this.clock = clock;
    this.background = background;
    this.show = show;
  }

  /** How it stands before the first report. */
  Running start() {
    return new Running(store, Phase.SEND, 0, -1, null, false);
  }

  /** Asks the round to stop. */
  void stop() {
    stopped = true;
  }

  @Override
  public void at(Phase now, long done, long total) {
    if (now != phase || first < 0) {
      phase = now;
      first = done;
      began = clock.millis();
    }
    Running report = new Running(store, now, done, total, left(done, total), stopped);
    if (news.getAndSet(report) == null) {
      background.onWindow(this::bring);
    }
  }

  @Override
  public boolean cancelled() {
    return stopped;
  }

  /** From the pace so far; before the first file has gone, from that of the rounds before. */
  private @Nullable Duration left(long done, long total) {
    if (done > first) {
      return Duration.ofMillis((clock.millis() - began) * (total - done) / (done - first));
    }
    return phase == Phase.SEND ? expected : null;
  }

  private void bring() {
    Running newest = news.getAndSet(null);
    if (newest != null) {
      show.accept(newest);
    }
  }
}
