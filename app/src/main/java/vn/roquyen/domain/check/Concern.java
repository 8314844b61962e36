package vn.roquyen.domain.check;

import java.util.List;
import java.util.Set;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;

/**
 * Whom a finding concerns: by this the work lists by field, instrument and commune are made.
 *
 * @param fieldIds fields of the register, without those above them
 * @param instrumentIds the instruments that somebody would have to correct or to look up
 * @param grants the grants that it is about
 * @param communeDecides true for a procedure that communes decide
 */
public record Concern(
    Set<String> fieldIds, Set<String> instrumentIds, List<Grant> grants, boolean communeDecides) {

  /** True when it lies in the field or in one below it. */
  public boolean inField(String fieldId, Register register) {
    return fieldIds.stream()
        .anyMatch(
            id ->
                id.equals(fieldId)
                    || register.fieldPath(id).stream()
                        .anyMatch(field -> field.id().equals(fieldId)));
  }

  /**
   * True when the commune has to know: a grant that holds there names a body of the commune, or
   * names nobody, so that it may be the commune.
   */
  public boolean atUnit(Commune unit, Register register) {
    return communeDecides || grants.stream().anyMatch(grant -> touches(grant, unit, register));
  }

  /** True when the grant holds in the commune and names a body of communes, or nobody. */
  public static boolean touches(Grant grant, Commune unit, Register register) {
    Body grantee = register.body(grant.granteeId());
    return grant.covers(unit) && (grantee == null || grantee.level().isCommune());
  }
}
