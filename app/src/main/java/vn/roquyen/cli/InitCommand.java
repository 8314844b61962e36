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
import vn.roquyen.domain.Role;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.SampleData;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.FolderService.Member;
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

  @Option(
      names = "--role",
      paramLabel = "publisher|commune|inspector|hub",
      description = "${bundle:cli.init.role}")
  @Nullable Role role;

  @Option(names = "--unit", paramLabel = "CODE", description = "${bundle:cli.init.unit}")
  @Nullable String unit;

  InitCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Member member = member();
    try (Services services = program.openOrCreate()) {
      if (services.registers().current().revision() > 0) {
        throw new Fault(FaultCode.DATA_FOLDER_NOT_EMPTY, program.folder().toString());
      }
      ImportReport report;
      try (Watched watched = new Watched(program.terminal(), program.messages())) {
        report = begin(services.folder(), member, watched);
      }
      new ImportText(program).write(report);
    }
    if (choice.sample) {
      SettingsFile settings = new SettingsFile(program.paths().settings());
      String seenFrom = member.role() == Role.COMMUNE ? member.unit() : SampleData.UNIT;
      settings.save(settings.load().withUnit(seenFrom));
    }
    return 0;
  }

  private ImportReport begin(FolderService folder, Member member, Watched watched) {
    Path from = choice.from;
    return from == null
        ? folder.beginWithSample(SampleData.folder(), member, watched)
        : folder.beginWith(List.of(from), member, ImportService.Options.STRICT, watched);
  }

  private Member member() {
    Role wanted = role == null ? Role.PUBLISHER : role;
    if (wanted == Role.ISSUER || wanted == Role.DEPARTMENT) {
      throw program.misused("init", "cli.init.role.unfit");
    }
    if (wanted == Role.COMMUNE && unit == null) {
      throw program.misused("init", "cli.usage.missing", "--unit");
    }
    return new Member(wanted, unit == null ? UnitNames.PROVINCE : unit);
  }
}
