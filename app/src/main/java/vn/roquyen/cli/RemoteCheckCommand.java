package vn.roquyen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.service.StoreService;

/** Tries whether a shared store can be used, and how. */
@Command(name = "check", description = "${bundle:cli.remote.check.help}")
final class RemoteCheckCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(paramLabel = "NAME", description = "${bundle:cli.remote.name}")
  String name = "";

  RemoteCheckCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    StoreService.Checked checked;
    try (Services services = program.open()) {
      checked = services.stores().check(name);
    }
    new RemoteText(program).checked(checked);
    return checked.state() == RemoteState.READY ? 0 : FaultCode.REMOTE_NOT_NOW.exitCode();
  }
}
