package vn.roquyen.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Entity;

/**
 * How the columns of one kind of CSV file become the fields of an entity.
 *
 * @param fileName base name that such a file usually has
 * @param key headers whose cells, joined by ":", are the key
 * @param fixed fields that every row of such a file has
 */
record CsvShape(
    Entity entity, String fileName, List<String> key, List<Cell> cells, Map<String, String> fixed) {

  /** Whether a column may be missing, and whether its cells may be empty. */
  enum Need {
    FILLED,
    PRESENT,
    OPTIONAL
  }

  /**
   * One column.
   *
   * @param tokens the words allowed, each with what the register keeps for it; empty allows any
   * @param form what a text must match after the change; null allows any
   */
  record Cell(
      String header,
      String field,
      Need need,
      Map<String, String> tokens,
      UnaryOperator<String> change,
      @Nullable Pattern form) {}

  static CsvShape of(Entity entity, String fileName, String... key) {
    return new CsvShape(entity, fileName, List.of(key), List.of(), Map.of());
  }

  /** Columns whose cells must be filled, under the names of the fields. */
  CsvShape filled(String... names) {
    return all(Need.FILLED, names);
  }

  /** Columns whose cells may be empty. */
  CsvShape present(String... names) {
    return all(Need.PRESENT, names);
  }

  /** Columns that may be missing altogether. */
  CsvShape optional(String... names) {
    return all(Need.OPTIONAL, names);
  }

  /** A column of few words. */
  CsvShape tokens(String name, Need need, Map<String, String> tokens) {
    return with(new Cell(name, name, need, tokens, UnaryOperator.identity(), null));
  }

  /** A column whose header differs from the field. */
  CsvShape renamed(String header, String field, Need need, UnaryOperator<String> change) {
    return with(new Cell(header, field, need, Map.of(), change, null));
  }

  /** A column that holds the number of an article or a clause, or the letter of a point. */
  CsvShape part(String name, Need need, Pattern form) {
    UnaryOperator<String> bare = text -> Objects.requireNonNullElse(Citation.bare(text), text);
    return with(new Cell(name, name, need, Map.of(), bare, form));
  }

  /** A field that has the same value in every row. */
  CsvShape always(String field, String value) {
    return new CsvShape(entity, fileName, key, cells, Map.of(field, value));
  }

  /** Headers without which a file has not this shape. */
  List<String> needed() {
    List<String> needed = new ArrayList<>(key);
    for (Cell cell : cells) {
      if (cell.need() != Need.OPTIONAL && !needed.contains(cell.header())) {
        needed.add(cell.header());
      }
    }
    return needed;
  }

  /** The fields that a file with these headers states. */
  Set<String> stated(List<String> headers) {
    Set<String> stated =
        cells.stream()
            .filter(cell -> headers.contains(cell.header()))
            .map(Cell::field)
            .collect(Collectors.toSet());
    stated.addAll(fixed.keySet());
    return Set.copyOf(stated);
  }

  /** Each constant, in order, under its name in small letters: how our own files write them. */
  static Map<String, String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .collect(
            Collectors.toMap(
                constant -> constant.name().toLowerCase(Locale.ROOT),
                Enum::name,
                (a, b) -> a,
                LinkedHashMap::new));
  }

  private CsvShape all(Need need, String... names) {
    CsvShape shape = this;
    for (String name : names) {
      shape = shape.with(new Cell(name, name, need, Map.of(), UnaryOperator.identity(), null));
    }
    return shape;
  }

  private CsvShape with(Cell cell) {
    List<Cell> more = new ArrayList<>(cells);
    more.add(cell);
    return new CsvShape(entity, fileName, key, List.copyOf(more), fixed);
  }
}
