package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.KeyLine;

/** Takes a certificate back; what came before the last good change stays. */
@Command(name = "revoke", description = "${bundle:cli.keys.revoke.help}")
final class KeysRevokeCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.keys.revoke.id}")
  String id = "";

  @Option(
      names = "--last",
      paramLabel = "REPLICA:SEQ",
      description = "${bundle:cli.keys.revoke.last}")
  @Nullable String last;

  @Option(names = "--out", paramLabel = "F", description = "${bundle:cli.keys.out}")
  @Nullable Path out;

  KeysRevokeCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    KeyLine revoked;
    UnitNames units;
    try (Services services = program.open()) {
      revoked = services.keys().revoke(id.strip(), last, out);
      units = services.registers().units();
    }
    KeyText text = new KeyText(program, units);
    text.line(revoked);
    if (out != null) {
      text.written("cli.keys.revoke.done", out);
    }
    return 0;
  }
}
