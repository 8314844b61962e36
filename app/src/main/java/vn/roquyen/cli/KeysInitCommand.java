package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Role;
import vn.roquyen.service.FolderService.Member;

/** Founds a space for an issuer or a publisher; for anyone else makes a key only. */
@Command(name = "init", description = "${bundle:cli.keys.init.help}")
final class KeysInitCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "${bundle:cli.keys.role}")
  Role role = Role.PUBLISHER;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "CODE",
      description = "${bundle:cli.init.unit}")
  String unit = "";

  @Option(names = "--name", paramLabel = "T", description = "${bundle:cli.keys.name}")
  String name = "";

  KeysInitCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.openOrCreate()) {
      boolean founded = services.keys().init(new Member(role, unit.strip()), name.strip());
      IdentityText identity = new IdentityText(program.messages(), services.registers().current());
      if (program.json()) {
        program.line(Json.line(identity.object(services.folder().identity())));
      } else {
        program.line(
            program.messages().text(founded ? "cli.keys.init.founded" : "cli.keys.init.waiting"));
      }
    }
    return 0;
  }
}
