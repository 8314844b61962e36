package vn.roquyen;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is turned. */
public final class TurnedClock extends Clock {
  private final ZoneId zone;
  public Instant now;

  public TurnedClock(Instant now) {
    this(now, ZoneOffset.UTC);
  }

  public TurnedClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  public void forward(long seconds) {
    now = now.plusSeconds(seconds);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
