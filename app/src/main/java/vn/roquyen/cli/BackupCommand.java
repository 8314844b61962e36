package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.service.BackupService;

/** Copies journal, keys and settings: all that cannot be rebuilt. */
@Command(name = "backup", description = "${bundle:cli.backup.help}")
final class BackupCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "${bundle:cli.backup.out}")
  Path out = Path.of("");

  BackupCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    BackupService.Copied copied;
    // Opening says whether the folder is whole, and holds its lock meanwhile.
    try (Services services = program.open()) {
      services.exchange().digest();
      copied = BackupService.copy(program.folder(), out);
    }
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("out", out.toString());
      object.put("files", copied.files());
      object.put("bytes", copied.bytes());
      program.line(Json.line(object));
    } else {
      program.line(program.messages().text("cli.backup.done", out, copied.files()));
    }
    return 0;
  }
}
