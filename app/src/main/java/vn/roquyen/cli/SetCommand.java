package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;

/** Sets fields of one row, as a person would in the window. */
@Command(name = "set", description = "${bundle:cli.set.help}")
final class SetCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "ENTITY", description = "${bundle:cli.set.entity}")
  Entity entity = Entity.NOTE;

  @Parameters(index = "1", paramLabel = "ID", description = "${bundle:cli.id}")
  String id = "";

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "FIELD=VALUE",
      description = "${bundle:cli.set.value}")
  Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--new", description = "${bundle:cli.set.new}")
  boolean isNew;

  SetCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<ChangeId> waiting;
    try (Services services = program.open()) {
      waiting = services.editing().edits().set(entity, id.strip(), values, isNew);
    }
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("entity", Names.lower(entity));
      object.put("id", id.strip());
      object.put("set", values.keySet());
      object.put("waiting", waiting.stream().map(ChangeId::hex).toList());
      program.line(Json.line(object));
    } else {
      program.line(program.messages().text("cli.set.done", id.strip()));
      new WaitingText(program).announce(waiting);
    }
    return 0;
  }
}
