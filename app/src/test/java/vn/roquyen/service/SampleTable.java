package vn.roquyen.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.platform.SampleData;

/**
 * A table of the sample data as it lies on the disk, read here by other means than the program's,
 * so that expected figures come from the data and from nowhere else. An empty cell is absent.
 */
final class SampleTable {
  private SampleTable() {}

  static List<Map<String, String>> rows(String name) throws IOException {
    Path file = SampleData.folder().resolve("register").resolve(name + ".csv");
    List<List<String>> lines = cells(Files.readString(file));
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int at = 0; at < line.size(); at++) {
        if (!line.get(at).isEmpty()) {
          row.put(lines.getFirst().get(at), line.get(at));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> cells(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char letter : text.replace("\r\n", "\n").toCharArray()) {
      if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && (letter == ',' || letter == '\n')) {
        line.add(cell.toString());
        cell.setLength(0);
        if (letter == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        cell.append(letter);
      }
    }
    return lines;
  }
}
