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
import vn.roquyen.domain.draft.ColumnChoice;
import vn.roquyen.exchange.XlsxTable.Line;

/**
 * Reads an annex (XLSX or CSV) whose columns stand in any order under the names that offices use.
 * Titles above the table are passed over: the header is the first line that names enough columns.
 */
public final class AnnexReader {
  private static final int HEADER_WITHIN = 30;
  private static final Line NO_LINE = new Line(0, List.of());

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

  /** The fewest columns by which a line is known as a header. */
  public static final int ENOUGH = 2;

  /**
   * Reads the file. Where no line names enough columns the fullest one is taken as the header, and
   * no line is read before a person has said what its columns are.
   *
   * @throws vn.roquyen.domain.Fault the faults of the file
   */
  public Annex read(Path file, ColumnChoice choice) {
    XlsxTable.Table table = table(file);
    List<Line> lines = table.lines().subList(0, Math.min(table.lines().size(), HEADER_WITHIN));
    Header best = null;
    for (int i = 0; i < lines.size(); i++) {
      for (Entity entity : AnnexColumns.kinds()) {
        if (choice.entity() == null || choice.entity() == entity) {
          Header header = header(entity, i, lines.get(i), choice.fields());
          if (best == null || header.columns.size() > best.columns.size()) {
            best = header;
          }
        }
      }
    }
    if (best == null || best.columns.size() < ENOUGH) {
      Entity entity = Objects.requireNonNullElse(choice.entity(), Entity.GRANT);
      int place = fullest(lines);
      best = header(entity, place, lines.isEmpty() ? NO_LINE : lines.get(place), choice.fields());
      return annex(best, table.sheet(), List.of());
    }
    return annex(best, table.sheet(), table.lines().subList(best.place + 1, table.lines().size()));
  }

  /** A line read as header of a kind of record: the field of each place that names one. */
  private record Header(
      Entity entity, int place, List<String> names, Map<Integer, String> columns) {}

  private static int fullest(List<Line> lines) {
    int best = 0;
    long most = 0;
    for (int i = 0; i < lines.size(); i++) {
      long count = lines.get(i).cells().stream().filter(cell -> !cell.isBlank()).count();
      if (count > most) {
        most = count;
        best = i;
      }
    }
    return best;
  }

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

  private Annex annex(Header header, String sheet, List<Line> lines) {
    Map<String, CsvShape.Cell> cells = new HashMap<>();
    shape(header.entity).cells().forEach(cell -> cells.put(cell.field(), cell));
    List<Annex.Header> headers = new ArrayList<>();
    for (int i = 0; i < header.names.size(); i++) {
      if (!header.names.get(i).isEmpty()) {
        headers.add(new Annex.Header(letters(i), header.names.get(i), header.columns.get(i)));
      }
    }
    List<Annex.Line> good = new ArrayList<>();
    List<Annex.BadCell> bad = new ArrayList<>();
    int converted = 0;
    for (Line line : lines) {
      if (!isEmptyOrNumbered(line)) {
        int before = bad.size();
        Annex.Line read = line(header, cells, line, bad);
        if (bad.size() == before) {
          good.add(read);
        }
        converted += converted(header, line);
      }
    }
    return new Annex(header.entity, sheet, headers, good, bad, converted);
  }

  /** How many cells of a line that are read were in an old encoding. */
  private int converted(Header header, Line line) {
    int count = 0;
    for (int place : header.columns.keySet()) {
      String clean = place < line.cells().size() ? CleanText.of(line.cells().get(place)) : null;
      count += clean != null && !words.clean(clean).equals(clean) ? 1 : 0;
    }
    return count;
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
        bad.add(new Annex.BadCell(letters(place) + line.number(), unusable.problem(), arguments));
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

  private XlsxTable.Table table(Path file) {
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
    return new XlsxTable.Table("", lines);
  }

  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
