package vn.roquyen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * The cells of the first visible sheet of a workbook, as the texts that a person sees. Formulas are
 * never computed: the value that was kept with them counts.
 */
final class XlsxTable {
  private static final int PARTS = 2_000;
  private static final int COLUMNS = 200;
  private static final long FREE = 1 << 20;

  private XlsxTable() {}

  /**
   * A row of the sheet.
   *
   * @param number as the program that shows it counts, from 1
   */
  record Line(long number, List<String> cells) {}

  /**
   * A sheet.
   *
   * @param sheet its name; empty where the file has none
   */
  record Table(String sheet, List<Line> lines) {}

  /**
   * Reads the sheet.
   *
   * @throws Fault INPUT_MISSING, INPUT_TOO_LARGE, INPUT_COMPRESSED_TOO_FAR, INPUT_DAMAGED
   */
  static Table read(Path file, InputLimits limits) {
    String name = String.valueOf(file.getFileName());
    checkSize(file, limits);
    List<Line> lines = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
      Sheet sheet =
          workbook
              .getSheets()
              .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseGet(workbook::getFirstSheet);
      try (var rows = sheet.openStream()) {
        for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
          Row row = each.next();
          if (lines.size() >= limits.rows()) {
            throw new Fault(FaultCode.INPUT_TOO_LARGE, name, Integer.toString(limits.rows()));
          }
          lines.add(new Line(row.getRowNum(), cells(row, name, limits)));
        }
      }
      return new Table(sheet.getName(), lines);
    } catch (Fault known) {
      throw known;
    } catch (IOException | RuntimeException damaged) {
      throw new Fault(FaultCode.INPUT_DAMAGED, damaged, name);
    }
  }

  private static List<String> cells(Row row, String name, InputLimits limits) {
    List<String> cells = new ArrayList<>();
    int count = Math.min(row.getCellCount(), COLUMNS);
    for (int column = 0; column < count; column++) {
      Optional<Cell> cell = row.getOptionalCell(column);
      String text = cell.map(XlsxTable::text).orElse("");
      if (text.length() > limits.cellCharacters()) {
        throw new Fault(
            FaultCode.INPUT_TOO_LARGE,
            name + ":" + row.getRowNum(),
            Integer.toString(limits.cellCharacters()));
      }
      cells.add(text);
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    String format = String.valueOf(cell.getDataFormatString()).toLowerCase(Locale.ROOT);
    boolean date = format.contains("yy") || (format.contains("d") && format.contains("m"));
    if (date) {
      return cell.asDate().toLocalDate().toString();
    }
    BigDecimal number = cell.asNumber().stripTrailingZeros();
    return number.toPlainString();
  }

  /** Inflates every part once and keeps nothing: what a part says of its own size may be a lie. */
  private static void checkSize(Path file, InputLimits limits) {
    String name = String.valueOf(file.getFileName());
    if (!Files.exists(file)) {
      throw new Fault(FaultCode.INPUT_MISSING, file.toString());
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long size = Files.size(file);
      if (size > limits.fileBytes()) {
        throw new Fault(FaultCode.INPUT_TOO_LARGE, name, (limits.fileBytes() >> 20) + " MB");
      }
      if (zip.size() == 0 || zip.size() > PARTS) {
        throw new Fault(FaultCode.INPUT_DAMAGED, name);
      }
      long inflated = 0;
      for (ZipEntry part : Collections.list(zip.entries())) {
        inflated = inflate(zip, part, inflated, size * limits.inflationRatio());
        if (inflated < 0) {
          throw new Fault(
              FaultCode.INPUT_COMPRESSED_TOO_FAR, name, Integer.toString(limits.inflationRatio()));
        }
      }
    } catch (IOException damaged) {
      throw new Fault(FaultCode.INPUT_DAMAGED, damaged, name);
    }
  }

  /** How many bytes came out so far, this part included; -1 when they are too many. */
  private static long inflate(ZipFile zip, ZipEntry part, long before, long most)
      throws IOException {
    byte[] buffer = new byte[64 << 10];
    long inflated = before;
    try (InputStream in = zip.getInputStream(part)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        inflated += count;
        if (inflated > FREE && inflated > most) {
          return -1;
        }
      }
    }
    return inflated;
  }
}
