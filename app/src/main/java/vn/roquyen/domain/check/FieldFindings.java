package vn.roquyen.domain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/** Fields in which nothing was granted, or in which no grant says to whom. */
final class FieldFindings {
  private final Register register;

  FieldFindings(Register register) {
    this.register = register;
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    for (Field field : register.fields().values()) {
      List<Grant> grants = grants(field);
      if (grants.isEmpty()) {
        findings.add(finding(field, WarningCode.FIELD_NO_GRANT, grants));
      } else if (grants.stream().allMatch(grant -> grant.granteeId() == null)) {
        findings.add(finding(field, WarningCode.FIELD_NO_GRANTEE, grants));
      }
    }
    return findings;
  }

  private List<Grant> grants(Field field) {
    return register.powers().values().stream()
        .filter(power -> register.fieldPath(power.fieldId()).contains(field))
        .flatMap(power -> register.grantsOf(power.id()).stream())
        .toList();
  }

  private Finding finding(Field field, WarningCode code, List<Grant> grants) {
    Warning warning = new Warning(code, field.id(), field.name(), Integer.toString(grants.size()));
    Concern concern =
        new Concern(
            Set.of(field.id()), Concerns.of(grants, register).instrumentIds(), grants, false);
    return new Finding(
        warning, concern, Facts.of(code, field.name(), grants.stream().map(Facts::of).toList()));
  }
}
