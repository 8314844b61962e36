package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.service.DifferenceService.Axis;

/**
 * Compares two days by what is in force, or by what this register showed: new, changed, ended, with
 * the reason.
 */
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

  @Option(
      names = "--axis",
      paramLabel = "force|known",
      defaultValue = "force",
      description = "${bundle:cli.diff.axis}")
  Axis axis = Axis.FORCE;

  @Option(names = "--unit", paramLabel = "CODE", description = "${bundle:cli.diff.unit}")
  @Nullable String unit;

  DiffCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw program.misused("diff", "cli.diff.order", Day.text(to), Day.text(from));
    }
    List<Difference> differences;
    try (Services services = program.open();
        Watched watched = new Watched(program.terminal(), program.messages())) {
      Commune commune = unit == null ? null : services.registers().unit(unit.strip());
      differences = services.history().differences().between(axis, from, to, commune, watched);
    }
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("from", from);
      object.put("to", to);
      object.put("axis", Names.lower(axis));
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
    object.put("basis", difference.basis());
    object.put("fields", difference.fields().stream().map(DiffCommand::object).toList());
    object.put("changes", difference.causes().stream().map(DiffCommand::object).toList());
    return object;
  }

  static Map<String, @Nullable Object> object(Difference.FieldChange field) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("field", field.column());
    object.put("before", field.before());
    object.put("after", field.after());
    return object;
  }

  private static Map<String, @Nullable Object> object(Difference.Cause cause) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", cause.change());
    object.put("author", cause.author());
    object.put("unit", cause.unit());
    object.put("received", cause.on());
    return object;
  }

  private void text(List<Difference> differences) {
    program.line(
        program
            .messages()
            .text("cli.diff.title." + axis, Day.text(from), Day.text(to), differences.size()));
    for (Difference.Kind kind : Difference.Kind.values()) {
      for (Difference one : differences) {
        if (one.kind() == kind) {
          String sign = "[" + program.messages().name("diff.kind", kind) + "] ";
          String line = one.id() + " – " + one.title() + ". " + why(one);
          paragraph.lines(line, sign, "    ").forEach(program::line);
          new DifferenceText(program.messages())
              .lines(one)
              .forEach(more -> paragraph.lines(more, "    ", "      ").forEach(program::line));
        }
      }
    }
  }

  private String why(Difference difference) {
    String reason = program.messages().of(difference.reason());
    String basis = difference.basis();
    return basis == null || reason.contains(basis)
        ? reason
        : reason + " " + program.messages().text("diff.basis", basis);
  }
}
