package vn.roquyen.exchange;

import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.roquyen.domain.Fault;
import vn.roquyen.platform.FreshFile;

/**
 * Writes a table as a workbook. Every cell is text: a spreadsheet that reads a CSV file takes the
 * code of a procedure such as 1.001190 for a number and spoils it.
 */
public final class XlsxWriter {
  /** Widths in characters; text longer than the widest is wrapped. */
  private static final int NARROWEST = 8;

  private static final int WIDEST = 60;

  /** What a cell of the format can hold. */
  private static final int LONGEST_CELL = 32_767;

  private XlsxWriter() {}

  /**
   * Writes the file; an older one of that name stays whole until the new one is complete.
   *
   * @param sheet name of the only sheet, at most 31 characters
   * @throws Fault OUTPUT_FAILED, DISK_FULL
   */
  public static void write(
      Path file, String sheet, List<String> header, Iterable<List<String>> rows) {
    FreshFile.write(
        file,
        out -> {
          try (Workbook workbook = new Workbook(out, "Ro Quyen", "1.0")) {
            fill(workbook.newWorksheet(sheet), header, rows);
          }
        });
  }

  private static void fill(Worksheet sheet, List<String> header, Iterable<List<String>> rows) {
    int[] widths = header.stream().mapToInt(String::length).toArray();
    for (int column = 0; column < header.size(); column++) {
      sheet.value(0, column, header.get(column));
    }
    sheet.range(0, 0, 0, header.size() - 1).style().bold().wrapText(true).set();
    int number = 1;
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String cell = cut(row.get(column));
        widths[column] = Math.max(widths[column], longestLine(cell));
        sheet.value(number, column, cell);
      }
      number++;
    }
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, Math.clamp(widths[column] + 2L, NARROWEST, WIDEST));
      if (number > 1) {
        sheet
            .range(1, column, number - 1, column)
            .style()
            .wrapText(true)
            .verticalAlignment("top")
            .set();
      }
    }
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, Math.max(1, number - 1), header.size() - 1);
  }

  private static int longestLine(String cell) {
    return cell.lines().mapToInt(String::length).max().orElse(0);
  }

  private static String cut(String cell) {
    return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
  }
}
