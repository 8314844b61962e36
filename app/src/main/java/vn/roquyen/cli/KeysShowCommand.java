package vn.roquyen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.Identity;
import vn.roquyen.service.KeyLine;

/** Shows who this folder is and whose keys count in its space. */
@Command(name = "show", description = "${bundle:cli.keys.show.help}")
final class KeysShowCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  KeysShowCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<KeyLine> keys;
    Identity identity;
    UnitNames units;
    try (Services services = program.open()) {
      keys = services.keys().keys();
      identity = services.folder().identity();
      units = services.registers().units();
    }
    if (!program.json()) {
      program.line(new IdentityText(program.messages(), units).line(identity));
    }
    KeyText text = new KeyText(program, units);
    keys.forEach(text::line);
    return 0;
  }
}
