package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Names the shared stores and how it stands with each; none is asked. */
@Command(name = "ls", description = "${bundle:cli.remote.ls.help}")
final class RemoteListCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  RemoteListCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      new RemoteText(program).standings(services.sync().standings());
    }
    return 0;
  }
}
