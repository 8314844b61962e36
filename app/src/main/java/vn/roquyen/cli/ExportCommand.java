package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.service.ExchangeService.Exported;
import vn.roquyen.service.ExchangeService.Selection;
import vn.roquyen.service.SyncService;

/** Writes the change files of this folder for somebody else: into a folder, or as one parcel. */
@Command(name = "export", description = "${bundle:cli.export.help}")
final class ExportCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(names = "--out", paramLabel = "DIR|F.rqp", description = "${bundle:cli.export.out}")
  @Nullable Path out;

  @Option(names = "--to", paramLabel = "REMOTE", description = "${bundle:cli.export.to}")
  @Nullable String to;

  @Option(names = "--own", description = "${bundle:cli.export.own}")
  boolean own;

  @Option(names = "--since", paramLabel = "N", description = "${bundle:cli.export.since}")
  int since;

  ExportCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (out == null && to == null) {
      throw program.misused("export", "cli.usage.missing", "--out, --to");
    }
    if (since < 0) {
      throw program.misused("export", "cli.usage.value", since, "--since");
    }
    try (Services services = program.open()) {
      if (out != null) {
        show(services.exchange().export(out, new Selection(since, own)));
      }
      if (to != null) {
        send(services, to);
      }
    }
    return 0;
  }

  private void send(Services services, String store) {
    RemoteText text = new RemoteText(program, services.registers()::units);
    SyncService.Round round;
    try (Watched watched = new Watched(program.terminal(), program.messages())) {
      round = services.sync().send(store, watched);
    }
    text.round(round);
    if (round.state() != RemoteState.READY) {
      throw new Fault(FaultCode.REMOTE_NOT_NOW, store, text.state(round));
    }
  }

  private void show(Exported exported) {
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("out", exported.target().toString());
      object.put("documents", exported.documents());
      object.put("new", exported.fresh());
      program.line(Json.line(object));
    } else {
      program.line(
          program
              .messages()
              .text("cli.export.done", exported.target(), exported.documents(), exported.fresh()));
    }
  }
}
