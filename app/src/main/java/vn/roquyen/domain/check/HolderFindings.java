package vn.roquyen.domain.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChain;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/**
 * What the grants of one power together let somebody ask: who holds it, and from where it comes.
 */
final class HolderFindings {
  /** Asked here more exactly, with territories and terms. */
  private static final Set<WarningCode> ASKED_HERE =
      EnumSet.of(WarningCode.TWO_HOLDERS, WarningCode.OVERLAP);

  private final Register register;
  private final LocalDate date;
  private final GrantChecks checks;

  HolderFindings(Register register, LocalDate date) {
    this.register = register;
    this.date = date;
    this.checks = new GrantChecks(register, RegisterChecks.HORIZON_DAYS);
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    register.grantsByPower().forEach((power, grants) -> findings.addAll(of(power, grants)));
    return findings;
  }

  private List<Finding> of(String powerId, List<Grant> grants) {
    List<Finding> findings = new ArrayList<>();
    List<Grant> inForce = grants.stream().filter(grant -> checks.inForce(grant, date)).toList();
    for (Warning warning : checks.between(powerId, inForce)) {
      if (!ASKED_HERE.contains(warning.code())) {
        findings.add(finding(warning, inForce));
      }
    }
    List<Grant> holding = holding(inForce);
    if (!holding.isEmpty()) {
      long holders = holding.stream().map(Grant::granteeId).distinct().count();
      findings.add(
          finding(new Warning(WarningCode.TWO_HOLDERS, powerId, Long.toString(holders)), holding));
    }
    for (Grant grant : grants) {
      for (Grant other : grants) {
        if (grant.id().compareTo(other.id()) < 0 && overlap(grant, other)) {
          findings.add(
              finding(
                  new Warning(WarningCode.OVERLAP, grant.id(), other.id()), List.of(grant, other)));
        }
      }
    }
    return findings;
  }

  private Finding finding(Warning warning, List<Grant> grants) {
    List<Grant> own = grants.stream().filter(one -> one.id().equals(warning.subjectId())).toList();
    List<Grant> about = own.isEmpty() || warning.code() == WarningCode.OVERLAP ? grants : own;
    return new Finding(
        warning,
        Concerns.of(about, register),
        Facts.of(warning.code(), warning.arguments(), about.stream().map(Facts::of).toList()));
  }

  /** The grants of those who hold the power in the same place on the day; empty with one holder. */
  private static List<Grant> holding(List<Grant> inForce) {
    List<String> last = GrantChain.lastGrantees(inForce);
    List<Grant> held =
        inForce.stream()
            .filter(grant -> grant.granteeId() != null && last.contains(grant.granteeId()))
            .toList();
    return held.stream()
        .filter(
            grant ->
                held.stream()
                    .anyMatch(
                        other ->
                            !Objects.equals(grant.granteeId(), other.granteeId())
                                && Territories.meet(grant, other)))
        .toList();
  }

  /** The same power to the same body by two instruments, with terms that meet and are not over. */
  private boolean overlap(Grant one, Grant other) {
    return one.granteeId() != null
        && one.granteeId().equals(other.granteeId())
        && !Objects.equals(one.instrumentId(), other.instrumentId())
        && Territories.meet(one, other)
        && termsMeet(one, other)
        && register.basisOn(one, date).carries()
        && register.basisOn(other, date).carries();
  }

  private boolean termsMeet(Grant one, Grant other) {
    LocalDate from = later(one.validFrom(), other.validFrom());
    LocalDate to = earlier(one.validTo(), other.validTo());
    boolean isOver = to != null && to.isBefore(date);
    return !isOver && (from == null || to == null || !from.isAfter(to));
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}
