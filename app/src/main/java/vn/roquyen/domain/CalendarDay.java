package vn.roquyen.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that differs from the ordinary week of public offices. */
public record CalendarDay(
    LocalDate day, Kind kind, String name, @Nullable String basis, @Nullable String status) {

  /** What the day is. */
  public enum Kind {
    HOLIDAY,
    DAYOFF_SWAP,
    DAYOFF_INLIEU,
    WORKDAY_SWAP,
    /** Names a feast whose exact days off are not yet decided. */
    HOLIDAY_MARKER
  }
}
