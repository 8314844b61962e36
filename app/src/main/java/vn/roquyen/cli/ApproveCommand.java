package vn.roquyen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.service.WaitingChange;

/** Lists what waits for a second key, or decides on one of it. */
@Command(name = "approve", description = "${bundle:cli.approve.help}")
final class ApproveCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "${bundle:cli.approve.id}")
  @Nullable String id;

  @ArgGroup @Nullable Instead instead;

  @Option(names = "--reason", paramLabel = "TEXT", description = "${bundle:cli.approve.reason}")
  @Nullable String reason;

  /** What is done instead of approving. */
  static final class Instead {
    @Option(names = "--return", description = "${bundle:cli.approve.return}")
    boolean back;

    @Option(names = "--reject", description = "${bundle:cli.approve.reject}")
    boolean reject;
  }

  ApproveCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    ApprovalVerdict verdict = verdict();
    if (verdict != ApprovalVerdict.APPROVED && (id == null || reason == null || reason.isBlank())) {
      throw program.misused("approve", "cli.usage.missing", "--reason");
    }
    WaitingText text = new WaitingText(program);
    try (Services services = program.open()) {
      if (id != null) {
        text.decided(services.editing().approvals().decide(id, verdict, reason));
        return 0;
      }
      List<WaitingChange> waiting = services.editing().approvals().waiting();
      if (waiting.isEmpty() && !program.json()) {
        program.line(program.messages().text("proposal.none"));
      }
      for (WaitingChange change : waiting) {
        text.waiting(change, services.editing().approvals().asEdited(change).corrections());
      }
    }
    return 0;
  }

  private ApprovalVerdict verdict() {
    if (instead == null) {
      return ApprovalVerdict.APPROVED;
    }
    return instead.back ? ApprovalVerdict.RETURNED : ApprovalVerdict.REJECTED;
  }
}
