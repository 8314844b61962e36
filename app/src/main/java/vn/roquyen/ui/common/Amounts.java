package vn.roquyen.ui.common;

import java.time.Duration;
import vn.roquyen.platform.Messages;

/** Sizes and times as a person says them: never more exact than they are known. */
public final class Amounts {
  private static final long KILO = 1_000;
  private static final long MEGA = 1_000_000;
  private static final long FINE_SECONDS = 10;
  private static final long STEP = 5;

  private Amounts() {}

  /** So many bytes, in kB or MB. */
  public static String bytes(long bytes, Messages messages) {
    return bytes < MEGA
        ? messages.text("amount.kb", Math.max(1, Math.round((double) bytes / KILO)))
        : messages.text("amount.mb", Math.round(10.0 * bytes / MEGA) / 10.0);
  }

  /** So long, in seconds, minutes or hours. */
  public static String time(Duration time, Messages messages) {
    long seconds = Math.round(time.toMillis() / 1_000.0);
    if (seconds < 1) {
      return messages.text("amount.moment");
    }
    if (seconds < 60) {
      long steps = Math.round((double) seconds / STEP) * STEP;
      return messages.text("amount.seconds", seconds <= FINE_SECONDS ? seconds : steps);
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 60
        ? messages.text("amount.minutes", minutes)
        : messages.text("amount.hours", Math.round(minutes / 60.0));
  }
}
