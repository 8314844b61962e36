package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The shared stores of this data folder; each thing to do with them is a command below it. */
@Command(name = "remote", description = "${bundle:cli.remote.help}")
final class RemoteCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin HelpOption help = new HelpOption();

  RemoteCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    throw program.misused("remote", "cli.remote.which");
  }
}
