package vn.roquyen.domain.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.Grant;

/** Counts the grants in force on the first days of months up to a date. */
final class Trend {
  private static final int MONTHS = 24;

  private final Acts acts;

  Trend(Acts acts) {
    this.acts = acts;
  }

  List<TrendPoint> until(LocalDate date) {
    List<TrendPoint> points = new ArrayList<>();
    LocalDate first = date.withDayOfMonth(1).minusMonths(MONTHS - 1);
    for (LocalDate day = first; day.isBefore(date); day = day.plusMonths(1)) {
      points.add(point(day));
    }
    points.add(point(date));
    return List.copyOf(points);
  }

  private TrendPoint point(LocalDate day) {
    Map<Tier, Integer> byTier = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      byTier.put(tier, 0);
    }
    int undated = 0;
    for (Grant grant : acts.all()) {
      if (acts.inForce(grant, day)) {
        byTier.merge(Tier.of(acts.level(grant.granteeId())), 1, Integer::sum);
        undated += acts.beginning(grant) == null ? 1 : 0;
      }
    }
    return new TrendPoint(day, byTier, undated);
  }
}
