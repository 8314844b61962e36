package vn.roquyen.sync;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a compression dictionary from the cells of the sample register: the phrases of one to
 * eight words that would save most, the most useful last, where they cost the shortest distances.
 *
 * <p>Run once for a new dictionary: arguments are the sample-data folder and the target file. A
 * dictionary that was ever shipped is never built again, because changes name it by its hash; a
 * better one becomes {@code change-2.dict} beside it.
 */
final class DictionaryGenerator {
  private static final int TARGET_BYTES = 12 * 1024;
  private static final int MAX_WORDS = 8;

  private DictionaryGenerator() {}

  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[1]), build(Path.of(arguments[0])));
  }

  static byte[] build(Path sample) throws IOException {
    List<Map.Entry<String, Integer>> phrases = new ArrayList<>(count(cells(sample)).entrySet());
    phrases.removeIf(phrase -> phrase.getValue() < 3);
    phrases.sort(
        Comparator.<Map.Entry<String, Integer>>comparingLong(DictionaryGenerator::saving)
            .reversed()
            .thenComparing(Map.Entry::getKey));
    List<String> chosen = new ArrayList<>();
    StringBuilder sofar = new StringBuilder();
    int bytes = 0;
    for (Map.Entry<String, Integer> phrase : phrases) {
      if (isNews(phrase.getKey(), sofar)) {
        chosen.add(phrase.getKey());
        sofar.append(phrase.getKey()).append(' ');
        bytes += phrase.getKey().getBytes(StandardCharsets.UTF_8).length + 1;
      }
      if (bytes >= TARGET_BYTES) {
        break;
      }
    }
    Collections.reverse(chosen);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    chosen.forEach(phrase -> out.writeBytes((phrase + " ").getBytes(StandardCharsets.UTF_8)));
    return out.toByteArray();
  }

  /** A phrase that only adds a word to one that was chosen saves nearly nothing more. */
  private static boolean isNews(String phrase, StringBuilder chosen) {
    int first = phrase.indexOf(' ');
    int last = phrase.lastIndexOf(' ');
    return chosen.indexOf(phrase) < 0
        && (first == last
            || (chosen.indexOf(phrase.substring(0, last)) < 0
                && chosen.indexOf(phrase.substring(first + 1)) < 0));
  }

  private static long saving(Map.Entry<String, Integer> phrase) {
    int length = phrase.getKey().getBytes(StandardCharsets.UTF_8).length;
    return (phrase.getValue() - 1L) * Math.max(0, length - 3);
  }

  private static Map<String, Integer> count(List<String> cells) {
    Map<String, Integer> counts = new HashMap<>();
    for (String cell : cells) {
      String[] words = cell.split(" ");
      for (int from = 0; from < words.length; from++) {
        StringBuilder phrase = new StringBuilder();
        for (int to = from; to < Math.min(words.length, from + MAX_WORDS); to++) {
          phrase.append(to == from ? "" : " ").append(words[to]);
          if (phrase.length() > 3) {
            counts.merge(phrase.toString(), 1, Integer::sum);
          }
        }
      }
    }
    return counts;
  }

  /** Every distinct cell of the tables, in a fixed order. */
  static List<String> cells(Path sample) throws IOException {
    CsvMapper csv = new CsvMapper();
    csv.enable(CsvParser.Feature.WRAP_AS_ARRAY);
    List<String> cells = new ArrayList<>();
    for (String folder : List.of("register", "admin", "calendar")) {
      List<Path> tables;
      try (var files = Files.list(sample.resolve(folder))) {
        tables = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
      }
      for (Path table : tables) {
        try (var rows = csv.readerFor(String[].class).<String[]>readValues(table.toFile())) {
          rows.forEachRemaining(row -> cells.addAll(List.of(row)));
        }
      }
    }
    return cells.stream().filter(cell -> !cell.isBlank()).distinct().sorted().toList();
  }
}
