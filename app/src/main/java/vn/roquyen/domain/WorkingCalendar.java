package vn.roquyen.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts time limits as the Civil Code 2015 does (articles 147 and 148): the first day is not
 * counted, and a last day that is not a working day moves on to the next one.
 */
public final class WorkingCalendar {
  private final Map<LocalDate, CalendarDay.Kind> special = new HashMap<>();

  public WorkingCalendar(List<CalendarDay> days) {
    days.forEach(day -> special.put(day.day(), day.kind()));
  }

  /**
   * True on a Monday to Friday that is no day off, and on a Saturday that is worked in exchange.
   */
  public boolean isWorkingDay(LocalDate date) {
    CalendarDay.Kind kind = special.get(date);
    if (kind == CalendarDay.Kind.WORKDAY_SWAP) {
      return true;
    }
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && (kind == null || kind == CalendarDay.Kind.HOLIDAY_MARKER);
  }

  /** The first working day on or after the date. */
  public LocalDate workingDayFrom(LocalDate date) {
    LocalDate day = date;
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /**
   * The day on which the result is due when a complete dossier is received on {@code received}. A
   * dossier that comes on a day off counts as received on the next working day.
   */
  public LocalDate due(LocalDate received, TimeLimit limit) {
    LocalDate start = workingDayFrom(received);
    return switch (limit.unit()) {
      case WORKING_DAY -> plusWorkingDays(start, limit.amount());
      case CALENDAR_DAY -> workingDayFrom(start.plusDays(limit.amount()));
      case MONTH -> workingDayFrom(start.plusMonths(limit.amount()));
      case HOUR -> plusWorkingDays(start, limit.amount() / 24);
    };
  }

  private LocalDate plusWorkingDays(LocalDate start, int amount) {
    LocalDate day = start;
    for (int counted = 0; counted < amount; counted++) {
      day = workingDayFrom(day.plusDays(1));
    }
    return day;
  }
}
