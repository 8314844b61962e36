package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.impact.Difference;

/** Compares what is in force on two days: new, changed, ended, with the reason. */
@Command(name = "diff", description = "${bundle:cli.diff.help}")
final class DiffCommand implements Callable<Integer> {
  private final RoQuyenCommand program;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.diff.from}")
  LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.diff.to}")
  LocalDate to = LocalDate.EPOCH;

  DiffCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new Fault(
          FaultCode.USAGE, program.messages().text("cli.usage.value", Day.text(to), "--to"));
    }
    List<Difference> differences;
    try (Services services = program.open()) {
      differences = services.review().impact().differences(from, to);
    }
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("from", from);
      object.put("to", to);
      object.put("differences", differences.stream().map(this::object).toList());
      program.line(Json.line(object));
    } else {
      text(differences);
    }
    return 0;
  }

  private Map<String, @Nullable Object> object(Difference difference) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("kind", difference.kind());
    object.put("entity", Names.lower(difference.subject()));
    object.put("id", difference.id());
    object.put("about", difference.about());
    object.put("title", difference.title());
    object.put("before", difference.before());
    object.put("after", difference.after());
    object.put("code", difference.reason().why());
    object.put("reason", program.messages().of(difference.reason()));
    return object;
  }

  private void text(List<Difference> differences) {
    program.line(
        program
            .messages()
            .text("cli.diff.title", Day.text(from), Day.text(to), differences.size()));
    for (Difference.Kind kind : Difference.Kind.values()) {
      for (Difference one : differences) {
        if (one.kind() == kind) {
          String sign = "[" + program.messages().name("diff.kind", kind) + "] ";
          String line = one.id() + " – " + one.title() + ". " + program.messages().of(one.reason());
          paragraph.lines(line, sign, "    ").forEach(program::line);
        }
      }
    }
  }
}
