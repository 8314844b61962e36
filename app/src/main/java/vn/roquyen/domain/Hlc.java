package vn.roquyen.domain;

import java.time.Instant;

/**
 * Hybrid logical time: 48 bits of milliseconds since 1970 and a 16-bit counter in one number. It
 * stays close to the wall clock and never runs backwards along cause and effect.
 */
public record Hlc(long packed) implements Comparable<Hlc> {
  private static final int COUNTER_BITS = 16;

  /** Before every time. */
  public static final Hlc ZERO = new Hlc(0);

  public Hlc {
    if (packed < 0) {
      throw new IllegalArgumentException("time out of range");
    }
  }

  /** The first time of a millisecond. */
  public static Hlc ofMillis(long millis) {
    return new Hlc(Math.multiplyExact(millis, 1L << COUNTER_BITS));
  }

  public long millis() {
    return packed >>> COUNTER_BITS;
  }

  public int counter() {
    return (int) (packed & 0xffff);
  }

  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  /** The next time; a full counter runs over into the milliseconds. */
  public Hlc next() {
    return new Hlc(packed + 1);
  }

  /** This time and so many milliseconds. */
  public Hlc plusMillis(long millis) {
    return new Hlc(Math.addExact(packed, Math.multiplyExact(millis, 1L << COUNTER_BITS)));
  }

  @Override
  public int compareTo(Hlc other) {
    return Long.compare(packed, other.packed);
  }

  /** The later of two times. */
  public static Hlc max(Hlc left, Hlc right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  /** The earlier of two times. */
  public static Hlc min(Hlc left, Hlc right) {
    return left.compareTo(right) <= 0 ? left : right;
  }

  @Override
  public String toString() {
    return instant() + "#" + counter();
  }
}
