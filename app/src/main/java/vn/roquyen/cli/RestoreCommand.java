package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.roquyen.service.BackupService;

/** Makes a data folder of a backup; it is a new replica with the old journal. */
@Command(name = "restore", description = "${bundle:cli.restore.help}")
final class RestoreCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "DIR", description = "${bundle:cli.restore.from}")
  Path from = Path.of("");

  RestoreCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    BackupService.copy(from, program.folder());
    String digest;
    try (Services services = program.openRestored()) {
      digest = services.exchange().digest();
    }
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("data", program.folder().toString());
      object.put("digest", digest);
      program.line(Json.line(object));
    } else {
      program.line(program.messages().text("cli.restore.done", program.folder(), digest));
    }
    return 0;
  }
}
