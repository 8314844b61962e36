package vn.roquyen.service;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Composed;
import vn.roquyen.domain.DayKey;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.persistence.Projection;

/** What every operation must keep to, whoever writes it. */
public final class OperationRules {
  /** Longest text of one field, in UTF-16 units. */
  static final int MAX_TEXT = 64 * 1024;

  static final int MAX_LIST = 1_000;

  /** Longest list of one field, all its texts together: a database column holds it, escaped. */
  static final int MAX_LIST_TEXT = 150_000;

  private static final Map<Entity, Map<String, Integer>> CAPACITY = capacities();

  private OperationRules() {}

  /** Throws OPERATION_INVALID for an operation that nobody may write. */
  public static void check(Operation operation) {
    if (operation.key().isBlank()
        || operation.key().length() > longest(operation.entity(), operation.entity().keyColumn())) {
      throw invalid(operation, "key");
    }
    if (operation.entity() == Entity.CALENDAR_DAY && !isDay(operation.key())) {
      throw invalid(operation, "key");
    }
    Map<String, ? extends @Nullable Object> values =
        switch (operation) {
          case Operation.Insert insert -> insert.values();
          case Operation.SetFields set -> set.values();
          case Operation.Remove remove -> Map.of();
        };
    values.forEach(
        (name, value) -> {
          if (!fits(operation.entity(), name, value)) {
            throw invalid(operation, name);
          }
        });
  }

  /** The longest text that a field can keep: what its column holds, and no more than 64 Ki. */
  static int longest(Entity entity, String name) {
    return CAPACITY.getOrDefault(entity, Map.of()).getOrDefault(name, MAX_TEXT);
  }

  private static Map<Entity, Map<String, Integer>> capacities() {
    Map<Entity, Map<String, Integer>> capacities = new EnumMap<>(Entity.class);
    for (Entity entity : Entity.values()) {
      Map<String, Integer> capacity = Projection.capacity(entity);
      capacity.values().removeIf(length -> length > MAX_TEXT);
      capacities.put(entity, capacity);
    }
    return capacities;
  }

  private static boolean fits(Entity entity, String name, @Nullable Object value) {
    Column column = entity.column(name);
    if (column == null) {
      return false;
    }
    if (value == null) {
      return true;
    }
    return switch (column.type()) {
      case TEXT ->
          value instanceof String text && isText(text) && text.length() <= longest(entity, name);
      case INTEGER -> value instanceof Integer;
      case DATE -> value instanceof LocalDate;
      case LIST ->
          value instanceof List<?> list
              && list.size() <= MAX_LIST
              && isList(list)
              && textOf(list) <= MAX_LIST_TEXT;
    };
  }

  private static boolean isList(List<?> list) {
    return list.stream()
        .allMatch(
            part ->
                part instanceof Map<?, ?> map
                    && map.values().stream()
                        .allMatch(value -> value instanceof String text && isText(text)));
  }

  /** How long the texts of a list are together, names and values, in UTF-16 units. */
  static long textOf(List<?> list) {
    long length = 0;
    for (Object part : list) {
      if (part instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> value : map.entrySet()) {
          length += String.valueOf(value.getKey()).length();
          length += String.valueOf(value.getValue()).length();
        }
      }
    }
    return length;
  }

  private static boolean isText(String text) {
    return text.length() <= MAX_TEXT && Composed.is(text);
  }

  private static boolean isDay(String key) {
    try {
      return DayKey.parse(key).toString().equals(key);
    } catch (DateTimeException notADay) {
      return false;
    }
  }

  private static Fault invalid(Operation operation, String name) {
    return new Fault(
        FaultCode.OPERATION_INVALID, operation.entity().table(), operation.key(), name);
  }
}
