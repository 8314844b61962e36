package vn.roquyen.exchange;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;

/** Reads the rows of one CSV file: a header, then one row for each record of the register. */
final class CsvRows implements RowReader {
  private final CsvShape shape;
  private final String file;
  private final CsvTable table;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Opens a file that must have the shape.
   *
   * @throws Fault INPUT_COLUMNS naming the columns that are missing
   */
  CsvRows(CsvShape shape, Path path, InputLimits limits) {
    this.shape = shape;
    this.file = String.valueOf(path.getFileName());
    this.table = new CsvTable(path, limits);
    List<String> headers = table.headers();
    for (int i = 0; i < headers.size(); i++) {
      places.putIfAbsent(headers.get(i), i);
    }
    List<String> missing =
        shape.needed().stream().filter(name -> !places.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      table.close();
      throw new Fault(FaultCode.INPUT_COLUMNS, file, String.join(", ", missing));
    }
  }

  @Override
  public @Nullable ReadRow next() {
    List<String> cells = table.next();
    if (cells == null) {
      return null;
    }
    long line = table.line();
    String key = null;
    try {
      key = key(cells);
      if (cells.size() != table.headers().size()) {
        throw new CellRules.Unusable(
            RowProblem.CELL_COUNT,
            Integer.toString(cells.size()),
            Integer.toString(table.headers().size()));
      }
      return new ReadRow.Good(line, new Row(shape.entity(), key, values(cells)));
    } catch (CellRules.Unusable unusable) {
      BadRow problem = unusable.at(file, line);
      return new ReadRow.Bad(key, problem);
    }
  }

  @Override
  public Set<String> stated() {
    return shape.stated(table.headers());
  }

  @Override
  public long bytesRead() {
    return table.bytesRead();
  }

  @Override
  public void close() {
    table.close();
  }

  private Map<String, Object> values(List<String> cells) throws CellRules.Unusable {
    Map<String, Object> values = new LinkedHashMap<>(shape.fixed());
    for (CsvShape.Cell cell : shape.cells()) {
      Integer place = places.get(cell.header());
      if (place != null) {
        Object value = CellRules.value(cell, type(cell.field()), cells.get(place));
        if (value != null) {
          values.put(cell.field(), value);
        }
      }
    }
    return values;
  }

  private Column.Type type(String field) {
    return Objects.requireNonNull(shape.entity().column(field), field).type();
  }

  private String key(List<String> cells) throws CellRules.Unusable {
    StringBuilder key = new StringBuilder();
    for (String header : shape.key()) {
      int place = Objects.requireNonNull(places.get(header), header);
      String part = CleanText.of(place < cells.size() ? cells.get(place) : null);
      if (part == null) {
        throw new CellRules.Unusable(RowProblem.VALUE_MISSING, header);
      }
      if (shape.entity() == Entity.CALENDAR_DAY) {
        part = CellRules.date(header, part).toString();
      }
      key.append(key.isEmpty() ? "" : ":").append(part);
    }
    // Relations to several provisions of one instrument are several rows.
    Integer provision = places.get("provision_id");
    if (shape.entity() == Entity.INSTRUMENT_RELATION && provision != null) {
      String part = CleanText.of(provision < cells.size() ? cells.get(provision) : null);
      key.append(part == null ? "" : ":" + part);
    }
    return key.toString();
  }
}
