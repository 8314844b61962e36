package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How the grants of one power hang together: from the original holder to the last grantee. */
public final class GrantChain {
  private GrantChain() {}

  /** The grants in the order in which the power moves; those of one step keep their order. */
  static List<Grant> inOrder(List<Grant> grants) {
    Map<String, Integer> steps = stepsOfBodies(grants);
    List<Grant> ordered = new ArrayList<>(grants);
    ordered.sort(
        (left, right) ->
            Integer.compare(
                steps.getOrDefault(left.grantorId(), 0), steps.getOrDefault(right.grantorId(), 0)));
    return ordered;
  }

  /** The grantees who did not grant on, in order; grants without a grantee add none. */
  public static List<String> lastGrantees(List<Grant> grants) {
    Set<String> last = new LinkedHashSet<>();
    for (Grant grant : grants) {
      String grantee = grant.granteeId();
      if (grantee != null && grants.stream().noneMatch(next -> passesOn(next, grantee))) {
        last.add(grantee);
      }
    }
    return List.copyOf(last);
  }

  /** True when the power comes back to a body that had granted it. */
  static boolean isCyclic(List<Grant> grants) {
    return grants.stream().anyMatch(GrantChain::isStep)
        && lastGrantees(grants).isEmpty()
        && grants.stream().noneMatch(grant -> grant.granteeId() == null);
  }

  private static boolean passesOn(Grant next, String grantee) {
    return isStep(next) && grantee.equals(next.grantorId()) && next.granteeId() != null;
  }

  /** A rule that says a body's own power (grantor and grantee the same) moves nothing. */
  private static boolean isStep(Grant grant) {
    return !Objects.equals(grant.grantorId(), grant.granteeId());
  }

  private static Map<String, Integer> stepsOfBodies(List<Grant> grants) {
    Map<String, Integer> steps = new HashMap<>();
    for (int round = 0; round < grants.size(); round++) {
      for (Grant grant : grants) {
        if (grant.granteeId() != null && isStep(grant)) {
          int reached = steps.getOrDefault(grant.grantorId(), 0) + 1;
          if (reached <= grants.size()) {
            steps.merge(grant.granteeId(), reached, Math::max);
          }
        }
      }
    }
    return steps;
  }
}
