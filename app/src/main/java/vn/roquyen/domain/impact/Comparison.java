package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.impact.Difference.Kind;
import vn.roquyen.domain.impact.Difference.Reason;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.domain.impact.Difference.Why;

/** What is new, changed or ended between two days, on the axis of what is in force. */
public final class Comparison {
  private final Register register;
  private final GrantChecks checks;
  private final LocalDate from;
  private final LocalDate to;

  /**
   * Compares two days.
   *
   * @param to not before {@code from}
   */
  public Comparison(Register register, LocalDate from, LocalDate to) {
    this.register = register;
    this.checks = new GrantChecks(register, 0);
    this.from = from;
    this.to = to;
  }

  /** The differences: first of instruments, then of grants, each by id. */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    for (Instrument instrument : register.instruments().values()) {
      Difference difference = of(instrument);
      if (difference != null) {
        differences.add(difference);
      }
    }
    List<Difference> ofGrants = new ArrayList<>();
    for (List<Grant> grants : register.grantsByPower().values()) {
      for (Grant grant : grants) {
        Difference difference = of(grant);
        if (difference != null) {
          ofGrants.add(difference);
        }
      }
    }
    ofGrants.sort((one, other) -> one.id().compareTo(other.id()));
    differences.addAll(ofGrants);
    return differences;
  }

  private @Nullable Difference of(Instrument instrument) {
    InstrumentStatus before = register.statusOn(instrument, from);
    InstrumentStatus after = register.statusOn(instrument, to);
    if (before == after) {
      return null;
    }
    Kind kind = Kind.CHANGED;
    if (before.carries() != after.carries()) {
      kind = after.carries() ? Kind.NEW : Kind.ENDED;
    }
    return new Difference(
        kind,
        Subject.INSTRUMENT,
        instrument.id(),
        instrument.id(),
        instrument.label(),
        before,
        after,
        reason(instrument));
  }

  private @Nullable Difference of(Grant grant) {
    boolean held = checks.inForce(grant, from);
    boolean holds = checks.inForce(grant, to);
    Instrument basis = register.instrument(grant.instrumentId());
    InstrumentStatus before = status(basis, from);
    InstrumentStatus after = status(basis, to);
    if (held == holds && (!holds || before == after)) {
      return null;
    }
    Kind kind = Kind.CHANGED;
    if (held != holds) {
      kind = holds ? Kind.NEW : Kind.ENDED;
    }
    Power power = register.powers().get(grant.powerId());
    return new Difference(
        kind,
        Subject.GRANT,
        grant.id(),
        grant.powerId(),
        power == null ? grant.powerId() : power.title(),
        before,
        after,
        reason(grant, basis));
  }

  private InstrumentStatus status(@Nullable Instrument basis, LocalDate date) {
    return basis == null ? InstrumentStatus.UNKNOWN : register.statusOn(basis, date);
  }

  private Reason reason(Grant grant, @Nullable Instrument basis) {
    LocalDate ends = grant.validTo() == null ? null : grant.validTo().plusDays(1);
    if (between(ends)) {
      return new Reason(Why.GRANT_ENDS, String.valueOf(grant.validTo()));
    }
    if (between(grant.validFrom())) {
      return new Reason(Why.GRANT_BEGINS, String.valueOf(grant.validFrom()));
    }
    return basis == null ? new Reason(Why.STATUS, "…") : reason(basis);
  }

  private Reason reason(Instrument instrument) {
    for (InstrumentRelation relation : register.relations()) {
      Instrument other = register.instrument(relation.fromId());
      if (relation.toId().equals(instrument.id())
          && relation.relation().effect() != null
          && other != null
          && between(other.startsOn())) {
        return new Reason(
            why(relation.relation()),
            instrument.label(),
            other.label(),
            String.valueOf(other.startsOn()));
      }
    }
    LocalDate last = instrument.effectiveTo();
    if (last != null && between(last.plusDays(1))) {
      return new Reason(Why.TERM_OVER, instrument.label(), last.toString());
    }
    LocalDate starts = instrument.startsOn();
    return between(starts)
        ? new Reason(Why.BEGINS, instrument.label(), String.valueOf(starts))
        : new Reason(Why.STATUS, instrument.label());
  }

  private static Why why(RelationKind kind) {
    return switch (kind) {
      case REPEALS -> Why.REPEALED;
      case REPLACES -> Why.REPLACED;
      default -> Why.AMENDED;
    };
  }

  private boolean between(@Nullable LocalDate day) {
    return day != null && day.isAfter(from) && !day.isAfter(to);
  }
}
