package vn.roquyen.domain;

/**
 * A time limit as the source states it; the unit is kept and never converted.
 *
 * @param amount number of units
 */
public record TimeLimit(int amount, Unit unit) {

  /** Units that the national catalogue uses. */
  public enum Unit {
    HOUR,
    CALENDAR_DAY,
    WORKING_DAY,
    MONTH
  }
}
