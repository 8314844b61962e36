package vn.roquyen.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts time limits as the Civil Code 2015 does (articles 147 and 148): the day of filing is not
 * counted, a limit in months ends on the same date or on the last day of the month, and a last day
 * that is not a working day moves on to the next one. A special law may count otherwise.
 */
public final class WorkingCalendar {
  /** What the data call a day off that the Government has announced; others follow from a law. */
  private static final String ANNOUNCED = "announced";

  private static final int HOURS_OF_A_WORKING_DAY = 8;
  private static final int HOURS_OF_A_DAY = 24;

  private final Map<LocalDate, CalendarDay> special = new HashMap<>();
  private final Set<Integer> announcedYears = new HashSet<>();

  public WorkingCalendar(List<CalendarDay> days) {
    for (CalendarDay day : days) {
      special.put(day.day(), day);
      if (ANNOUNCED.equals(day.status())) {
        announcedYears.add(day.day().getYear());
      }
    }
  }

  /** The entry of a day that differs from the ordinary week, or null. */
  public @Nullable CalendarDay entry(LocalDate date) {
    return special.get(date);
  }

  /**
   * True on a Monday to Friday that is no day off, and on a Saturday that is worked in exchange.
   */
  public boolean isWorkingDay(LocalDate date) {
    CalendarDay entry = special.get(date);
    CalendarDay.Kind kind = entry == null ? null : entry.kind();
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
   * The day on which the result is due when a complete dossier is filed on {@code filed}. Limits of
   * up to eight hours end on the same day (files that come after 15:00 are usually answered on the
   * next working day: the card says so); longer ones on the working day by which the last hour has
   * passed.
   */
  public Deadline due(LocalDate filed, TimeLimit limit) {
    int amount = limit.amount();
    LocalDate day =
        switch (limit.unit()) {
          case WORKING_DAY -> plusWorkingDays(filed, amount);
          case CALENDAR_DAY -> workingDayFrom(filed.plusDays(amount));
          case MONTH -> workingDayFrom(filed.plusMonths(amount));
          case HOUR ->
              plusWorkingDays(
                  filed,
                  amount <= HOURS_OF_A_WORKING_DAY ? 0 : Math.ceilDiv(amount, HOURS_OF_A_DAY));
        };
    return new Deadline(day, !isAnnounced(filed, day));
  }

  /** True when the days off of each year from one day to the other have been announced. */
  public boolean isAnnounced(LocalDate from, LocalDate to) {
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (!announcedYears.contains(year)) {
        return false;
      }
    }
    return true;
  }

  private LocalDate plusWorkingDays(LocalDate start, int amount) {
    LocalDate day = start;
    for (int counted = 0; counted < amount; counted++) {
      day = workingDayFrom(day.plusDays(1));
    }
    return workingDayFrom(day);
  }
}
