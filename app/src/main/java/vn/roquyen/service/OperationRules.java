package vn.roquyen.service;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;

/** What every operation must keep to, whoever writes it. */
final class OperationRules {
  /** Longest text of one field, in UTF-16 units. */
  static final int MAX_TEXT = 64 * 1024;

  private static final int MAX_LIST = 1_000;

  private OperationRules() {}

  static void check(Operation operation) {
    if (operation.key().isBlank() || operation.key().length() > 200) {
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

  private static boolean fits(Entity entity, String name, @Nullable Object value) {
    Column column = entity.column(name);
    if (column == null) {
      return false;
    }
    if (value == null) {
      return true;
    }
    return switch (column.type()) {
      case TEXT -> value instanceof String text && isText(text);
      case INTEGER -> value instanceof Integer;
      case DATE -> value instanceof LocalDate;
      case LIST -> value instanceof List<?> list && list.size() <= MAX_LIST && isList(list);
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

  private static boolean isText(String text) {
    return text.length() <= MAX_TEXT && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static Fault invalid(Operation operation, String name) {
    return new Fault(
        FaultCode.OPERATION_INVALID, operation.entity().table(), operation.key(), name);
  }
}
