package vn.roquyen.domain.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Statistic;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.check.Completeness;

/** Counts the coverage of a register. Pure: reads the register it was given and nothing else. */
public final class CoverageAnalysis {
  private static final Comparator<FieldRow.Slot> BY_MODE_AND_LEVEL =
      Comparator.comparing(FieldRow.Slot::mode)
          .thenComparing(
              FieldRow.Slot::level, Comparator.nullsLast(Comparator.<Level>naturalOrder()));

  private final Register register;
  private final CompetenceResolver resolver;
  private final VietnameseOrder alphabet = new VietnameseOrder();

  public CoverageAnalysis(Register register, CompetenceResolver resolver) {
    this.register = register;
    this.resolver = resolver;
  }

  /**
   * The coverage on a date.
   *
   * @param statistics what reports state, for the headline
   */
  public Coverage on(LocalDate date, Collection<Statistic> statistics) {
    Map<String, List<Commune>> types = types();
    List<UnitClass> classes =
        types.entrySet().stream()
            .map(type -> new UnitClass(type.getKey(), type.getValue().size()))
            .toList();
    List<PowerRow> powers = new ArrayList<>();
    for (Power power : register.powers().values()) {
      powers.add(row(power, types.values(), date));
    }
    powers.sort(
        Comparator.comparing(
                (PowerRow row) -> row.field(),
                Comparator.nullsLast(Comparator.comparing(Field::name, alphabet)))
            .thenComparing(row -> row.power().title(), alphabet));
    Acts acts = new Acts(register);
    List<Act> inForce = acts.on(date);
    List<FieldRow> fields = fields(inForce, powers);
    Set<FieldRow.Slot> slots = new TreeSet<>(BY_MODE_AND_LEVEL);
    fields.forEach(row -> slots.addAll(row.cells().keySet()));
    return new Coverage(
        date,
        register.revision(),
        classes,
        List.copyOf(powers),
        List.copyOf(slots),
        fields,
        new HeadlineCount(acts, statistics).on(date),
        new Trend(acts).until(date));
  }

  /** The communes by type, the most frequent type first. */
  private Map<String, List<Commune>> types() {
    Map<String, List<Commune>> byType =
        register.communes().values().stream()
            .collect(Collectors.groupingBy(Commune::type, TreeMap::new, Collectors.toList()));
    Map<String, List<Commune>> ordered = new LinkedHashMap<>();
    byType.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<String, List<Commune>> type) -> -type.getValue().size()))
        .forEach(type -> ordered.put(type.getKey(), type.getValue()));
    return ordered;
  }

  private PowerRow row(Power power, Collection<List<Commune>> types, LocalDate date) {
    List<Grant> grants = register.grantsOf(power.id());
    Map<List<Boolean>, Competence> known = new HashMap<>();
    List<PowerRow.Cell> cells = new ArrayList<>();
    Set<Holder> holders = new LinkedHashSet<>();
    for (List<Commune> units : types) {
      int[] counts = new int[3];
      for (Commune unit : units) {
        // Units that the same grants cover get the same answer: one resolution for all of them.
        List<Boolean> covered = grants.stream().map(grant -> grant.covers(unit)).toList();
        Competence answer =
            known.computeIfAbsent(covered, fresh -> resolver.ofPower(power.id(), unit, date));
        counts[answer.answer().ordinal()]++;
        holders.addAll(answer.holders());
      }
      cells.add(new PowerRow.Cell(counts[0], counts[1], counts[2]));
    }
    List<Holder> nearest =
        holders.stream().sorted(Comparator.comparing(holder -> Tier.of(holder.level()))).toList();
    return new PowerRow(
        power, top(register, power.fieldId()), List.copyOf(cells), nearest, Tier.nearest(nearest));
  }

  private List<FieldRow> fields(List<Act> acts, List<PowerRow> powers) {
    Map<String, Field> tops = new LinkedHashMap<>();
    register.fields().values().stream()
        .filter(field -> field.equals(top(register, field.id())))
        .sorted(Comparator.comparing(Field::name, alphabet))
        .forEach(field -> tops.put(field.id(), field));
    List<FieldRow> rows = new ArrayList<>();
    tops.values().forEach(field -> rows.add(field(field, acts, powers)));
    FieldRow without = field(null, acts, powers);
    if (without.acts() > 0 || !without.powers().isEmpty()) {
      rows.add(without);
    }
    return List.copyOf(rows);
  }

  private FieldRow field(@Nullable Field field, List<Act> acts, List<PowerRow> powers) {
    String id = id(field);
    Map<FieldRow.Slot, List<Act>> cells = new TreeMap<>(BY_MODE_AND_LEVEL);
    for (Act act : acts) {
      if (id(act.field()).equals(id)) {
        cells
            .computeIfAbsent(
                new FieldRow.Slot(act.grant().mode(), act.grantee()), fresh -> new ArrayList<>())
            .add(act);
      }
    }
    Map<Tier, List<PowerRow>> tiers = new EnumMap<>(Tier.class);
    List<Grant> grants = new ArrayList<>();
    for (PowerRow row : powers) {
      if (id(row.field()).equals(id)) {
        tiers.computeIfAbsent(row.tier(), fresh -> new ArrayList<>()).add(row);
        grants.addAll(register.grantsOf(row.power().id()));
      }
    }
    return new FieldRow(field, cells, tiers, Completeness.of(grants));
  }

  /** The topmost field above a field, or null when there is none. */
  static @Nullable Field top(Register register, @Nullable String fieldId) {
    List<Field> path = register.fieldPath(fieldId);
    return path.isEmpty() ? null : path.getFirst();
  }

  private static String id(@Nullable Field field) {
    return field == null ? "" : field.id();
  }
}
