package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A figure that the report states. */
public record Statistic(
    String id,
    String subject,
    String amount,
    @Nullable String unit,
    @Nullable LocalDate asOf,
    @Nullable String sourceQuote) {

  /** The figure that a row says. */
  public static Statistic of(Row row) {
    Map<String, Object> values = row.values();
    return new Statistic(
        row.key(),
        Objects.toString(values.get("subject"), ""),
        Objects.toString(values.get("amount"), ""),
        (String) values.get("unit"),
        (LocalDate) values.get("as_of"),
        (String) values.get("source_quote"));
  }
}
