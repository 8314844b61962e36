package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.impact.Comparison;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Difference.Cause;
import vn.roquyen.domain.impact.Difference.FieldChange;
import vn.roquyen.domain.impact.Difference.Kind;
import vn.roquyen.domain.impact.Difference.Reason;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.domain.impact.Difference.Why;
import vn.roquyen.persistence.VersionRepository.Version;

/** Says what differs between two days, with the reason. */
public final class DifferenceService {
  private final TimeMachine times;

  /** By what two days are compared. */
  public enum Axis {
    /** What is in force on either day, as far as the register knows now. */
    FORCE,
    /** What this register showed at the end of either day. */
    KNOWN
  }

  public DifferenceService(TimeMachine times) {
    this.times = times;
  }

  /** What is new, changed or ended on the second day against the first. */
  public List<Difference> between(Axis axis, LocalDate from, LocalDate to) {
    return axis == Axis.KNOWN
        ? known(times.then(from), from, times.then(to), to)
        : new Comparison(now(), from, now(), to).differences();
  }

  /** The same, without grants whose territory leaves the commune out. */
  public List<Difference> between(Axis axis, LocalDate from, LocalDate to, Commune unit) {
    List<Register> sides =
        axis == Axis.KNOWN
            ? List.of(times.then(to).register(), times.then(from).register())
            : List.of(now());
    return between(axis, from, to).stream()
        .filter(difference -> concerns(difference, unit, sides))
        .toList();
  }

  private static boolean concerns(Difference difference, Commune unit, List<Register> sides) {
    if (difference.subject() != Subject.GRANT) {
      return true;
    }
    for (Register register : sides) {
      for (Grant grant : register.grantsOf(difference.about())) {
        if (grant.id().equals(difference.id()) && grant.covers(unit)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Difference> known(
      TimeMachine.Then then, LocalDate from, TimeMachine.Then now, LocalDate to) {
    Map<String, Difference> found = new LinkedHashMap<>();
    new Comparison(then.register(), from, now.register(), to)
        .differences()
        .forEach(one -> found.put(key(one.subject(), one.id()), one));
    for (Subject subject : Subject.values()) {
      Map<String, List<Version>> written =
          times.versions().written(subject.entity(), first(then, now), now.places());
      for (List<String> some : times.versions().portions(subject.entity(), written.keySet())) {
        Map<String, Row> before = then.rows().findAll(subject.entity(), some);
        Map<String, Row> after = now.rows().findAll(subject.entity(), some);
        for (String id : some) {
          Written row =
              new Written(
                  subject, id, before.get(id), then.register(), after.get(id), now.register());
          List<Cause> causes = causes(written.getOrDefault(id, List.of()), now);
          Difference known = found.get(key(subject, id));
          if (known != null) {
            found.put(key(subject, id), known.with(row.fields(), causes));
          } else if (row.differs()) {
            found.put(key(subject, id), row.difference(causes));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private Register now() {
    return times.as(null).registers().current();
  }

  /** Where changes lost or won their effect in between, every row is looked at. */
  private static int first(TimeMachine.Then then, TimeMachine.Then now) {
    return now.lineage().isEmpty() ? then.places() : 0;
  }

  private List<Cause> causes(List<Version> by, TimeMachine.Then now) {
    return by.stream()
        .filter(Version::counts)
        .map(
            version ->
                new Cause(
                    version.change().hex(),
                    version.author(),
                    UnitNames.of(now.register()).of(version.unit()),
                    times.day(version.received())))
        .toList();
  }

  private static String key(Subject subject, String id) {
    return subject + "/" + id;
  }

  /** A row that was written between the two days, as it was before and after. */
  private record Written(
      Subject subject,
      String id,
      @Nullable Row before,
      Register then,
      @Nullable Row after,
      Register now) {

    boolean differs() {
      return (before == null) != (after == null) || !fields().isEmpty();
    }

    /** What differs in a row that is there on both days. */
    List<FieldChange> fields() {
      List<FieldChange> fields = new ArrayList<>();
      if (before != null && after != null) {
        for (Column column : subject.entity().columns().values()) {
          Object old = before.values().get(column.name());
          Object current = after.values().get(column.name());
          // The day on which the catalogue was read says nothing of the procedure.
          if (!column.name().equals("snapshot") && !Objects.equals(old, current)) {
            fields.add(
                new FieldChange(
                    column.name(),
                    ValueText.of(column.name(), old, then),
                    ValueText.of(column.name(), current, now)));
          }
        }
      }
      return fields;
    }

    Difference difference(List<Cause> causes) {
      Row row = Objects.requireNonNull(after == null ? before : after);
      Register register = after == null ? then : now;
      Kind kind = Kind.CHANGED;
      Why why = Why.CORRECTED;
      if (before == null || after == null) {
        kind = before == null ? Kind.NEW : Kind.ENDED;
        why = before == null ? Why.ENTERED : Why.REMOVED;
      }
      Object about =
          switch (subject) {
            case GRANT -> row.values().get("power_id");
            case RELATION -> row.values().get("from_id");
            default -> id;
          };
      Object basis = subject == Subject.GRANT ? row.values().get("instrument_id") : null;
      String label = ValueText.of("instrument_id", basis, register);
      String title = RowTitle.of(row, register);
      return new Difference(
          kind,
          subject,
          id,
          Objects.toString(about, id),
          title,
          null,
          null,
          new Reason(why, label == null ? title : label),
          label,
          fields(),
          causes);
    }
  }
}
