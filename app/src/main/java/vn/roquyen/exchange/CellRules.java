package vn.roquyen.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.RowProblem;

/** Turns the text of a cell into the value that its field keeps, or says why it cannot. */
final class CellRules {

  /** A cell that cannot be used; caught by the reader of the row. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final RowProblem problem;
    private final String[] arguments;

    Unusable(RowProblem problem, String... arguments) {
      super(problem.name(), null, false, false);
      this.problem = problem;
      this.arguments = arguments;
    }

    RowProblem problem() {
      return problem;
    }

    List<String> arguments() {
      return List.of(arguments);
    }

    BadRow at(String file, long line) {
      return new BadRow(file, line, problem, arguments);
    }
  }

  private CellRules() {}

  /** The value of a cell, or null when the cell is empty. */
  static @Nullable Object value(CsvShape.Cell cell, Column.Type type, @Nullable String raw)
      throws Unusable {
    String text = CleanText.of(raw);
    if (text == null) {
      if (cell.need() == CsvShape.Need.FILLED) {
        throw new Unusable(RowProblem.VALUE_MISSING, cell.header());
      }
      return null;
    }
    if (!cell.tokens().isEmpty()) {
      String kept = cell.tokens().get(text.toLowerCase(Locale.ROOT));
      if (kept == null) {
        throw new Unusable(RowProblem.TOKEN_UNKNOWN, cell.header(), shortened(text));
      }
      return kept;
    }
    return switch (type) {
      case TEXT -> formed(cell, text);
      case DATE -> date(cell.header(), text);
      case INTEGER -> integer(cell.header(), text);
      case LIST -> throw new IllegalStateException("a cell holds no list");
    };
  }

  private static String formed(CsvShape.Cell cell, String text) throws Unusable {
    String kept = cell.change().apply(text);
    if (cell.form() != null && !cell.form().matcher(kept).matches()) {
      throw new Unusable(RowProblem.CITATION_INVALID, cell.header(), shortened(text));
    }
    return kept;
  }

  /** The day written as {@code 2026-11-24} or {@code 24/11/2026}. */
  static LocalDate date(String header, String text) throws Unusable {
    String[] parts = text.split("[-/]", -1);
    boolean iso = text.matches("\\d{4}-\\d{2}-\\d{2}");
    if (!iso && !text.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
      throw new Unusable(RowProblem.DATE_INVALID, header, shortened(text));
    }
    try {
      return LocalDate.of(
          Integer.parseInt(parts[iso ? 0 : 2]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[iso ? 2 : 0]));
    } catch (DateTimeException noSuchDay) {
      throw new Unusable(RowProblem.DATE_INVALID, header, shortened(text));
    }
  }

  /** The beginning of a text, short enough for a message. */
  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static Integer integer(String header, String text) throws Unusable {
    if (!text.matches("\\d{1,9}")) {
      throw new Unusable(RowProblem.NUMBER_INVALID, header, shortened(text));
    }
    return Integer.valueOf(text);
  }
}
