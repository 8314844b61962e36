package vn.roquyen.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The last days of central instruments that say of themselves when they end: the nine decrees of
 * June 2025 on who is competent, on which much of the catalogue rests. A register that knows such
 * an instrument goes before this list.
 */
final class CentralTerms {
  private CentralTerms() {}

  /** Last days by number. */
  static Map<String, LocalDate> lastDays() {
    try (InputStream file =
            Objects.requireNonNull(CentralTerms.class.getResourceAsStream("central-terms.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      Map<String, LocalDate> days = new HashMap<>();
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(cells -> days.put(cells[0], LocalDate.parse(cells[1])));
      return days;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
