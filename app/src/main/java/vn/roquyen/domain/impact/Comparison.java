package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.impact.Difference.Kind;
import vn.roquyen.domain.impact.Difference.Reason;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.domain.impact.Difference.Why;

/**
 * What is new, changed or ended between two days: in one register, by what is in force; or between
 * what a register was on one day and on the other.
 */
public final class Comparison {
  private final Side before;
  private final Side after;

  /** One of the two days, in the register that is asked for it. */
  private record Side(Register register, GrantChecks checks, LocalDate day) {
    @Nullable Grant grant(String powerId, String id) {
      return register.grantsOf(powerId).stream()
          .filter(grant -> grant.id().equals(id))
          .findFirst()
          .orElse(null);
    }

    boolean holds(@Nullable Grant grant) {
      return grant != null && checks.inForce(grant, day);
    }

    boolean carries(@Nullable Instrument instrument) {
      return instrument != null && register.statusOn(instrument, day).carries();
    }

    @Nullable InstrumentStatus status(@Nullable Instrument instrument) {
      return instrument == null ? null : register.statusOn(instrument, day);
    }

    InstrumentStatus basis(Grant grant) {
      return register.basisOn(grant, day);
    }

    boolean hasCome(@Nullable LocalDate on) {
      return on != null && !on.isAfter(day);
    }

    boolean isOn(InstrumentRelation relation) {
      Instrument other = register.instrument(relation.fromId());
      return other != null && hasCome(other.startsOn()) && register.relations().contains(relation);
    }
  }

  /**
   * Compares two days.
   *
   * @param to not before {@code from}
   */
  public Comparison(Register before, LocalDate from, Register after, LocalDate to) {
    this.before = new Side(before, new GrantChecks(before, 0), from);
    this.after = new Side(after, new GrantChecks(after, 0), to);
  }

  /** The differences: first of instruments, then of grants, each by id. */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(after.register().instruments().keySet());
    ids.addAll(before.register().instruments().keySet());
    for (String id : ids) {
      add(
          differences,
          ofInstrument(before.register().instrument(id), after.register().instrument(id)));
    }
    List<Difference> ofGrants = new ArrayList<>();
    for (List<Grant> grants : after.register().grantsByPower().values()) {
      grants.forEach(
          grant -> add(ofGrants, ofGrant(before.grant(grant.powerId(), grant.id()), grant)));
    }
    for (List<Grant> grants : before.register().grantsByPower().values()) {
      for (Grant grant : grants) {
        if (after.grant(grant.powerId(), grant.id()) == null) {
          add(ofGrants, ofGrant(grant, null));
        }
      }
    }
    ofGrants.sort(Comparator.comparing(Difference::id));
    differences.addAll(ofGrants);
    return differences;
  }

  private static void add(List<Difference> differences, @Nullable Difference difference) {
    if (difference != null) {
      differences.add(difference);
    }
  }

  private @Nullable Difference ofInstrument(@Nullable Instrument was, @Nullable Instrument is) {
    Instrument shown = Objects.requireNonNull(is == null ? was : is);
    InstrumentStatus old = before.status(was);
    InstrumentStatus now = after.status(is);
    if (old == now) {
      return null;
    }
    Kind kind = Kind.CHANGED;
    if (was == null || is == null || before.carries(was) != after.carries(is)) {
      kind = is == null || (was != null && before.carries(was)) ? Kind.ENDED : Kind.NEW;
    }
    Reason reason = new Reason(Why.STATUS, shown.label());
    if (was == null || is == null) {
      reason = new Reason(is == null ? Why.REMOVED : Why.ENTERED);
    } else {
      reason = reason(is, null);
    }
    return new Difference(
        kind,
        Subject.INSTRUMENT,
        shown.id(),
        shown.id(),
        shown.label(),
        old,
        now,
        reason,
        null,
        List.of(),
        List.of());
  }

  private @Nullable Difference ofGrant(@Nullable Grant was, @Nullable Grant is) {
    Grant shown = Objects.requireNonNull(is == null ? was : is);
    boolean held = before.holds(was);
    boolean holds = after.holds(is);
    InstrumentStatus old = was == null ? null : before.basis(was);
    InstrumentStatus now = is == null ? null : after.basis(is);
    if (held == holds && (!holds || old == now)) {
      return null;
    }
    Kind kind = Kind.CHANGED;
    if (held != holds) {
      kind = holds ? Kind.NEW : Kind.ENDED;
    }
    Register register = (is == null ? before : after).register();
    Instrument basis = register.instrument(shown.instrumentId());
    return new Difference(
        kind,
        Subject.GRANT,
        shown.id(),
        shown.powerId(),
        register.titleOf(shown.powerId()),
        old,
        now,
        reason(was, is, basis),
        basis == null ? null : basis.label(),
        List.of(),
        List.of());
  }

  private Reason reason(@Nullable Grant was, @Nullable Grant is, @Nullable Instrument basis) {
    if (was == null || is == null) {
      return new Reason(is == null ? Why.REMOVED : Why.ENTERED);
    }
    if (ends(is.validTo()) && !isOver(was.validTo())) {
      return new Reason(Why.GRANT_ENDS, String.valueOf(is.validTo()));
    }
    if (begins(is.validFrom(), was.validFrom())) {
      return new Reason(Why.GRANT_BEGINS, String.valueOf(is.validFrom()));
    }
    return basis == null
        ? new Reason(Why.STATUS, "…")
        : reason(basis, after.register().provisionOf(is));
  }

  /** Why an instrument has another status, or the provision of it that is asked for. */
  private Reason reason(Instrument instrument, @Nullable Provision part) {
    Citation citation = part == null ? null : part.citation();
    for (InstrumentRelation relation : after.register().relations()) {
      Instrument other = after.register().instrument(relation.fromId());
      if (after.register().effect(relation, instrument, citation) != null
          && other != null
          && after.isOn(relation)
          && !before.isOn(relation)) {
        return new Reason(
            why(relation.relation()),
            named(relation, instrument),
            other.label(),
            String.valueOf(other.startsOn()));
      }
    }
    Instrument was = before.register().instrument(instrument.id());
    if (was == null) {
      return new Reason(Why.ENTERED);
    }
    LocalDate last = instrument.effectiveTo();
    if (last != null && ends(last) && !isOver(was.effectiveTo())) {
      return new Reason(Why.TERM_OVER, instrument.label(), last.toString());
    }
    LocalDate starts = instrument.startsOn();
    return begins(starts, was.startsOn())
        ? new Reason(Why.BEGINS, instrument.label(), String.valueOf(starts))
        : new Reason(Why.STATUS, instrument.label());
  }

  /** The instrument that a relation acts on, or the provision of it. */
  private String named(InstrumentRelation relation, Instrument instrument) {
    Provision part = after.register().provision(relation.provisionId());
    return part == null ? instrument.label() : part.citation().in(instrument);
  }

  /** The last day is over on the second day. */
  private boolean ends(@Nullable LocalDate last) {
    return last != null && after.day().isAfter(last);
  }

  /** The last day was over on the first day. */
  private boolean isOver(@Nullable LocalDate last) {
    return last != null && before.day().isAfter(last);
  }

  private boolean begins(@Nullable LocalDate now, @Nullable LocalDate then) {
    return after.hasCome(now) && then != null && !before.hasCome(then);
  }

  private static Why why(RelationKind kind) {
    return switch (kind) {
      case REPEALS -> Why.REPEALED;
      case REPLACES -> Why.REPLACED;
      default -> Why.AMENDED;
    };
  }
}
