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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;

/**
 * Keeps drafts in the data folder, one file each, replaced as a whole after every step. A file that
 * cannot be read is left where it is: nobody's typing is thrown away because a program is old.
 */
public final class DraftFiles {
  private static final String ENDING = ".json";

  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();

  public DraftFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * What lies in the folder.
   *
   * @param drafts newest first
   * @param unreadable names of files that are no drafts for this program
   */
  public record Found(List<Draft> drafts, List<String> unreadable) {}

  /** Reads all drafts. */
  public Found list() {
    List<Draft> drafts = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path file : files()) {
      try {
        drafts.add(draft(json.readTree(Files.readString(file, StandardCharsets.UTF_8))));
      } catch (IOException | RuntimeException damaged) {
        unreadable.add(String.valueOf(file.getFileName()));
      }
    }
    drafts.sort((one, other) -> other.begun().compareTo(one.begun()));
    return new Found(List.copyOf(drafts), List.copyOf(unreadable));
  }

  /**
   * Keeps a draft.
   *
   * @throws Fault DISK_FULL, DATA_FOLDER_READ_ONLY; the former state is then still there
   */
  public void save(Draft draft) {
    try {
      AtomicFile.write(file(draft.id()), json.writeValueAsBytes(object(draft)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are always JSON", impossible);
    }
  }

  /**
   * Removes a draft that was published or thrown away.
   *
   * @throws Fault DATA_FOLDER_READ_ONLY
   */
  public void delete(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, folder.toString());
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ENDING);
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, folder.toString());
    }
  }

  private ObjectNode object(Draft draft) {
    ObjectNode object = json.createObjectNode();
    object.put("id", draft.id()).put("begun", draft.begun().toString()).put("done", draft.done());
    ArrayNode steps = object.putArray("steps");
    for (Draft.Step step : draft.steps()) {
      switch (step) {
        case Draft.Step.Add add -> {
          ArrayNode rows = steps.addObject().putArray("add");
          add.rows().forEach(row -> write(rows.addObject(), row));
        }
        case Draft.Step.Set set ->
            steps
                .addObject()
                .put("set", set.row())
                .put("field", set.field())
                .put("text", set.text());
        case Draft.Step.Drop drop -> steps.addObject().put("drop", drop.row());
      }
    }
    return object;
  }

  private static void write(ObjectNode object, DraftRow row) {
    object
        .put("number", row.number())
        .put("entity", row.entity().name())
        .put("key", row.key())
        .put("kind", row.kind().name());
    ObjectNode texts = object.putObject("texts");
    row.texts().forEach(texts::put);
  }

  private static Draft draft(JsonNode object) {
    List<Draft.Step> steps = new ArrayList<>();
    object.required("steps").forEach(step -> steps.add(step(step)));
    return new Draft(
        object.required("id").asText(),
        Instant.parse(object.required("begun").asText()),
        steps,
        object.required("done").asInt());
  }

  private static Draft.Step step(JsonNode object) {
    if (object.has("drop")) {
      return new Draft.Step.Drop(object.get("drop").asInt());
    }
    if (object.has("set")) {
      return new Draft.Step.Set(
          object.get("set").asInt(),
          object.required("field").asText(),
          object.required("text").asText());
    }
    List<DraftRow> rows = new ArrayList<>();
    object.required("add").forEach(row -> rows.add(row(row)));
    return new Draft.Step.Add(rows);
  }

  private static DraftRow row(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .required("texts")
        .properties()
        .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return new DraftRow(
        object.required("number").asInt(),
        Entity.valueOf(object.required("entity").asText()),
        object.required("key").asText(),
        DraftRow.Kind.valueOf(object.required("kind").asText()),
        texts);
  }
}
