package vn.roquyen.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import vn.roquyen.domain.Fault;
import vn.roquyen.platform.FreshFile;

/**
 * Writes a table as a CSV file that spreadsheet programs open with a double click: UTF-8 with a
 * byte order mark, without which Excel reads Vietnamese as gibberish, and no cell that a
 * spreadsheet would run as a formula.
 */
public final class CsvWriter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");

  private CsvWriter() {}

  /**
   * Writes the file; an older one of that name stays whole until the new one is complete.
   *
   * @throws Fault OUTPUT_FAILED, DISK_FULL
   */
  public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
    FreshFile.write(
        file,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writer.write(BYTE_ORDER_MARK);
          line(writer, header);
          for (List<String> row : rows) {
            line(writer, row);
          }
          writer.flush();
        });
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(quoted(harmless(cells.get(i))));
    }
    writer.write("\r\n");
  }

  private static String harmless(String cell) {
    return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean needed =
        cell.indexOf(',') >= 0
            || cell.indexOf('"') >= 0
            || cell.indexOf('\n') >= 0
            || cell.indexOf('\r') >= 0
            || cell.indexOf(';') >= 0;
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
