package vn.roquyen.domain;

import java.util.Map;

/** The names of the units that certificates speak of by their codes. */
public record UnitNames(Map<String, Commune> communes, Map<String, Body> bodies) {
  /** The body of the province, whose units are not communes. */
  public static final String PROVINCE = "tinh";

  /** Names of nobody: codes stay codes. */
  public static final UnitNames NONE = new UnitNames(Map.of(), Map.of());

  /** The units of a register. */
  public static UnitNames of(Register register) {
    return new UnitNames(register.communes(), register.bodies());
  }

  /** The name of a unit; its code when the register does not know it. */
  public String of(String code) {
    Commune commune = communes.get(code);
    Body body = bodies.get(code);
    if (commune != null) {
      return commune.fullName();
    }
    return body == null ? code : body.name();
  }
}
