package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.platform.SampleData;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.Lookup;
import vn.roquyen.service.Question;

/**
 * Shows the program on the sample data: the window where there is a display, else the same look-up
 * in the terminal.
 */
@Command(name = "demo", description = "${bundle:cli.demo.help}")
final class DemoCommand implements Callable<Integer> {
  private static final String MATTER = "gia hạn giấy phép lao động";
  private static final int HITS = 5;

  private final RoQuyenCommand program;

  DemoCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (program.openWindow(true)) {
      return 0;
    }
    program.terminal().err().println(program.messages().text("cli.demo.headless"));
    program.terminal().err().flush();
    try (Services services = program.openOrCreate()) {
      if (services.registers().current().revision() == 0) {
        services
            .folder()
            .beginWithSample(
                SampleData.folder(),
                FolderService.Member.of(Settings.Role.CLERK, SampleData.UNIT),
                new Watched(program.terminal(), program.messages()));
        SettingsFile settings = new SettingsFile(program.paths().settings());
        settings.save(settings.load().withUnit(SampleData.UNIT));
      }
      show(services);
    }
    return 0;
  }

  private void show(Services services) {
    Commune unit = services.registers().unit(SampleData.UNIT);
    LocalDate day = LocalDate.now(program.clock());
    Lookup lookup =
        services.lookup().find(new Question(MATTER, false, SearchFilter.ALL, unit, day, HITS));
    new HitText(program.messages()).lines(MATTER, lookup, unit, day).forEach(program::line);
  }
}
