package vn.roquyen.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.exchange.XlsxTable.Line;

/**
 * Reads an annex (XLSX or CSV) whose columns stand in any order under the names that offices use.
 * Titles above the table are passed over: the header is the first line that names enough columns.
 */
public final class AnnexReader {
  private static final int HEADER_WITHIN = 30;
  private static final int ENOUGH = 2;

  private final InputLimits limits;
  private final Words words;
  private final FieldReader fields;

  /** Understands what a person wrote in a cell. */
  public interface Words {
    /** The text in the letters of today. */
    String clean(String written);

    /** The key of the record that the text names, or null when none has that name. */
    @Nullable String keyOf(Entity entity, String field, String written);
  }

  public AnnexReader(InputLimits limits, Words words) {
    this.limits = limits;
    this.words = words;
    this.fields = new FieldReader(words);
  }

  /** The headers of an empty annex, for the template. */
  public static List<String> template(Entity entity) {
    return AnnexColumns.template(entity);
  }

  /** The fields without which a new record of that kind is none. */
  public static List<String> needed(Entity entity) {
    return shape(entity).cells().stream()
        .filter(cell -> cell.need() == CsvShape.Need.FILLED)
        .map(CsvShape.Cell::field)
        .toList();
  }

  /** The header under which the template has a field. */
  public static String header(Entity entity, String field) {
    return AnnexColumns.header(entity, field);
  }

  /** The kinds of record that an annex may hold. */
  public static List<Entity> kinds() {
    return AnnexColumns.kinds();
  }

  /**
   * Reads the file.
   *
   * @param mapping fields by header, where the person knows better than the list of names
   * @throws Fault INPUT_COLUMNS when no line names enough columns; the faults of the file
   */
  public Annex read(Path file, Map<String, String> mapping) {
    List<Line> lines = lines(file);
    Header best = null;
    for (int i = 0; i < Math.min(lines.size(), HEADER_WITHIN); i++) {
      for (Entity entity : AnnexColumns.kinds()) {
        Header header = header(entity, i, lines.get(i), mapping);
        if (best == null || header.columns.size() > best.columns.size()) {
          best = header;
        }
      }
    }
    if (best == null || best.columns.size() < ENOUGH) {
      throw new Fault(
          FaultCode.INPUT_COLUMNS,
          String.valueOf(file.getFileName()),
          String.join(", ", AnnexColumns.template(Entity.GRANT)));
    }
    return annex(best, lines.subList(best.place + 1, lines.size()));
  }

  /** A line read as header of a kind of record: the field of each place that names one. */
  private record Header(
      Entity entity, int place, List<String> names, Map<Integer, String> columns) {}

  private Header header(Entity entity, int place, Line line, Map<String, String> mapping) {
    Map<String, String> known = new HashMap<>(AnnexColumns.fieldsByHeader(entity));
    mapping.forEach((header, field) -> known.put(PlainLetters.words(header), field));
    List<String> names = new ArrayList<>();
    Map<Integer, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      String text = CleanText.of(line.cells().get(i));
      String name = text == null ? "" : words.clean(text).replace('\n', ' ');
      names.add(name);
      String field = known.get(PlainLetters.words(name));
      boolean exists = field != null && (field.equals("id") || entity.column(field) != null);
      if (exists && !columns.containsValue(field)) {
        columns.put(i, Objects.requireNonNull(field));
      }
    }
    return new Header(entity, place, names, columns);
  }

  private Annex annex(Header header, List<Line> lines) {
    Map<String, CsvShape.Cell> cells = new HashMap<>();
    shape(header.entity).cells().forEach(cell -> cells.put(cell.field(), cell));
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (int i = 0; i < header.names.size(); i++) {
      String field = header.columns.get(i);
      if (field == null && !header.names.get(i).isEmpty()) {
        leftOut.add(header.names.get(i));
      } else if (field != null && !field.equals("id")) {
        columns.put(header.names.get(i), field);
      }
    }
    List<Annex.Line> good = new ArrayList<>();
    List<Annex.BadCell> bad = new ArrayList<>();
    for (Line line : lines) {
      if (!isEmptyOrNumbered(line)) {
        int before = bad.size();
        Annex.Line read = line(header, cells, line, bad);
        if (bad.size() == before) {
          good.add(read);
        }
      }
    }
    return new Annex(header.entity, columns, leftOut, good, bad);
  }

  private Annex.Line line(
      Header header, Map<String, CsvShape.Cell> cells, Line line, List<Annex.BadCell> bad) {
    Map<String, Object> values = new LinkedHashMap<>();
    String key = null;
    for (Map.Entry<Integer, String> column : header.columns.entrySet()) {
      int place = column.getKey();
      String raw = place < line.cells().size() ? line.cells().get(place) : "";
      String clean = CleanText.of(raw);
      String text = clean == null ? null : words.clean(clean);
      if (column.getValue().equals("id")) {
        key = text;
        continue;
      }
      CsvShape.Cell cell = Objects.requireNonNull(cells.get(column.getValue()));
      try {
        Object value = fields.value(header.entity, cell, text);
        if (value != null) {
          values.put(cell.field(), value);
        }
      } catch (CellRules.Unusable unusable) {
        List<String> arguments = new ArrayList<>(unusable.arguments());
        arguments.set(0, header.names.get(place));
        bad.add(new Annex.BadCell(address(place, line.number()), unusable.problem(), arguments));
      }
    }
    return new Annex.Line(line.number(), key, values);
  }

  /** Empty lines, and the line "(1) (2) (3)" that stands below many headers. */
  private static boolean isEmptyOrNumbered(Line line) {
    return line.cells().stream().allMatch(cell -> cell.isBlank() || cell.matches("\\(\\d{1,2}\\)"));
  }

  private static CsvShape shape(Entity entity) {
    return CsvShapes.ALL.stream()
        .filter(shape -> shape.entity() == entity)
        .findFirst()
        .orElseThrow();
  }

  private List<Line> lines(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return XlsxTable.read(file, limits);
    }
    if (!name.endsWith(".csv")) {
      throw new Fault(FaultCode.INPUT_KIND_UNKNOWN, file.toString());
    }
    List<Line> lines = new ArrayList<>();
    try (CsvTable table = new CsvTable(file, limits)) {
      lines.add(new Line(1, table.headers()));
      for (List<String> cells = table.next(); cells != null; cells = table.next()) {
        lines.add(new Line(table.line(), cells));
      }
    }
    return lines;
  }

  private static String address(int column, long line) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.append(line).toString();
  }
}
