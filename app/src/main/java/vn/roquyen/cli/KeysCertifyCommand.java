package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.KeyLine;

/** Answers a request with a certificate. */
@Command(name = "certify", description = "${bundle:cli.keys.certify.help}")
final class KeysCertifyCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "F", description = "${bundle:cli.keys.certify.request}")
  Path request = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "${bundle:cli.keys.out}")
  Path out = Path.of("");

  KeysCertifyCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    KeyLine certified;
    UnitNames units;
    try (Services services = program.open()) {
      certified = services.keys().certify(request, out);
      units = services.registers().units();
    }
    KeyText text = new KeyText(program, units);
    text.line(certified);
    text.written("cli.keys.certify.done", out);
    return 0;
  }
}
