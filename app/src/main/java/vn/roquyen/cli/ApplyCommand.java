package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Receives change files, folders of them and parcels. */
@Command(name = "apply", description = "${bundle:cli.apply.help}")
final class ApplyCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.apply.path}")
  List<Path> paths = List.of();

  ApplyCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      OutcomeLines lines = new OutcomeLines(program, "applied", services.registers()::units);
      return lines.write(services.exchange().receive(paths));
    }
  }
}
