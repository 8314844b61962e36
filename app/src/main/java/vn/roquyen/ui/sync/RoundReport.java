package vn.roquyen.ui.sync;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.roquyen.service.Progress.Phase;
import vn.roquyen.ui.common.Watch;

/**
 * What the window shows of a round with a store, or of the receiving of files; reckons how long it
 * still takes.
 */
final class RoundReport implements Watch.Report<RoundReport.Running> {

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
  private Phase phase = Phase.SEND;
  private long began;
  private long first = -1;

  /**
   * @param store empty where files are received that somebody handed over
   * @param expected how long sending will take at the pace of the rounds before
   */
  RoundReport(String store, Duration expected, Clock clock) {
    this.store = store;
    this.expected = expected;
    this.clock = clock;
  }

  /** How it stands before the first report. */
  Running start() {
    return new Running(store, Phase.SEND, 0, -1, null, false);
  }

  @Override
  public Running of(Phase now, long done, long total, boolean stopping) {
    if (now != phase || first < 0) {
      phase = now;
      first = done;
      began = clock.millis();
    }
    return new Running(store, now, done, total, left(done, total), stopping);
  }

  /** From the pace so far; before the first file has gone, from that of the rounds before. */
  private @Nullable Duration left(long done, long total) {
    if (done > first) {
      return Duration.ofMillis((clock.millis() - began) * (total - done) / (done - first));
    }
    return phase == Phase.SEND ? expected : null;
  }
}
