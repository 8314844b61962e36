package vn.roquyen.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.PlainLetters;

/**
 * Under which headers the tables of decisions and their annexes write the fields of the register.
 */
final class AnnexColumns {
  private static final Map<Entity, Map<String, List<String>>> NAMES = read();

  private AnnexColumns() {}

  /** The kinds of record that an annex may hold. */
  static List<Entity> kinds() {
    return List.copyOf(NAMES.keySet());
  }

  /** The field that a header names for this kind of record; the field's own name counts too. */
  static Map<String, String> fieldsByHeader(Entity entity) {
    Map<String, String> fields = new LinkedHashMap<>();
    names(entity)
        .forEach(
            (field, headers) -> {
              headers.forEach(header -> fields.putIfAbsent(PlainLetters.words(header), field));
              fields.putIfAbsent(PlainLetters.words(field), field);
            });
    return fields;
  }

  /** The headers of an empty annex of this kind, in the order of the fields. */
  static List<String> template(Entity entity) {
    return names(entity).values().stream().map(List::getFirst).toList();
  }

  /** The header under which the template has a field. */
  static String header(Entity entity, String field) {
    List<String> headers = names(entity).get(field);
    return headers == null ? field : headers.getFirst();
  }

  private static Map<String, List<String>> names(Entity entity) {
    return Objects.requireNonNull(NAMES.get(entity), entity.name());
  }

  private static Map<Entity, Map<String, List<String>>> read() {
    Map<Entity, Map<String, List<String>>> names = new LinkedHashMap<>();
    var stream =
        Objects.requireNonNull(AnnexColumns.class.getResourceAsStream("annex-headers.csv"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split(";");
          names
              .computeIfAbsent(Entity.valueOf(cells[0]), any -> new LinkedHashMap<>())
              .computeIfAbsent(cells[1], any -> new ArrayList<>())
              .addAll(List.of(cells[2].split("\\|")));
        }
      }
      return names;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
