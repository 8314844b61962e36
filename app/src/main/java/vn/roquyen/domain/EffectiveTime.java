package vn.roquyen.domain;

import java.time.Duration;
import java.util.Collection;

/**
 * The time by which a change is ordered against others. It follows from signed data alone, never
 * from the reader's clock; it grows along cause and effect, so it has no cycles; and a clock in
 * 2099 wins by {@link #LEAD} at most.
 *
 * @param time the effective time of the change
 * @param publisher the newest effective time of a publisher's change that this change has seen,
 *     itself included; the time of the root document when there is none
 */
public record EffectiveTime(Hlc time, Hlc publisher) {
  /** How far a change may lie after the newest publisher's change that it has seen. */
  public static final Duration LEAD = Duration.ofDays(180);

  /** What every change has seen: the root document. */
  public static EffectiveTime ofRoot(Hlc signedAt) {
    return new EffectiveTime(signedAt, signedAt);
  }

  /**
   * The effective time of a change: {@code max(min(written, publisher's + 180 d), 1 + max of the
   * past)}.
   *
   * @param written the time in the change
   * @param byPublisher whether a publisher's certificate signed it
   * @param parents of the change before it in its stream and of its dependencies; the root's when
   *     it has neither
   */
  public static EffectiveTime of(
      Hlc written, boolean byPublisher, Collection<EffectiveTime> parents) {
    Hlc past = Hlc.ZERO;
    Hlc publisher = Hlc.ZERO;
    for (EffectiveTime parent : parents) {
      past = Hlc.max(past, parent.time());
      publisher = Hlc.max(publisher, parent.publisher());
    }
    Hlc clamped = Hlc.min(written, publisher.plusMillis(LEAD.toMillis()));
    Hlc time = Hlc.max(clamped, past.next());
    return new EffectiveTime(time, byPublisher ? Hlc.max(publisher, time) : publisher);
  }
}
