package vn.roquyen.domain.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Statistic;
import vn.roquyen.domain.coverage.Headline.Line;
import vn.roquyen.domain.coverage.Headline.Part;
import vn.roquyen.domain.coverage.Headline.Reason;
import vn.roquyen.domain.coverage.Headline.Why;

/**
 * Counts the tasks that the People's Committee of the province or its Chair gave to others. A task
 * is a power: one that two decisions give is one task.
 */
final class HeadlineCount {
  /** Under these ids a register keeps what its report states. */
  private static final String TASKS = "nv-phan-cap-tong";

  private static final String TASKS_OF_COMMUNES = "nv-phan-cap-xa";

  private final Acts acts;
  private final Collection<Statistic> statistics;

  HeadlineCount(Acts acts, Collection<Statistic> statistics) {
    this.acts = acts;
    this.statistics = statistics;
  }

  Headline on(LocalDate date) {
    List<Act> given =
        acts.on(date).stream()
            .filter(act -> act.grantor() == Level.PROVINCE)
            .filter(act -> act.grant().mode() != Mode.ATTRIBUTION)
            .toList();
    List<Line> lines = new ArrayList<>();
    for (Part part : Part.values()) {
      lines.add(line(part, given));
    }
    return new Headline(List.copyOf(lines), reasons(lines, given, date));
  }

  private Line line(Part part, List<Act> given) {
    Predicate<Act> wanted =
        switch (part) {
          case ALL -> act -> true;
          case COMMUNE -> act -> tier(act) == Tier.COMMUNE;
          case DEPARTMENT -> act -> tier(act) == Tier.DEPARTMENT;
          case OTHER -> act -> tier(act) == Tier.PROVINCE || tier(act) == Tier.CENTRAL;
          case UNNAMED -> act -> tier(act) == Tier.UNNAMED;
        };
    Set<String> powers = new TreeSet<>();
    Map<Mode, Set<String>> byMode = new EnumMap<>(Mode.class);
    for (Act act : given) {
      if (wanted.test(act)) {
        powers.add(act.grant().powerId());
        byMode
            .computeIfAbsent(act.grant().mode(), fresh -> new TreeSet<>())
            .add(act.grant().powerId());
      }
    }
    Integer stated =
        switch (part) {
          case ALL -> stated(TASKS);
          case COMMUNE -> stated(TASKS_OF_COMMUNES);
          case DEPARTMENT, OTHER, UNNAMED -> null;
        };
    return new Line(part, stated, powers, byMode);
  }

  private List<Reason> reasons(List<Line> lines, List<Act> given, LocalDate date) {
    List<Reason> reasons = new ArrayList<>();
    Line all = lines.get(Part.ALL.ordinal());
    if (all.stated() != null && all.stated() > all.powers().size()) {
      int missing = all.stated() - all.powers().size();
      reasons.add(new Reason(Why.NOT_LISTED, List.of(missing, all.stated()), Set.of()));
    }
    add(reasons, Why.SEVERAL_PARTS, inSeveral(lines));
    add(reasons, Why.UNNAMED, lines.get(Part.UNNAMED.ordinal()).powers());
    Set<String> vague = new TreeSet<>();
    Set<String> several = new TreeSet<>();
    int procedures = 0;
    for (Act act : given) {
      if (acts.isVague(act.grant(), date)) {
        vague.add(act.grant().powerId());
      }
      Integer count = act.grant().procedureCount();
      if (count != null) {
        several.add(act.grant().powerId());
        procedures += count;
      }
    }
    add(reasons, Why.VAGUE, vague);
    if (!several.isEmpty()) {
      reasons.add(new Reason(Why.PROCEDURES, List.of(several.size(), procedures), several));
    }
    Set<String> sums = new TreeSet<>();
    for (Grant sum : acts.sums()) {
      sums.add(sum.powerId());
    }
    add(reasons, Why.SUMS, sums);
    return List.copyOf(reasons);
  }

  /** The tasks that are counted in more than one part. */
  private static Set<String> inSeveral(List<Line> lines) {
    Set<String> once = new TreeSet<>();
    Set<String> several = new TreeSet<>();
    for (Line line : lines) {
      if (line.part() != Part.ALL) {
        line.powers().stream().filter(power -> !once.add(power)).forEach(several::add);
      }
    }
    return several;
  }

  private static void add(List<Reason> reasons, Why why, Set<String> powers) {
    if (!powers.isEmpty()) {
      reasons.add(new Reason(why, List.of(powers.size()), powers));
    }
  }

  private static Tier tier(Act act) {
    return Tier.of(act.grantee());
  }

  private @Nullable Integer stated(String id) {
    for (Statistic statistic : statistics) {
      if (statistic.id().equals(id) && statistic.amount().matches("\\d{1,9}")) {
        return Integer.valueOf(statistic.amount());
      }
    }
    return null;
  }
}
