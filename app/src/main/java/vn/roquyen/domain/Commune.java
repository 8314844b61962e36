package vn.roquyen.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A commune-level unit (xã, phường, đặc khu).
 *
 * @param code official five-digit code
 * @param predecessors full names of the units it was formed from in 2025
 */
public record Commune(
    String code,
    String type,
    String name,
    String fullName,
    String provinceCode,
    List<String> predecessors) {

  /** The commune that a row says. */
  public static Commune of(Row row) {
    String predecessors = text(row, "predecessors");
    return new Commune(
        row.key(),
        text(row, "type"),
        text(row, "name"),
        text(row, "full_name"),
        text(row, "province_code"),
        predecessors.isEmpty()
            ? List.of()
            : Arrays.stream(predecessors.split(";")).map(String::strip).toList());
  }

  private static String text(Row row, String column) {
    return Objects.toString(row.values().get(column), "");
  }
}
