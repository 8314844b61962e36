package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.SampleData;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.service.ImportReport;
import vn.roquyen.service.ImportService;

/** Fills a new data folder with the sample data or with a folder of one's own. */
@Command(name = "init", description = "${bundle:cli.init.help}")
final class InitCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @ArgGroup(multiplicity = "1")
  Choice choice = new Choice();

  /** Where the data come from. */
  static final class Choice {
    @Option(names = "--sample", description = "${bundle:cli.init.sample}")
    boolean sample;

    @Option(names = "--from", paramLabel = "DIR", description = "${bundle:cli.init.from}")
    @Nullable Path from;
  }

  InitCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Path from = choice.from == null ? SampleData.folder() : choice.from;
    try (Services services = program.openOrCreate()) {
      if (services.registers().current().revision() > 0) {
        throw new Fault(FaultCode.DATA_FOLDER_NOT_EMPTY, program.folder().toString());
      }
      ImportReport report;
      try (Watched watched = new Watched(program.terminal(), program.messages())) {
        report = services.imports().apply(List.of(from), ImportService.Options.STRICT, watched);
      }
      new ImportText(program).write(report);
    }
    if (choice.sample) {
      SettingsFile settings = new SettingsFile(program.paths().settings());
      settings.save(settings.load().withUnit(SampleData.UNIT));
    }
    return 0;
  }
}
