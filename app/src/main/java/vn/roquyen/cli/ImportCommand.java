package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.service.ImportReport;
import vn.roquyen.service.ImportService;

/** Takes registers and catalogues from files into the data folder. */
@Command(name = "import", description = "${bundle:cli.import.help}")
final class ImportCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.import.path}")
  List<Path> paths = List.of();

  @Option(names = "--skip-bad-rows", description = "${bundle:cli.import.skip}")
  boolean skipBadRows;

  ImportCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.openOrCreate();
        Watched watched = new Watched(program.terminal(), program.messages())) {
      ImportReport report =
          services.imports().apply(paths, new ImportService.Options(skipBadRows), watched);
      watched.close();
      new ImportText(program).write(report);
    }
    return 0;
  }
}
