package vn.roquyen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Makes a catalogue of any size that looks like the real one: each procedure is a copy of a real
 * one with shortened texts and a new name, and the names follow the real names word by word (a
 * chain of word pairs). The same seed makes the same catalogue.
 */
final class SyntheticCatalogue {
  private static final String END = "\n";
  private static final int TEXT = 600;
  private static final int ITEMS = 4;
  private static final int WORDS = 28;

  private final List<ObjectNode> models = new ArrayList<>();
  private final Map<String, List<String>> followers = new HashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final Random random;

  SyntheticCatalogue(Path catalogue, long seed) throws IOException {
    random = new Random(seed);
    try (BufferedReader lines = reader(catalogue)) {
      lines.lines().forEach(this::learn);
    }
  }

  /** Writes that many procedures as JSON Lines. */
  void write(int count, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        ObjectNode procedure = models.get(random.nextInt(models.size()));
        procedure.put("code", "9.%06d".formatted(i));
        procedure.put("name", name());
        writer.write(json.writeValueAsString(procedure));
        writer.write('\n');
      }
    }
  }

  static BufferedReader reader(Path catalogue) throws IOException {
    InputStream bytes = Files.newInputStream(catalogue);
    return new BufferedReader(
        new InputStreamReader(
            catalogue.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
            StandardCharsets.UTF_8));
  }

  private void learn(String line) {
    ObjectNode procedure;
    try {
      procedure = (ObjectNode) json.readTree(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    String last = END;
    for (String word : procedure.get("name").asText().split("\\s+")) {
      followers.computeIfAbsent(last, key -> new ArrayList<>()).add(word);
      last = word;
    }
    followers.computeIfAbsent(last, key -> new ArrayList<>()).add(END);
    shorten(procedure);
    models.add(procedure);
  }

  private String name() {
    List<String> words = new ArrayList<>();
    String last = END;
    while (words.size() < WORDS) {
      List<String> next = followers.get(last);
      last = next.get(random.nextInt(next.size()));
      if (last.equals(END)) {
        if (words.size() > 2) {
          break;
        }
      } else {
        words.add(last);
      }
    }
    return String.join(" ", words);
  }

  private static void shorten(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                JsonNode value = entry.getValue();
                if (value.isTextual() && value.asText().length() > TEXT) {
                  object.put(entry.getKey(), value.asText().substring(0, TEXT));
                } else {
                  shorten(value);
                }
              });
    } else if (node instanceof ArrayNode list) {
      while (list.size() > ITEMS) {
        list.remove(list.size() - 1);
      }
      list.forEach(SyntheticCatalogue::shorten);
    }
  }
}
