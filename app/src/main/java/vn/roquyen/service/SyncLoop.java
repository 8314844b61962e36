package vn.roquyen.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * Exchanges again and again, as the province's machine does: each store once in every period,
 * sooner when it is tried again after a failure or when the network has come back.
 */
public final class SyncLoop {
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final SyncService service;
  private final Clock clock;
  private final Duration period;
  private final RandomGenerator random;
  private final Connectivity connectivity = new Connectivity();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Map<String, Instant> next = new HashMap<>();

  public SyncLoop(SyncService service, Clock clock, Duration period, RandomGenerator random) {
    this.service = service;
    this.clock = clock;
    this.period = period;
    this.random = random;
  }

  /**
   * Runs until {@link #stop}; every round is told, and when the next one with that store is due.
   */
  public void run(
      List<String> stores, Progress progress, BiConsumer<SyncService.Round, Instant> told)
      throws InterruptedException {
    while (!isStopped()) {
      for (String store : stores) {
        if (!isStopped() && !clock.instant().isBefore(next.getOrDefault(store, Instant.MIN))) {
          SyncService.Round round = service.round(store, !next.containsKey(store), progress);
          Instant due = after(round);
          next.put(store, due);
          told.accept(round, due);
        }
      }
      if (stop.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      if (connectivity.changed()) {
        service.connectionChanged();
        next.replaceAll((store, time) -> Instant.MIN);
      }
    }
  }

  /** Ends the loop after the object that is under way. */
  public void stop() {
    stop.countDown();
  }

  public boolean isStopped() {
    return stop.getCount() == 0;
  }

  /** A tenth more or less: machines that began together do not stay together. */
  private Instant after(SyncService.Round round) {
    Duration retry = round.retryIn();
    if (retry != null && retry.compareTo(period) < 0) {
      return clock.instant().plus(retry);
    }
    long millis = period.toMillis();
    return clock.instant().plusMillis(millis - millis / 10 + random.nextLong(millis / 5 + 1));
  }

  private Duration pause() {
    Instant now = clock.instant();
    Duration soonest =
        next.values().stream()
            .map(time -> Duration.between(now, time.isBefore(now) ? now : time))
            .min(Duration::compareTo)
            .orElse(LOOK);
    Duration bounded = soonest.compareTo(LOOK) < 0 ? soonest : LOOK;
    return bounded.plusMillis(1);
  }
}
