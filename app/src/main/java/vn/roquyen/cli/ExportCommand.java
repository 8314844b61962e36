package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.service.ExchangeService.Exported;
import vn.roquyen.service.ExchangeService.Selection;

/** Writes the change files of this folder for somebody else: into a folder, or as one parcel. */
@Command(name = "export", description = "${bundle:cli.export.help}")
final class ExportCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR|F.rqp",
      description = "${bundle:cli.export.out}")
  Path out = Path.of("");

  @Option(names = "--own", description = "${bundle:cli.export.own}")
  boolean own;

  @Option(names = "--since", paramLabel = "N", description = "${bundle:cli.export.since}")
  int since;

  ExportCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Exported exported;
    try (Services services = program.open()) {
      exported = services.exchange().export(out, new Selection(Math.max(since, 0), own));
    }
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("out", exported.target().toString());
      object.put("documents", exported.documents());
      object.put("new", exported.fresh());
      program.line(Json.line(object));
    } else {
      program.line(
          program
              .messages()
              .text("cli.export.done", exported.target(), exported.documents(), exported.fresh()));
    }
    return 0;
  }
}
