package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.service.FolderService.Member;

/** Founds a space for an issuer or a publisher; for anyone else makes a key only. */
@Command(name = "init", description = "${bundle:cli.keys.init.help}")
final class KeysInitCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin MemberOptions of = new MemberOptions();

  @Option(names = "--name", paramLabel = "T", description = "${bundle:cli.keys.name}")
  String name = "";

  KeysInitCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Member member = of.member(program, "keys init");
    try (Services services = program.openOrCreate()) {
      boolean founded = services.keys().init(member, name.strip());
      IdentityText identity = new IdentityText(program.messages(), services.registers().units());
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
