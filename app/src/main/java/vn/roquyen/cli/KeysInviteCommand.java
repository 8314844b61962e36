package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Role;
import vn.roquyen.service.FolderService.Member;

/** Writes the invitation with which a unit's machine asks for its certificate. */
@Command(name = "invite", description = "${bundle:cli.keys.invite.help}")
final class KeysInviteCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin MemberOptions of = new MemberOptions();

  @Option(names = "--field", paramLabel = "ID", description = "${bundle:cli.keys.field}")
  Set<String> fields = Set.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "${bundle:cli.keys.out}")
  Path out = Path.of("");

  KeysInviteCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Member member = of.member(program, "keys invite");
    if (of.role == Role.ISSUER) {
      throw program.misused("keys invite", "cli.keys.invite.unfit");
    }
    try (Services services = program.open()) {
      services.keys().invite(member, fields, out);
    }
    new KeyText(program).written("cli.keys.invite.done", out);
    return 0;
  }
}
