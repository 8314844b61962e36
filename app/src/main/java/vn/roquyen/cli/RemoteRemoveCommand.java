package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a shared store; what lies in it stays there. */
@Command(name = "rm", description = "${bundle:cli.remote.rm.help}")
final class RemoteRemoveCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(paramLabel = "NAME", description = "${bundle:cli.remote.name}")
  String name = "";

  RemoteRemoveCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      services.stores().remove(name);
      new RemoteText(program).removed(name);
    }
    return 0;
  }
}
