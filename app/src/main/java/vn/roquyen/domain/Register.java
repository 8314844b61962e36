package vn.roquyen.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the register that the resolver reasons over, as it stands at one revision. Small
 * (hundreds of rows), so it is read whole; procedures are not in it.
 *
 * @param grantsByPower grants by the power or procedure they grant, in the order of their ids
 */
public record Register(
    long revision,
    Map<String, Commune> communes,
    Map<String, Body> bodies,
    Map<String, Field> fields,
    Map<String, Instrument> instruments,
    List<InstrumentRelation> relations,
    Map<String, Power> powers,
    Map<String, List<Grant>> grantsByPower) {

  /** The grants of a power or procedure; empty when there are none. */
  public List<Grant> grantsOf(String powerId) {
    return grantsByPower.getOrDefault(powerId, List.of());
  }

  /** The body of that id, or null when the id is null or unknown. */
  public @Nullable Body body(@Nullable String id) {
    return id == null ? null : bodies.get(id);
  }

  /** The instrument of that id, or null when the id is null or unknown. */
  public @Nullable Instrument instrument(@Nullable String id) {
    return id == null ? null : instruments.get(id);
  }
}
