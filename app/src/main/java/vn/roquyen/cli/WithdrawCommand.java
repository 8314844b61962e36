package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.ApprovalVerdict;

/** Takes back a change that waits for a second key. */
@Command(name = "withdraw", description = "${bundle:cli.withdraw.help}")
final class WithdrawCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.withdraw.id}")
  String id = "";

  WithdrawCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      new WaitingText(program)
          .decided(services.editing().approvals().decide(id, ApprovalVerdict.WITHDRAWN, null));
    }
    return 0;
  }
}
