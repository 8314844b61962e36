package vn.roquyen.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;

/** How long the texts of an entity's rows may be: what its table and the ledger can keep. */
final class RowLimits {
  private final Entity entity;

  RowLimits(Entity entity) {
    this.entity = entity;
  }

  /** The first text of the row that is too long, as a problem; null when all fit. */
  @Nullable BadRow problem(Row row, IncomingRows.Place place) {
    BadRow ofKey = problem(entity.keyColumn(), row.key(), place);
    if (ofKey != null) {
      return ofKey;
    }
    for (Map.Entry<String, Object> value : row.values().entrySet()) {
      BadRow found = ofValue(value.getKey(), value.getValue(), place);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable BadRow ofValue(String name, Object value, IncomingRows.Place place) {
    if (value instanceof String text) {
      return problem(name, text, place);
    }
    if (value instanceof List<?> list) {
      for (Object part : list) {
        for (Object text : part instanceof Map<?, ?> map ? map.values() : List.of()) {
          BadRow found = problem(name, String.valueOf(text), place);
          if (found != null) {
            return found;
          }
        }
      }
      long length = OperationRules.textOf(list);
      return length <= OperationRules.MAX_LIST_TEXT
          ? null
          : tooLong(name, length, OperationRules.MAX_LIST_TEXT, place);
    }
    return null;
  }

  private @Nullable BadRow problem(String name, String text, IncomingRows.Place place) {
    int longest = OperationRules.longest(entity, name);
    return text.length() <= longest ? null : tooLong(name, text.length(), longest, place);
  }

  private static BadRow tooLong(String name, long length, int most, IncomingRows.Place place) {
    return new BadRow(
        place.file().name(),
        place.line(),
        RowProblem.TEXT_TOO_LONG,
        name,
        Long.toString(length),
        Integer.toString(most));
  }
}
