package vn.roquyen.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Gives the times of this replica's own changes: each later than the one before, whatever the wall
 * clock does. A wall clock that is plainly wrong gives no time at all, because a wrong time would
 * be signed for ever.
 *
 * <p>Only trustworthy times may stop a writer: his own, the publisher's and the hub's. The time of
 * any other author moves the clock by a day at most, so that one machine set to 2099 cannot keep
 * the others from writing.
 */
public final class HybridClock {
  /** A wall clock that lies further behind the newest trusted time is wrong. */
  public static final Duration BEHIND = Duration.ofDays(1);

  /** A wall clock that lies further ahead of the newest trusted time is wrong, or long silent. */
  public static final Duration AHEAD = Duration.ofDays(400);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final Clock wall;
  private Hlc last;
  private Hlc trusted;

  /**
   * A clock that goes on where the replica stopped.
   *
   * @param last the time of the newest own change, or {@link Hlc#ZERO}
   * @param trusted the newest trusted time: at least that of the root document
   */
  public HybridClock(Clock wall, Hlc last, Hlc trusted) {
    this.wall = wall;
    this.last = last;
    this.trusted = Hlc.max(last, trusted);
  }

  /**
   * The time of the next own change.
   *
   * @throws Fault CLOCK_BEHIND, CLOCK_AHEAD
   */
  public Hlc next() {
    long now = wall.millis();
    if (now < trusted.millis() - BEHIND.toMillis()) {
      throw wrong(FaultCode.CLOCK_BEHIND, now);
    }
    if (now > trusted.millis() + AHEAD.toMillis()) {
      throw wrong(FaultCode.CLOCK_AHEAD, now);
    }
    last = Hlc.max(Hlc.ofMillis(now), last.next());
    trusted = Hlc.max(trusted, Hlc.ofMillis(now));
    return last;
  }

  /** The receive rule: own changes come after what was seen, as far as that is believable. */
  public void seen(Hlc time) {
    Hlc limit = Hlc.ofMillis(Math.max(wall.millis(), 0)).plusMillis(BEHIND.toMillis());
    last = Hlc.max(last, Hlc.min(time, limit));
  }

  /** The receive rule for a time that is beyond doubt: the publisher's, the hub's, the root's. */
  public void trust(Hlc time) {
    trusted = Hlc.max(trusted, time);
    seen(time);
  }

  private Fault wrong(FaultCode code, long now) {
    ZoneId zone = wall.getZone();
    return new Fault(
        code,
        DAY.format(Instant.ofEpochMilli(now).atZone(zone)),
        DAY.format(trusted.instant().atZone(zone)));
  }
}
