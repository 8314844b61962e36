package vn.roquyen.domain.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;

/** Finds whom the grants or the instrument of a finding concern. */
final class Concerns {
  private Concerns() {}

  static Concern of(List<Grant> grants, Register register) {
    Set<String> fields = new LinkedHashSet<>();
    Set<String> instruments = new LinkedHashSet<>();
    for (Grant grant : grants) {
      add(fields, field(grant, register));
      add(instruments, grant.instrumentId());
    }
    return new Concern(fields, instruments, grants, false);
  }

  static Concern of(Instrument instrument, Register register) {
    List<Grant> grants = resting(instrument.id(), register);
    Set<String> fields = new LinkedHashSet<>();
    grants.forEach(grant -> add(fields, field(grant, register)));
    return new Concern(fields, Set.of(instrument.id()), grants, false);
  }

  static List<Grant> resting(String instrumentId, Register register) {
    return register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .filter(grant -> instrumentId.equals(grant.instrumentId()))
        .toList();
  }

  private static @Nullable String field(Grant grant, Register register) {
    Power power = register.powers().get(grant.powerId());
    return power == null ? null : power.fieldId();
  }

  private static void add(Set<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }
}
