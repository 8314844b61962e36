package vn.roquyen.domain.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;

/**
 * All checks of a register on a day: what is missing, vague, double, out of date or odd. Each
 * finding asks a person to look; none says that something is wrong.
 */
public final class RegisterChecks {
  /**
   * An end within this many days is asked about. Longer than what a look-up points out: a new
   * instrument has to be prepared before the old one ends.
   */
  public static final int HORIZON_DAYS = 180;

  /** By code, then by record. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.warning().code())
          .thenComparing(finding -> finding.warning().subjectId());

  private final Register register;

  public RegisterChecks(Register register) {
    this.register = register;
  }

  /** The findings on a day, by code and record. */
  public List<Finding> findings(LocalDate date) {
    List<Finding> findings = new ArrayList<>();
    GrantFindings ofGrants = new GrantFindings(register, date);
    for (List<Grant> grants : register.grantsByPower().values()) {
      grants.forEach(grant -> findings.addAll(ofGrants.of(grant)));
    }
    findings.addAll(new HolderFindings(register, date).all());
    findings.addAll(new ScopeFindings(register, date).all());
    findings.addAll(new InstrumentFindings(register, date).all());
    findings.addAll(new ProvisionFindings(register).all());
    findings.addAll(new FieldFindings(register).all());
    findings.sort(ORDER);
    return findings;
  }
}
