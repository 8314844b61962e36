package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys of this data folder and of its space; each step is a command below it. */
@Command(name = "keys", description = "${bundle:cli.keys.help}")
final class KeysCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin HelpOption help = new HelpOption();

  @Spec CommandSpec spec = CommandSpec.create();

  KeysCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), program.messages().text("cli.keys.which"));
  }
}
