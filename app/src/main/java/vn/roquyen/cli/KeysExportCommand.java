package vn.roquyen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** Copies the keys that founded the space, under a password, for a safe place. */
@Command(name = "export", description = "${bundle:cli.keys.export.help}")
final class KeysExportCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "${bundle:cli.keys.export.out}")
  Path out = Path.of("");

  /** In a file, because what is typed as an argument is seen by everyone on the machine. */
  @Option(
      names = "--password-file",
      required = true,
      paramLabel = "F",
      description = "${bundle:cli.keys.export.password}")
  Path password = Path.of("");

  KeysExportCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    String secret = read().strip();
    if (secret.isEmpty()) {
      throw program.misused("keys export", "cli.keys.export.empty", password);
    }
    try (Services services = program.open()) {
      services.keys().copyFounders(out, secret.toCharArray());
    }
    new KeyText(program).written("cli.keys.export.done", out);
    return 0;
  }

  private String read() {
    try {
      return Files.readString(password, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, password.toString());
    }
  }
}
