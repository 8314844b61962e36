package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in a certificate, a revocation or a next root. */
@Command(name = "accept", description = "${bundle:cli.keys.accept.help}")
final class KeysAcceptCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "F", description = "${bundle:cli.keys.accept.file}")
  Path file = Path.of("");

  KeysAcceptCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      boolean isNew = services.keys().accept(file);
      IdentityText identity = new IdentityText(program.messages(), services.registers().units());
      if (program.json()) {
        program.line(Json.line(identity.object(services.folder().identity())));
      } else {
        program.line(
            program.messages().text(isNew ? "cli.keys.accept.done" : "cli.keys.accept.known"));
        program.line(identity.line(services.folder().identity()));
      }
    }
    return 0;
  }
}
