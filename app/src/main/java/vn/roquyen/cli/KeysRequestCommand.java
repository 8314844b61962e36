package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Joins the space of an invitation and asks for this machine's certificate. */
@Command(name = "request", description = "${bundle:cli.keys.request.help}")
final class KeysRequestCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--invite",
      required = true,
      paramLabel = "F",
      description = "${bundle:cli.keys.request.invite}")
  Path invitation = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "${bundle:cli.keys.out}")
  Path out = Path.of("");

  @Option(names = "--name", paramLabel = "T", description = "${bundle:cli.keys.name}")
  String name = "";

  KeysRequestCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.openOrCreate()) {
      services.keys().request(invitation, name.strip(), out);
    }
    new KeyText(program).written("cli.keys.request.done", out);
    return 0;
  }
}
