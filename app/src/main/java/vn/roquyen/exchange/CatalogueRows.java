package vn.roquyen.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.DecidingSentence;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;

/** Reads procedures in the form of the national catalogue: JSON Lines, one procedure a line. */
final class CatalogueRows implements RowReader {
  private static final int DEPTH = 8;
  private static final int LIST = 1_000;
  private static final Set<String> LEVELS = Set.of("bo", "tinh", "xa", "khac");

  /** The parts of each list that are kept. */
  private static final Map<String, Set<String>> PARTS =
      Map.of(
          "channels", Set.of("channel", "time_value", "time_unit", "fee", "note"),
          "dossier", Set.of("group", "name", "form", "originals", "copies"),
          "legal", Set.of("number", "title", "issued", "issuer"));

  private final String file;
  private final InputLimits limits;
  private final InputBytes bytes;
  private final Lines lines;
  private final JsonFactory json;
  private int rows;

  CatalogueRows(Path path, InputLimits limits) {
    this.file = String.valueOf(path.getFileName());
    this.limits = limits;
    this.bytes = new InputBytes(path, limits);
    this.lines = new Lines(new StrictUtf8Reader(bytes, file), limits.lineCharacters());
    this.json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(limits.lineCharacters())
                    .build())
            .build();
  }

  @Override
  public @Nullable ReadRow next() {
    try {
      String text = lines.next();
      while (text != null && text.isBlank() && !lines.tooLong()) {
        text = lines.next();
      }
      if (text == null) {
        return null;
      }
      if (++rows > limits.rows()) {
        throw new Fault(
            FaultCode.INPUT_TOO_LARGE,
            file + ":" + lines.number(),
            Integer.toString(limits.rows()));
      }
      return row(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Set<String> stated() {
    return Entity.PROCEDURE.columns().keySet();
  }

  @Override
  public long bytesRead() {
    return bytes.rawBytes();
  }

  @Override
  public void close() {
    bytes.close();
  }

  private ReadRow row(String text) throws IOException {
    long line = lines.number();
    Map<String, Object> values = new LinkedHashMap<>();
    try {
      if (lines.tooLong()) {
        throw new CellRules.Unusable(
            RowProblem.LINE_TOO_LONG, Integer.toString(limits.lineCharacters()));
      }
      try (JsonParser parser = json.createParser(text)) {
        fill(parser, values);
      }
      check(values);
      Object key = values.remove("code");
      readDecidingBody(values);
      return new ReadRow.Good(line, new Row(Entity.PROCEDURE, String.valueOf(key), values));
    } catch (CellRules.Unusable unusable) {
      BadRow problem = unusable.at(file, line);
      return new ReadRow.Bad(values.get("code") instanceof String code ? code : null, problem);
    } catch (JsonProcessingException invalid) {
      String reason = CellRules.shortened(invalid.getOriginalMessage());
      return new ReadRow.Bad(
          values.get("code") instanceof String code ? code : null,
          new BadRow(file, line, RowProblem.JSON_INVALID, reason));
    }
  }

  /** Done here, once, because lists and cards must agree and lists do not read the steps. */
  private static void readDecidingBody(Map<String, Object> values) {
    if (!values.containsKey("agency") && !values.containsKey("authority")) {
      String steps = values.get("steps") instanceof String text ? text : null;
      String levels = values.get("levels") instanceof String text ? text : "";
      String body = DecidingSentence.body(steps, Set.of(levels.split("\\|")));
      if (body != null) {
        values.put("deciding_body", body);
      }
    }
  }

  private static void check(Map<String, Object> values) throws CellRules.Unusable {
    for (String needed : List.of("code", "name")) {
      if (!values.containsKey(needed)) {
        throw new CellRules.Unusable(RowProblem.VALUE_MISSING, needed);
      }
    }
    if (values.get("levels") instanceof String levels) {
      for (String level : levels.split("\\|")) {
        if (!LEVELS.contains(level.strip())) {
          throw new CellRules.Unusable(
              RowProblem.TOKEN_UNKNOWN, "levels", CellRules.shortened(level));
        }
      }
    }
    if (values.get("snapshot") instanceof String snapshot) {
      values.put("snapshot", CellRules.date("snapshot", snapshot).toString());
    }
  }

  private static void fill(JsonParser parser, Map<String, Object> values)
      throws IOException, CellRules.Unusable {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new CellRules.Unusable(RowProblem.SHAPE_INVALID, "{");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Column column = Entity.PROCEDURE.column(name);
      boolean known = name.equals("code") || (column != null && !name.equals("deciding_body"));
      if (!known) {
        parser.skipChildren();
      } else {
        boolean list = column != null && column.type() == Column.Type.LIST;
        Object value = list ? list(parser, name) : text(parser, name);
        if (value != null) {
          values.put(name, value);
        }
      }
    }
    if (parser.nextToken() != null) {
      throw new CellRules.Unusable(RowProblem.SHAPE_INVALID, "}");
    }
  }

  private static @Nullable String text(JsonParser parser, String name)
      throws IOException, CellRules.Unusable {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == null || !token.isScalarValue()) {
      throw new CellRules.Unusable(RowProblem.SHAPE_INVALID, name);
    }
    return CleanText.of(parser.getText());
  }

  private static @Nullable List<Map<String, String>> list(JsonParser parser, String name)
      throws IOException, CellRules.Unusable {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new CellRules.Unusable(RowProblem.SHAPE_INVALID, name);
    }
    Set<String> kept = PARTS.getOrDefault(name, Set.of());
    List<Map<String, String>> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new CellRules.Unusable(RowProblem.SHAPE_INVALID, name);
      }
      Map<String, String> part = part(parser, name, kept);
      if (!part.isEmpty()) {
        list.add(part);
      }
      if (list.size() > LIST) {
        throw new CellRules.Unusable(
            RowProblem.TEXT_TOO_LONG, name, "> " + LIST, Integer.toString(LIST));
      }
    }
    return list.isEmpty() ? null : list;
  }

  private static Map<String, String> part(JsonParser parser, String list, Set<String> kept)
      throws IOException, CellRules.Unusable {
    Map<String, String> part = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (!kept.contains(name)) {
        parser.skipChildren();
        continue;
      }
      String text = text(parser, list + "." + name);
      if (text != null) {
        part.put(name, text);
      }
    }
    return part;
  }
}
