package vn.roquyen.domain.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;

/** Grants whose grantor had the power from grants that are lost and has it from nowhere else. */
final class BrokenChains {
  private BrokenChains() {}

  /**
   * The grants that lose their grantor, and those that hang on these in turn.
   *
   * @param lost ids of the grants that end
   */
  static List<Grant> of(Register before, Register after, Set<String> lost) {
    List<Grant> broken = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>(lost);
    boolean grew = !lost.isEmpty();
    while (grew) {
      grew = false;
      for (Grant grant : after.grantsByPower().values().stream().flatMap(List::stream).toList()) {
        if (!gone.contains(grant.id())
            && !sources(grant, before).isEmpty()
            && gone.containsAll(sources(grant, after))) {
          gone.add(grant.id());
          broken.add(grant);
          grew = true;
        }
      }
    }
    return broken;
  }

  private static List<String> sources(Grant grant, Register register) {
    return register.grantsOf(grant.powerId()).stream()
        .filter(one -> !one.id().equals(grant.id()) && one.granteeId() != null)
        .filter(one -> Objects.equals(one.granteeId(), grant.grantorId()))
        .map(Grant::id)
        .toList();
  }
}
