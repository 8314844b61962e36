package vn.roquyen.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a change. Everything that is ever written to the register is a list of these. */
public sealed interface Operation {

  /** The entity of the row. */
  Entity entity();

  /** The key of the row. */
  String key();

  /** Writes a new row, or a row that had been removed. */
  record Insert(Entity entity, String key, Map<String, Object> values) implements Operation {}

  /** Sets some fields of a row; a null value empties the field. */
  record SetFields(Entity entity, String key, Map<String, @Nullable Object> values)
      implements Operation {}

  /** Removes a row. */
  record Remove(Entity entity, String key) implements Operation {}
}
