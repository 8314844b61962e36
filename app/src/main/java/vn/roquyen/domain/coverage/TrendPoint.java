package vn.roquyen.domain.coverage;

import java.time.LocalDate;
import java.util.Map;

/**
 * How many grants were in force on a day.
 *
 * @param byTier by the tier of the grantee; every tier has a figure
 * @param undated how many of them have no known beginning, so that they count on every day
 */
public record TrendPoint(LocalDate date, Map<Tier, Integer> byTier, int undated) {

  public int total() {
    return byTier.values().stream().mapToInt(Integer::intValue).sum();
  }
}
