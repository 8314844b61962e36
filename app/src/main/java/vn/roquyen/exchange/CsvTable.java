package vn.roquyen.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * The cells of a CSV file, line by line. Spreadsheets of a Vietnamese office write ";" between
 * cells, others "," or a tab: the header tells.
 */
final class CsvTable implements AutoCloseable {
  private static final int HEADER = 8 << 10;

  private final String file;
  private final InputLimits limits;
  private final InputBytes bytes;
  private final CsvParser parser;
  private final List<String> headers;
  private long line = 1;
  private int rows;

  /**
   * Opens a file and reads its header.
   *
   * @throws Fault see {@link RowReader#next()}
   */
  CsvTable(Path path, InputLimits limits) {
    this.file = String.valueOf(path.getFileName());
    this.limits = limits;
    this.bytes = new InputBytes(path, limits);
    try {
      BufferedReader text = new BufferedReader(new StrictUtf8Reader(bytes, file), HEADER);
      this.parser = parser(text);
      List<String> first = cells();
      this.headers =
          first == null
              ? List.of()
              : first.stream()
                  .map(cell -> Objects.requireNonNullElse(CleanText.of(cell), ""))
                  .toList();
    } catch (IOException failure) {
      bytes.close();
      throw new UncheckedIOException(failure);
    } catch (Fault failure) {
      bytes.close();
      throw failure;
    }
  }

  List<String> headers() {
    return headers;
  }

  /** The cells of the next line that is not empty, or null at the end. */
  @Nullable List<String> next() {
    List<String> cells = cells();
    if (cells != null && ++rows > limits.rows()) {
      throw new Fault(
          FaultCode.INPUT_TOO_LARGE, file + ":" + line, Integer.toString(limits.rows()));
    }
    return cells;
  }

  /** The line on which the cells that were read last start. */
  long line() {
    return line;
  }

  long bytesRead() {
    return bytes.rawBytes();
  }

  @Override
  public void close() {
    bytes.close();
  }

  private @Nullable List<String> cells() {
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return null;
      }
      List<String> cells = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (cells.isEmpty()) {
          // The array itself is placed at the end of the line before.
          line = parser.currentTokenLocation().getLineNr();
        }
        cells.add(Objects.requireNonNullElse(parser.getText(), ""));
      }
      return cells;
    } catch (StreamConstraintsException tooLong) {
      throw new Fault(
          FaultCode.INPUT_TOO_LARGE,
          tooLong,
          file + ":" + line,
          Integer.toString(limits.cellCharacters()));
    } catch (JsonProcessingException damaged) {
      long place = damaged.getLocation() == null ? line : damaged.getLocation().getLineNr();
      throw new Fault(FaultCode.INPUT_DAMAGED, damaged, file + ":" + place);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private CsvParser parser(BufferedReader text) throws IOException {
    CsvFactory factory =
        CsvFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(limits.cellCharacters()).build())
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    char separator = separator(text);
    CsvParser made = factory.createParser(text);
    made.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
    return made;
  }

  private static char separator(BufferedReader text) throws IOException {
    char[] start = new char[HEADER - 1];
    text.mark(HEADER);
    int count = Math.max(text.read(start), 0);
    text.reset();
    int[] found = new int[3];
    for (int i = 0; i < count && start[i] != '\n'; i++) {
      int which = ",;\t".indexOf(start[i]);
      if (which >= 0) {
        found[which]++;
      }
    }
    int best = found[1] > found[0] ? 1 : 0;
    return ",;\t".charAt(found[2] > found[best] ? 2 : best);
  }
}
