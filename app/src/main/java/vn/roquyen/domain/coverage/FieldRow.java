package vn.roquyen.domain.coverage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.check.Completeness;

/**
 * What was granted in one field, by mode and by the level that received it.
 *
 * @param field the topmost field, or null for what has none
 * @param cells the acts of each slot; a slot without acts is missing
 * @param powers how many powers of the field lie on each tier
 * @param complete how many of the six clears its grants state
 */
public record FieldRow(
    @Nullable Field field,
    Map<Slot, List<Act>> cells,
    Map<Tier, List<PowerRow>> powers,
    Completeness complete) {

  /**
   * One column.
   *
   * @param level null when the grantee is not named
   */
  public record Slot(Mode mode, @Nullable Level level) {}

  /** The acts of a slot; empty when there are none. */
  public List<Act> acts(Slot slot) {
    return cells.getOrDefault(slot, List.of());
  }

  /** All acts of the field. */
  public int acts() {
    return cells.values().stream().mapToInt(List::size).sum();
  }
}
