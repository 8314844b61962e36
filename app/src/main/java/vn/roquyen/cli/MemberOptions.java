package vn.roquyen.cli;

import picocli.CommandLine.Option;
import vn.roquyen.domain.Role;
import vn.roquyen.service.FolderService.Member;

/** Who a key is for: both must be said. */
final class MemberOptions {
  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "${bundle:cli.keys.role}")
  Role role = Role.COMMUNE;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "CODE",
      description = "${bundle:cli.init.unit}")
  String unit = "";

  /**
   * Who that is.
   *
   * @param command for which it was said
   */
  Member member(RoQuyenCommand program, String command) {
    if (unit.isBlank()) {
      throw program.misused(command, "cli.usage.value", unit, "--unit");
    }
    return new Member(role, unit.strip());
  }
}
