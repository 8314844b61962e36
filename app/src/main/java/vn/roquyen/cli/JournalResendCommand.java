package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.service.LostRow;

/** Enters again what a change of a lost branch says and the register does not show. */
@Command(name = "resend", description = "${bundle:cli.journal.resend.help}")
final class JournalResendCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.journal.id}")
  String id = "";

  JournalResendCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    ChangeId change;
    List<LostRow> rows;
    List<ChangeId> waiting;
    try (Services services = program.open()) {
      change = new ChangeId(services.journal().show(id.strip()).line().id());
      if (!services.lost().changes().contains(change)) {
        throw new Fault(FaultCode.CHANGE_UNKNOWN, id.strip());
      }
      rows =
          services.lost().rows().stream()
              .filter(row -> row.changes().contains(change) && row.mayBeResent())
              .toList();
      waiting = services.lost().resend(rows);
    }
    if (program.json()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("change", change.hex());
      object.put("rows", rows.stream().map(LostText::object).toList());
      object.put("waiting", waiting.stream().map(ChangeId::hex).toList());
      program.line(Json.line(object));
    } else {
      LostText words = new LostText(program.messages());
      rows.forEach(row -> program.line(words.line(row)));
      program.line(program.messages().text("sync.lost.resent", rows.size(), waiting.size()));
    }
    return 0;
  }
}
