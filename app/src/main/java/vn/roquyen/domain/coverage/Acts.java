package vn.roquyen.domain.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/** The grants of a register as acts that can be counted. */
final class Acts {
  private final Register register;
  private final GrantChecks checks;
  private final List<Grant> grants = new ArrayList<>();
  private final List<Grant> sums = new ArrayList<>();

  Acts(Register register) {
    this.register = register;
    this.checks = new GrantChecks(register, 0);
    register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .forEach(grant -> (isSum(grant) ? sums : grants).add(grant));
  }

  /** The acts in force on a date. */
  List<Act> on(LocalDate date) {
    return grants.stream().filter(grant -> checks.inForce(grant, date)).map(this::act).toList();
  }

  /** All grants that are acts, in force or not. */
  List<Grant> all() {
    return grants;
  }

  boolean inForce(Grant grant, LocalDate date) {
    return checks.inForce(grant, date);
  }

  /** The rows that are totals and no acts. */
  List<Grant> sums() {
    return sums;
  }

  /** True when the wording may hide several tasks. */
  boolean isVague(Grant grant, LocalDate date) {
    return checks.of(grant, date).stream()
        .map(Warning::code)
        .anyMatch(WarningCode.SCOPE_VAGUE::equals);
  }

  /** The first day of which it is known that the grant was in force from it on, or null. */
  @Nullable LocalDate beginning(Grant grant) {
    if (grant.validFrom() != null) {
      return grant.validFrom();
    }
    Instrument basis = register.instrument(grant.instrumentId());
    return basis == null ? null : basis.startsOn();
  }

  @Nullable Level level(@Nullable String bodyId) {
    Body body = register.body(bodyId);
    return body == null ? null : body.level();
  }

  private Act act(Grant grant) {
    Power power = register.powers().get(grant.powerId());
    return new Act(
        grant,
        power == null ? grant.powerId() : power.title(),
        power == null ? null : CoverageAnalysis.top(register, power.fieldId()),
        level(grant.grantorId()),
        level(grant.granteeId()));
  }

  /**
   * A number of procedures that rests on no document is a total from a report: the acts that it
   * adds up have rows of their own.
   */
  private static boolean isSum(Grant grant) {
    return grant.procedureCount() != null && grant.instrumentId() == null;
  }
}
