package vn.roquyen.domain;

import java.util.List;
import java.util.Map;

/**
 * One row of an entity with all its fields; an absent name is an empty field.
 *
 * @param values by field name, in the types of {@link Column.Type}
 */
public record Row(Entity entity, String key, Map<String, Object> values) {
  /** About how many characters the row holds. */
  public long weight() {
    return values.values().stream().mapToLong(Row::weight).sum();
  }

  private static long weight(Object value) {
    return switch (value) {
      case String text -> text.length();
      case List<?> list -> list.stream().mapToLong(Row::weight).sum();
      case Map<?, ?> part -> part.values().stream().mapToLong(Row::weight).sum();
      default -> 8;
    };
  }
}
