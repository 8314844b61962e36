package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.domain.TimeLimit.Unit;
import vn.roquyen.exchange.InputFile;
import vn.roquyen.exchange.InputFinder;
import vn.roquyen.exchange.InputLimits;
import vn.roquyen.exchange.ReadRow;
import vn.roquyen.exchange.RowReader;
import vn.roquyen.platform.SampleData;

final class WorkingCalendarTest {
  private static WorkingCalendar calendar;

  @BeforeAll
  static void readTheCalendarOfTheSampleData() {
    List<CalendarDay> days = new ArrayList<>();
    InputFile file =
        new InputFinder(InputLimits.STANDARD)
            .find(List.of(SampleData.folder().resolve("calendar/days.csv")))
            .files()
            .getFirst();
    try (RowReader rows = file.open()) {
      for (ReadRow read = rows.next(); read != null; read = rows.next()) {
        Row row = ((ReadRow.Good) read).row();
        days.add(
            new CalendarDay(
                LocalDate.parse(row.key()),
                CalendarDay.Kind.valueOf((String) row.values().get("kind")),
                (String) row.values().get("name"),
                (String) row.values().get("basis"),
                (String) row.values().get("status")));
      }
    }
    assertThat(days).hasSize(38);
    calendar = new WorkingCalendar(days);
  }

  @ParameterizedTest
  @CsvSource({
    // The pictures of the design: ten and seven working days from a holiday.
    "2026-11-24, 10, WORKING_DAY, 2026-12-08",
    "2026-11-24, 7, WORKING_DAY, 2026-12-03",
    // The first day is not counted; Thursday to Friday.
    "2026-11-26, 1, WORKING_DAY, 2026-11-27",
    // A weekend is no working day.
    "2026-11-27, 1, WORKING_DAY, 2026-11-30",
    // 24 November is a holiday from 2026, but was a working day in 2025.
    "2026-11-23, 1, WORKING_DAY, 2026-11-25",
    "2025-11-21, 1, WORKING_DAY, 2025-11-24",
    // Saturday 22/08/2026 is worked for Monday 31/08/2026.
    "2026-08-21, 1, WORKING_DAY, 2026-08-22",
    "2026-08-28, 1, WORKING_DAY, 2026-09-03",
    // Tết 2026: from Friday 13/02 to Monday 23/02.
    "2026-02-13, 1, WORKING_DAY, 2026-02-23",
    // Calendar days run through weekends; a last day off moves on.
    "2026-11-19, 5, CALENDAR_DAY, 2026-11-25",
    "2026-11-20, 1, CALENDAR_DAY, 2026-11-23",
    "2026-11-20, 10, CALENDAR_DAY, 2026-11-30",
    "2026-08-20, 2, CALENDAR_DAY, 2026-08-22",
    // Months end on the same date, or on the last day, or after it when that is a day off.
    "2026-10-15, 1, MONTH, 2026-11-16",
    "2026-08-31, 1, MONTH, 2026-09-30",
    "2026-01-31, 1, MONTH, 2026-03-02",
    "2025-11-30, 3, MONTH, 2026-03-02",
    // Hours: up to a working day the same day, then the working day by which they have passed.
    "2026-11-26, 2, HOUR, 2026-11-26",
    "2026-11-26, 8, HOUR, 2026-11-26",
    "2026-11-26, 12, HOUR, 2026-11-27",
    "2026-11-26, 24, HOUR, 2026-11-27",
    "2026-11-26, 28, HOUR, 2026-11-30",
    "2026-11-26, 48, HOUR, 2026-11-30",
    // Filed on a Saturday, a matter of hours waits for Monday.
    "2026-11-28, 1, HOUR, 2026-11-30",
    "2026-11-26, 0, WORKING_DAY, 2026-11-26"
  })
  void dueDays(LocalDate filed, int amount, Unit unit, LocalDate due) {
    assertThat(calendar.due(filed, new TimeLimit(amount, unit)))
        .isEqualTo(new Deadline(due, false));
  }

  @Test
  void aDayInAYearWithoutAnnouncementMayStillMove() {
    TimeLimit ten = new TimeLimit(10, Unit.WORKING_DAY);
    assertThat(calendar.due(LocalDate.of(2026, 12, 11), ten).provisional()).isFalse();
    Deadline across = calendar.due(LocalDate.of(2026, 12, 24), ten);
    assertThat(across).isEqualTo(new Deadline(LocalDate.of(2027, 1, 8), true));
    assertThat(calendar.isAnnounced(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(new WorkingCalendar(List.of()).due(LocalDate.of(2026, 12, 1), ten).provisional())
        .isTrue();
  }

  @Test
  void aFeastWhoseDaysAreNotDecidedIsNoDayOffYet() {
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 5))).isTrue();
    WorkingCalendar marked =
        new WorkingCalendar(
            List.of(
                new CalendarDay(
                    LocalDate.of(2027, 2, 8),
                    CalendarDay.Kind.HOLIDAY_MARKER,
                    "Tết",
                    null,
                    "rule only")));
    assertThat(marked.isWorkingDay(LocalDate.of(2027, 2, 8))).isTrue();
  }

  @Test
  void everyDueDayIsAWorkingDayThatNeverComesBeforeAShorterLimit() {
    Random random = new Random(144148);
    LocalDate first = LocalDate.of(2025, 1, 1);
    for (int round = 0; round < 2_000; round++) {
      LocalDate filed = first.plusDays(random.nextInt(700));
      Unit unit = Unit.values()[random.nextInt(4)];
      int amount = random.nextInt(unit == Unit.MONTH ? 6 : 60);
      LocalDate due = calendar.due(filed, new TimeLimit(amount, unit)).day();
      LocalDate longer = calendar.due(filed, new TimeLimit(amount + 1, unit)).day();
      assertThat(calendar.isWorkingDay(due)).as("%s + %s %s", filed, amount, unit).isTrue();
      assertThat(due).isAfterOrEqualTo(filed);
      assertThat(longer).isAfterOrEqualTo(due);
    }
  }

  @Test
  void aLimitOfWorkingDaysHoldsExactlySoManyOfThem() {
    Random random = new Random(147);
    for (int round = 0; round < 500; round++) {
      LocalDate filed = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(650));
      int amount = 1 + random.nextInt(40);
      LocalDate due = calendar.due(filed, new TimeLimit(amount, Unit.WORKING_DAY)).day();
      long counted =
          filed.plusDays(1).datesUntil(due.plusDays(1)).filter(calendar::isWorkingDay).count();
      assertThat(counted).as("%s + %s", filed, amount).isEqualTo(amount);
    }
  }
}
