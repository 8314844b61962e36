package vn.roquyen.domain;

import java.util.Map;

/**
 * One row of an entity with all its fields; an absent name is an empty field.
 *
 * @param values by field name, in the types of {@link Column.Type}
 */
public record Row(Entity entity, String key, Map<String, Object> values) {}
