package vn.roquyen.domain.check;

import java.util.Collection;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.SixClears;

/**
 * How many of the six clears are stated, of how many there should be.
 *
 * @param grants how many grants were looked at
 */
public record Completeness(int grants, int stated, int asked) {
  private static final int PERCENT = 100;

  /** The figure of some grants: of one, of a field or of a commune. */
  public static Completeness of(Collection<Grant> grants) {
    int six = SixClears.Clear.values().length;
    int missing = grants.stream().mapToInt(grant -> grant.sixClears().missing().size()).sum();
    return new Completeness(grants.size(), grants.size() * six - missing, grants.size() * six);
  }

  /** In whole percent, cut and not rounded up: a hundred means that nothing is missing. */
  public int percent() {
    return asked == 0 ? 0 : stated * PERCENT / asked;
  }
}
