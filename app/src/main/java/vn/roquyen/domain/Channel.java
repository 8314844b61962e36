package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/**
 * One way to file a procedure (at the desk, by post, online) with its time limit and fee as given.
 *
 * @param timeValue the number as the source has it, possibly without a unit
 * @param fee as the portal shows it; small amounts probably mean thousands and are marked doubtful
 */
public record Channel(
    String name,
    @Nullable String timeValue,
    @Nullable String timeUnit,
    @Nullable String fee,
    @Nullable String note) {

  /** The time limit when both number and unit are known, else null. */
  public @Nullable TimeLimit timeLimit() {
    if (timeValue == null || timeUnit == null || !timeValue.matches("\\d{1,4}")) {
      return null;
    }
    TimeLimit.Unit unit =
        switch (timeUnit) {
          case "Giờ" -> TimeLimit.Unit.HOUR;
          case "Ngày" -> TimeLimit.Unit.CALENDAR_DAY;
          case "Ngày làm việc" -> TimeLimit.Unit.WORKING_DAY;
          case "Tháng" -> TimeLimit.Unit.MONTH;
          default -> null;
        };
    return unit == null ? null : new TimeLimit(Integer.parseInt(timeValue), unit);
  }
}
