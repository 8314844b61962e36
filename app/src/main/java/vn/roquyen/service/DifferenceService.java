package vn.roquyen.service;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.impact.Comparison;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Difference.FieldChange;
import vn.roquyen.domain.impact.Difference.Subject;

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

  /**
   * One that differs, as a list needs it.
   *
   * @param difference of a procedure without its fields
   * @param before of a procedure what it held without the long texts, on either day
   */
  record Listed(Difference difference, @Nullable Row before, @Nullable Row after) {}

  public DifferenceService(TimeMachine times) {
    this.times = times;
  }

  /**
   * What is new, changed or ended on the second day against the first.
   *
   * @param unit leaves out the grants whose territory is elsewhere; null takes all
   * @throws Fault KNOWN_TOO_LATE, CANCELLED
   */
  public List<Difference> between(
      Axis axis, LocalDate from, LocalDate to, @Nullable Commune unit, Progress progress) {
    if (axis == Axis.KNOWN) {
      times.mustHaveCome(to);
    }
    progress.at(Progress.Phase.HISTORY, 0, -1);
    List<Listed> listed =
        unit == null
            ? listed(axis, from, to, row -> true)
            : listed(axis, from, to, unit, row -> true);
    List<Difference> found = listed.stream().map(Listed::difference).toList();
    return axis == Axis.KNOWN ? whole(found, from, to, progress) : found;
  }

  /**
   * The same as a list needs it: the long texts of procedures are not read.
   *
   * @param wanted which of the procedures
   */
  List<Listed> listed(
      Axis axis, LocalDate from, LocalDate to, Commune unit, Predicate<WrittenRow> wanted) {
    List<Register> sides =
        axis == Axis.KNOWN
            ? List.of(times.then(to).register(), times.then(from).register())
            : List.of(now());
    return listed(axis, from, to, wanted).stream()
        .filter(one -> concerns(one.difference(), unit, sides))
        .toList();
  }

  /**
   * Differences by what was shown, procedures with their fields too.
   *
   * @throws Fault CANCELLED
   */
  List<Difference> whole(List<Difference> found, LocalDate from, LocalDate to, Progress progress) {
    List<String> codes =
        found.stream()
            .filter(one -> one.subject() == Subject.PROCEDURE)
            .filter(one -> one.kind() == Difference.Kind.CHANGED)
            .map(Difference::id)
            .toList();
    TimeMachine.Then then = times.then(from);
    TimeMachine.Then now = times.then(to);
    Map<String, List<FieldChange>> fields = new HashMap<>();
    new WrittenRows(times, then, now)
        .whole(
            Subject.PROCEDURE,
            codes,
            row -> {
              progress.at(Progress.Phase.HISTORY, fields.size(), codes.size());
              if (progress.cancelled()) {
                throw new Fault(FaultCode.CANCELLED);
              }
              fields.put(row.id(), row.fields(then.register(), now.register()));
            });
    return found.stream()
        .map(
            one -> {
              List<FieldChange> written =
                  one.subject() == Subject.PROCEDURE ? fields.get(one.id()) : null;
              return written == null ? one : one.with(written, one.causes());
            })
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

  private List<Listed> listed(
      Axis axis, LocalDate from, LocalDate to, Predicate<WrittenRow> wanted) {
    if (axis == Axis.FORCE) {
      return new Comparison(now(), from, now(), to)
          .differences().stream().map(one -> new Listed(one, null, null)).toList();
    }
    TimeMachine.Then then = times.then(from);
    TimeMachine.Then now = times.then(to);
    Map<String, Listed> found = new LinkedHashMap<>();
    new Comparison(then.register(), from, now.register(), to)
        .differences()
        .forEach(one -> found.put(key(one.subject(), one.id()), new Listed(one, null, null)));
    WrittenRows written = new WrittenRows(times, then, now);
    for (Subject subject : Subject.values()) {
      for (WrittenRow row : written.of(subject)) {
        boolean isProcedure = subject == Subject.PROCEDURE;
        if (isProcedure && !(row.differs() && wanted.test(row))) {
          continue;
        }
        List<FieldChange> fields =
            isProcedure ? List.of() : row.fields(then.register(), now.register());
        String key = key(subject, row.id());
        Listed known = found.get(key);
        if (known != null) {
          found.put(key, new Listed(known.difference().with(fields, row.causes()), null, null));
        } else if (row.differs()) {
          Difference one = row.difference(fields, then.register(), now.register());
          found.put(key, new Listed(one, row.before(), row.after()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private Register now() {
    return times.as(null).registers().current();
  }

  private static String key(Subject subject, String id) {
    return subject + "/" + id;
  }
}
