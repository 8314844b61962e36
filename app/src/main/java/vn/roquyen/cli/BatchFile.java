package vn.roquyen.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * A file of questions: columns separated by tabs, no quoting, a header that names {@code qid} and
 * {@code query} among others, with or without a byte order mark.
 */
final class BatchFile {
  private BatchFile() {}

  /** One question with the mark under which its answer is written. */
  record Line(String qid, String query) {}

  /**
   * Reads all questions in order; lines without a query are left out.
   *
   * @throws Fault INPUT_MISSING, INPUT_NOT_UTF8, INPUT_COLUMNS
   */
  static List<Line> read(Path file) {
    try (BufferedReader reader = new BufferedReader(new StringReader(text(file)))) {
      List<String> header = header(reader.readLine());
      int qid = header.indexOf("qid");
      int query = header.indexOf("query");
      if (qid < 0 || query < 0) {
        throw new Fault(FaultCode.INPUT_COLUMNS, file.toString(), "qid, query");
      }
      List<Line> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length > Math.max(qid, query) && !cells[query].isBlank()) {
          lines.add(new Line(cells[qid], cells[query]));
        }
      }
      return List.copyOf(lines);
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, file.toString());
    }
  }

  private static String text(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharBuffer text = CharBuffer.allocate(bytes.capacity());
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      List<String> lines = text.toString().lines().toList();
      String line = Integer.toString(Math.max(1, lines.size()));
      String character = Integer.toString(lines.isEmpty() ? 1 : lines.getLast().length() + 1);
      throw new Fault(FaultCode.INPUT_NOT_UTF8, file.toString(), line, character);
    }
    return text.toString();
  }

  private static List<String> header(@Nullable String line) {
    if (line == null) {
      return List.of();
    }
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return List.of(text.split("\t", -1));
  }
}
