package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.ExchangeService;

/** Says what would become of change files, and takes nothing. */
@Command(name = "verify", description = "${bundle:cli.verify.help}")
final class VerifyCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.apply.path}")
  List<Path> paths = List.of();

  @Option(names = "--root", paramLabel = "F", description = "${bundle:cli.verify.root}")
  @Nullable Path root;

  VerifyCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (root != null) {
      OutcomeLines lines = new OutcomeLines(program, "good", () -> UnitNames.NONE);
      return lines.write(ExchangeService.verifyUnder(root, paths));
    }
    try (Services services = program.open()) {
      OutcomeLines lines = new OutcomeLines(program, "good", services.registers()::units);
      return lines.write(services.exchange().verify(paths));
    }
  }
}
