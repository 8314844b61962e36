package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The keys of this data folder and of its space; each step is a command below it. */
@Command(name = "keys", description = "${bundle:cli.keys.help}")
final class KeysCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin HelpOption help = new HelpOption();

  KeysCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    throw program.misused("keys", "cli.keys.which");
  }
}
