package vn.roquyen.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.KeyLine;

/** Certificates and the files of the way to one, for a person and for a script. */
final class KeyText {
  private final RoQuyenCommand program;
  private final UnitNames units;

  /** For files alone: no unit is named. */
  KeyText(RoQuyenCommand program) {
    this(program, UnitNames.NONE);
  }

  KeyText(RoQuyenCommand program, UnitNames units) {
    this.program = program;
    this.units = units;
  }

  /** One line a certificate. */
  void line(KeyLine key) {
    program.line(program.json() ? Json.line(object(key)) : text(key));
  }

  /** Says that a file was written and where it goes. */
  void written(String key, Path file) {
    String path = file.toAbsolutePath().toString();
    program.line(
        program.json() ? Json.line(Map.of("file", path)) : program.messages().text(key, path));
  }

  private String text(KeyLine key) {
    String roles =
        key.roles().stream()
            .sorted()
            .map(role -> program.messages().name("keyRole", role))
            .collect(Collectors.joining(", "));
    String line =
        program
            .messages()
            .text(
                "cli.keys.line",
                key.id(),
                roles,
                program.messages().unit(key.unit(), units),
                program.messages().name("keyState", key.state()),
                day(key.to()));
    String name = key.name().isBlank() ? "" : " · " + key.name();
    return line + name + (key.own() ? " · " + program.messages().text("cli.keys.own") : "");
  }

  private Map<String, @Nullable Object> object(KeyLine key) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", key.id());
    object.put("roles", key.roles().stream().sorted().map(Names::lower).toList());
    object.put("unit", key.unit());
    object.put("name", key.name());
    object.put("from", key.from());
    object.put("to", key.to());
    object.put("state", Names.lower(key.state()));
    object.put("own", key.own());
    return object;
  }

  private String day(Instant time) {
    return Day.text(time.atZone(program.clock().getZone()).toLocalDate());
  }
}
