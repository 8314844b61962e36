package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.service.DoctorService.Findings;

/** Examines the data folder against its journal, and fills the tables anew when asked. */
@Command(name = "doctor", description = "${bundle:cli.doctor.help}")
final class DoctorCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(names = "--rebuild", description = "${bundle:cli.doctor.rebuild}")
  boolean rebuild;

  DoctorCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Findings found;
    try (Services services = program.open();
        Watched watched = new Watched(program.terminal(), program.messages())) {
      if (rebuild) {
        services.doctor().rebuild(watched);
      }
      found = services.doctor().examine(watched);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("documents", found.documents());
    object.put("changes", found.changes());
    object.put("unreadable", found.unreadable());
    object.put("cutBytes", found.cutBytes());
    object.put("withoutEffect", found.withoutEffect());
    object.put("forks", found.forks());
    object.put("waiting", found.waiting());
    object.put("tablesAgree", found.tablesAgree());
    object.put("rebuilt", rebuild);
    if (program.json()) {
      program.line(Json.line(object));
    } else {
      program.line(
          program.messages().text("cli.doctor.journal", found.documents(), found.changes()));
      program.line(
          program
              .messages()
              .text(
                  "cli.doctor.journal.state",
                  found.unreadable(),
                  found.withoutEffect(),
                  found.forks(),
                  found.waiting()));
      program.line(
          program.messages().text(found.tablesAgree() ? "cli.doctor.agree" : "cli.doctor.differ"));
    }
    return found.sound() ? 0 : FaultCode.DATABASE_DAMAGED.exitCode();
  }
}
