package vn.roquyen.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One line over the public register: equal on two machines when their registers are equal. */
@Command(name = "digest", description = "${bundle:cli.digest.help}")
final class DigestCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  DigestCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      String digest = services.exchange().digest();
      program.line(program.json() ? Json.line(Map.of("digest", digest)) : digest);
    }
    return 0;
  }
}
