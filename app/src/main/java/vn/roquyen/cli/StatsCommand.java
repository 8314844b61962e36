package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import vn.roquyen.service.Identity;
import vn.roquyen.service.Stats;

/** Says how much the data folder holds and up to which day it reaches. */
@Command(name = "stats", description = "${bundle:cli.stats.help}")
final class StatsCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  StatsCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Stats stats;
    Identity identity;
    IdentityText who;
    int waiting;
    try (Services services = program.open()) {
      stats = services.stats().stats();
      identity = services.folder().identity();
      who = new IdentityText(program.messages(), services.registers().units());
      waiting = services.editing().approvals().waiting().size();
    }
    String folder = program.folder().toAbsolutePath().toString();
    if (program.json()) {
      Map<String, @Nullable Object> object = object(stats, folder);
      object.put("waiting", waiting);
      object.put("identity", who.object(identity));
      program.line(Json.line(object));
    } else {
      text(stats, folder);
      program.line(who.line(identity));
      if (waiting > 0) {
        program.line(program.messages().text("cli.stats.waiting", waiting));
      }
    }
    return 0;
  }

  private static Map<String, @Nullable Object> object(Stats stats, String folder) {
    Map<String, Object> rows = new LinkedHashMap<>();
    stats.rows().forEach((entity, count) -> rows.put(Names.lower(entity), count));
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("data", folder);
    object.put("revision", stats.revision());
    object.put("dataDate", stats.dataDate());
    object.put("catalogueDate", stats.catalogueDate());
    object.put("registerDate", stats.registerDate());
    object.put("rows", rows);
    object.put("proceduresByLevel", stats.proceduresByLevel());
    object.put("grantsByMode", stats.grantsByMode());
    return object;
  }

  private void text(Stats stats, String folder) {
    program.line(program.messages().text("cli.stats.title", folder, stats.revision()));
    LocalDate day = stats.dataDate();
    program.line(
        program
            .messages()
            .text(
                "cli.stats.day",
                day == null ? program.messages().text("cli.unknown") : Day.text(day)));
    stats.rows().forEach((entity, count) -> line(program.messages().name("entity", entity), count));
    stats
        .grantsByMode()
        .forEach((mode, count) -> line(program.messages().name("mode", mode), count));
  }

  private void line(String name, int count) {
    program.line("  " + program.messages().text("cli.stats.line", name, count));
  }
}
