package vn.roquyen.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago a publisher was last heard of: a register that nobody has confirmed for long may
 * still be right, so its age warns and never blocks reading.
 *
 * @param days whole days
 */
public record RegisterAge(long days, Level level) {
  /** From so many days on a person should exchange soon. */
  public static final int AMBER_DAYS = 7;

  /** From so many days on the register is to be distrusted. */
  public static final int RED_DAYS = 30;

  /** How much the age is to worry. */
  public enum Level {
    FRESH,
    AMBER,
    RED
  }

  /** The age now; a time in the future is none. */
  public static RegisterAge of(Instant last, Instant now) {
    long days = Math.max(0, Duration.between(last, now).toDays());
    Level level = days >= RED_DAYS ? Level.RED : days >= AMBER_DAYS ? Level.AMBER : Level.FRESH;
    return new RegisterAge(days, level);
  }
}
