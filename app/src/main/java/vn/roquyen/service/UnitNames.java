package vn.roquyen.service;

import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Register;

/** Names the unit of a certificate: a commune, a body or the province. */
final class UnitNames {
  private UnitNames() {}

  /** Its name in the register, else its code. */
  static String of(String unit, Register register) {
    Commune commune = register.communes().get(unit);
    if (commune != null) {
      return commune.fullName();
    }
    Body body = register.body(unit);
    return body == null ? unit : body.name();
  }
}
