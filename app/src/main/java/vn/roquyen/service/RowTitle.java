package vn.roquyen.service;

import java.util.Map;
import java.util.Objects;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;

/** How people call a row. */
final class RowTitle {
  private RowTitle() {}

  /** The title, name or number of a row; of a relation both instruments. */
  static String of(Row row, Register register) {
    Map<String, Object> values = row.values();
    return switch (row.entity()) {
      case GRANT -> text("power_id", row, register);
      case INSTRUMENT_RELATION ->
          text("from_id", row, register) + " – " + text("to_id", row, register);
      case PROVISION -> provision(row, register);
      case INSTRUMENT -> first(values, row.key(), "number", "title");
      default -> first(values, row.key(), "title", "name", "number");
    };
  }

  /** Read from the row itself: the register of that day may hold it no more. */
  private static String provision(Row row, Register register) {
    Citation citation =
        Citation.of(
            (String) row.values().get("article"),
            (String) row.values().get("clause"),
            (String) row.values().get("point"));
    String part = citation == null ? row.key() : citation.text();
    return part + " của " + text("instrument_id", row, register);
  }

  private static String first(Map<String, Object> values, String key, String... columns) {
    for (String column : columns) {
      if (values.get(column) != null) {
        return values.get(column).toString();
      }
    }
    return key;
  }

  private static String text(String column, Row row, Register register) {
    return Objects.toString(ValueText.of(column, row.values().get(column), register), "…");
  }
}
