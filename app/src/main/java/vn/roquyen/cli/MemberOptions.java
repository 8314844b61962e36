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

  Member member() {
    return new Member(role, unit.strip());
  }
}
