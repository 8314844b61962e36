package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Row;
import vn.roquyen.service.RecordService;
import vn.roquyen.service.WaitingChange;

/** Shows a record as it stands in the register, with what belongs to it. */
@Command(name = "show", description = "${bundle:cli.show.help}")
final class ShowCommand implements Callable<Integer> {
  private final RoQuyenCommand program;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);

  @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.id}")
  String id = "";

  @Mixin KnownOption known = new KnownOption();

  ShowCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    RecordService.Found found;
    List<WaitingChange> waiting;
    try (Services services = program.open()) {
      found =
          known.known == null ? find(services) : known.answers(services).records().find(id.strip());
      waiting =
          known.known == null
              ? services.editing().approvals().touching(found.row().entity(), found.row().key())
              : List.of();
    }
    if (program.json()) {
      Map<String, @Nullable Object> object = object(found.row());
      object.put("related", found.related().stream().map(ShowCommand::object).toList());
      object.put("waiting", waiting.stream().map(WaitingChange::id).toList());
      program.line(Json.line(object));
    } else {
      text(found.row(), "");
      found.related().forEach(row -> text(row, "  "));
      waiting.forEach(change -> program.line(new WaitingText(program).touching(change)));
    }
    return 0;
  }

  /** What is in the register, else what is only proposed for it. */
  private RecordService.Found find(Services services) {
    try {
      return services.records().find(id.strip());
    } catch (Fault fault) {
      Row proposed = services.editing().approvals().proposed(id.strip());
      if (fault.code() != FaultCode.RECORD_UNKNOWN || proposed == null) {
        throw fault;
      }
      return new RecordService.Found(proposed, List.of());
    }
  }

  private static Map<String, @Nullable Object> object(Row row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("entity", Names.lower(row.entity()));
    object.put("id", row.key());
    row.entity().columns().keySet().forEach(name -> object.put(name, row.values().get(name)));
    return object;
  }

  private void text(Row row, String indent) {
    if (!indent.isEmpty()) {
      program.line("");
    }
    program.line(indent + program.messages().name("entity", row.entity()) + " " + row.key());
    row.values()
        .forEach(
            (name, value) -> {
              String label = indent + "  " + program.messages().column(row.entity(), name) + ": ";
              paragraph.lines(text(name, value), label, indent + "      ").forEach(program::line);
            });
  }

  private String text(String column, Object value) {
    String text = text(value);
    return program.messages().valueName(column, text);
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      List<String> parts = new ArrayList<>();
      for (Object part : list) {
        parts.add(part instanceof Map<?, ?> map ? "\n– " + text(map) : String.valueOf(part));
      }
      return String.join("", parts).strip();
    }
    return value instanceof LocalDate day ? Day.text(day) : value.toString();
  }

  private static String text(Map<?, ?> map) {
    return map.values().stream()
        .map(String::valueOf)
        .filter(part -> !part.isBlank())
        .reduce((left, right) -> left + " · " + right)
        .orElse("");
  }
}
