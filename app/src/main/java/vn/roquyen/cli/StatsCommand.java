package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.roquyen.service.RecordService;

/** Says how much the data folder holds. */
@Command(name = "stats", description = "${bundle:cli.stats.help}")
final class StatsCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  StatsCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    RecordService.Inventory inventory;
    try (Services services = program.open()) {
      inventory = services.records().inventory();
    }
    if (program.json()) {
      Map<String, Object> rows = new LinkedHashMap<>();
      inventory.rows().forEach((entity, count) -> rows.put(Names.lower(entity), count));
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("data", program.folder().toAbsolutePath().toString());
      object.put("revision", inventory.revision());
      object.put("rows", rows);
      program.line(Json.line(object));
    } else {
      program.line(
          program
              .messages()
              .text(
                  "cli.stats.title",
                  program.folder().toAbsolutePath().toString(),
                  inventory.revision()));
      inventory
          .rows()
          .forEach(
              (entity, count) -> {
                String name = program.messages().name("entity", entity);
                program.line("  " + program.messages().text("cli.stats.line", name, count));
              });
    }
    return 0;
  }
}
