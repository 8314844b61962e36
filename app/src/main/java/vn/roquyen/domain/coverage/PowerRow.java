package vn.roquyen.domain.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Power;

/**
 * One power over all classes of units.
 *
 * @param field the topmost field, or null when the power has none
 * @param cells one for each class of the matrix, in its order
 * @param holders who holds it anywhere, nearest first
 * @param tier how far down it has come anywhere
 */
public record PowerRow(
    Power power, @Nullable Field field, List<Cell> cells, List<Holder> holders, Tier tier) {

  /**
   * In how many units of a class the commune holds the power, another body does, or nobody can
   * tell.
   */
  public record Cell(int commune, int elsewhere, int unknown) {

    public int units() {
      return commune + elsewhere + unknown;
    }

    /** What holds in the whole class, or {@link Share#SOME} when units differ. */
    public Share share() {
      if (units() == 0) {
        return Share.UNKNOWN;
      }
      if (commune == units()) {
        return Share.ALL;
      }
      if (commune > 0) {
        return Share.SOME;
      }
      return elsewhere > 0 ? Share.NONE : Share.UNKNOWN;
    }
  }

  /** How much of a class holds a power. */
  public enum Share {
    ALL,
    SOME,
    NONE,
    UNKNOWN
  }
}
