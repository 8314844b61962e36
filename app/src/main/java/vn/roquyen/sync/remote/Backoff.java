package vn.roquyen.sync.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ReplicaId;

/**
 * How long to wait before the next attempt: from five seconds, doubled each time, up to half an
 * hour, never all machines at once.
 */
public final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofMinutes(30);
  private final RandomGenerator random;
  private int failures;

  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The wait after one more failure.
   *
   * @param asked how long the store asked to be left alone, or null; never shortened
   */
  public Duration afterFailure(@Nullable Duration asked) {
    long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures++, 20));
    // Between half and all of it: spread, and still no hammering.
    Duration own = Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    if (asked == null || asked.compareTo(own) <= 0) {
      return own;
    }
    return asked.plusMillis(random.nextLong(FIRST.toMillis()));
  }

  /** The next failure is a first one again. */
  public void succeeded() {
    failures = 0;
  }

  /**
   * The part of a window after which a machine begins by itself: another for each, so that three
   * thousand communes that are switched on at eight do not come at eight.
   */
  public static Duration spread(ReplicaId replica, Duration window) {
    return Duration.ofMillis(Long.remainderUnsigned(replica.bits(), window.toMillis()));
  }
}
