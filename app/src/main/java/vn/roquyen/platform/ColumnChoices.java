package vn.roquyen.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.draft.ColumnChoice;

/**
 * Remembers how the columns of annexes were read, for the next annex of the same headers. A file
 * that is missing or damaged remembers nothing: the headers are then read as those of a new annex.
 */
public final class ColumnChoices {
  private static final int MOST = 100;

  private final Path file;
  private final ObjectMapper json = new ObjectMapper();

  public ColumnChoices(Path file) {
    this.file = file;
  }

  private record Kept(List<String> headers, ColumnChoice choice) {}

  /** What was chosen last for an annex of these headers, or null. */
  public @Nullable ColumnChoice find(List<String> headers) {
    List<String> plain = ColumnChoice.plain(headers);
    return load().stream()
        .filter(kept -> kept.headers().equals(plain))
        .map(Kept::choice)
        .findFirst()
        .orElse(null);
  }

  /**
   * Remembers a choice in place of the former one.
   *
   * @throws vn.roquyen.domain.Fault DISK_FULL, DATA_FOLDER_READ_ONLY
   */
  public void keep(List<String> headers, ColumnChoice choice) {
    List<String> plain = ColumnChoice.plain(headers);
    List<Kept> all = new ArrayList<>();
    all.add(new Kept(plain, choice));
    load().stream().filter(kept -> !kept.headers().equals(plain)).limit(MOST - 1).forEach(all::add);
    ArrayNode array = json.createArrayNode();
    all.forEach(kept -> write(array.addObject(), kept));
    try {
      AtomicFile.write(file, json.writeValueAsBytes(array));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts are always JSON", impossible);
    }
  }

  private static void write(ObjectNode object, Kept kept) {
    ArrayNode headers = object.putArray("headers");
    kept.headers().forEach(headers::add);
    Entity entity = kept.choice().entity();
    if (entity != null) {
      object.put("entity", entity.name());
    }
    ObjectNode fields = object.putObject("fields");
    kept.choice().fields().forEach(fields::put);
  }

  private List<Kept> load() {
    List<Kept> all = new ArrayList<>();
    try {
      if (Files.isRegularFile(file)) {
        json.readTree(Files.readString(file, StandardCharsets.UTF_8))
            .forEach(object -> all.add(kept(object)));
      }
      return all;
    } catch (IOException | RuntimeException damaged) {
      return List.of();
    }
  }

  private static Kept kept(JsonNode object) {
    List<String> headers = new ArrayList<>();
    object.required("headers").forEach(header -> headers.add(header.asText()));
    Map<String, String> fields = new LinkedHashMap<>();
    object
        .required("fields")
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    Entity entity = object.has("entity") ? Entity.valueOf(object.get("entity").asText()) : null;
    return new Kept(headers, new ColumnChoice(entity, fields));
  }
}
