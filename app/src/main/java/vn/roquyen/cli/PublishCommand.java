package vn.roquyen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.draft.ColumnChoice;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnnexPreview;
import vn.roquyen.service.AnnexPreview.Verdict;
import vn.roquyen.service.AnnexService;
import vn.roquyen.service.ProposalImpact;

/** Takes the table of a decision's annex into the register, or says what it would change. */
@Command(name = "publish", description = "${bundle:cli.publish.help}")
final class PublishCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(names = "--in", paramLabel = "FILE", description = "${bundle:cli.publish.in}")
  @Nullable Path in;

  @Option(names = "--preview", description = "${bundle:cli.publish.preview}")
  boolean preview;

  @Option(names = "--map", paramLabel = "HEADER=FIELD", description = "${bundle:cli.publish.map}")
  Map<String, String> mapping = Map.of();

  @Option(names = "--template", paramLabel = "KIND", description = "${bundle:cli.publish.template}")
  @Nullable String template;

  @Option(names = "--out", paramLabel = "F.xlsx", description = "${bundle:cli.publish.out}")
  @Nullable Path out;

  PublishCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      if (template != null && out != null) {
        services.editing().annexes().template(kind(services, template), out);
        program.line(program.messages().text("publish.template.written", out.toString()));
        return 0;
      }
      if (in == null) {
        throw program.misused("publish", "cli.usage.missing", "--in");
      }
      AnnexPreview found = read(services, in);
      if (!preview) {
        show(found, null);
        return take(services, found, in);
      }
      LocalDate today = LocalDate.now(program.clock());
      show(found, services.review().impact().proposal(found.operations(), today));
      return 0;
    }
  }

  private AnnexPreview read(Services services, Path file) {
    AnnexService annexes = services.editing().annexes();
    AnnexPreview found = annexes.preview(file, new ColumnChoice(null, mapping), List.of());
    if (!found.isUnderstood()) {
      throw new Fault(
          FaultCode.INPUT_COLUMNS,
          String.valueOf(file.getFileName()),
          String.join(", ", annexes.headers(Entity.GRANT)));
    }
    return found;
  }

  private int take(Services services, AnnexPreview found, Path file) {
    if (!found.problems().isEmpty()) {
      AnnexPreview.Problem first = found.problems().getFirst();
      throw new Fault(
          FaultCode.INPUT_ROW,
          String.valueOf(file.getFileName()),
          first.cell(),
          Integer.toString(found.problems().size()));
    }
    List<ChangeId> waiting = services.editing().annexes().take(found);
    if (program.json()) {
      program.line(Json.line(Map.of("waiting", waiting.stream().map(ChangeId::hex).toList())));
      return 0;
    }
    int count = found.operations().size();
    program.line(
        count == 0
            ? program.messages().text("publish.nothing")
            : program
                .messages()
                .text(
                    waiting.isEmpty() ? "publish.taken" : "publish.proposed",
                    Integer.toString(count)));
    new WaitingText(program).announce(waiting);
    return 0;
  }

  private Entity kind(Services services, String name) {
    return services.editing().annexes().kinds().stream()
        .filter(kind -> Names.lower(kind).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> program.misused("publish", "cli.usage.value", name, "--template"));
  }

  private void show(AnnexPreview found, @Nullable ProposalImpact impact) {
    if (program.json()) {
      Map<String, @Nullable Object> object = object(found);
      if (impact != null) {
        object.put("impact", ImpactObject.of(impact));
      }
      program.line(Json.line(object));
      return;
    }
    text(found);
    if (impact != null) {
      new ImpactText(program.messages()).lines(impact).forEach(program::line);
    }
  }

  private void text(AnnexPreview found) {
    Messages messages = program.messages();
    program.line(
        messages.text(
            "publish.summary",
            messages.name("entity", found.entity()),
            Long.toString(found.count(Verdict.NEW)),
            Long.toString(found.count(Verdict.CHANGED)),
            Long.toString(found.count(Verdict.UNCHANGED)),
            Integer.toString(found.problems().size())));
    if (found.count(Verdict.WAITING) > 0) {
      program.line(messages.text("publish.again", Long.toString(found.count(Verdict.WAITING))));
    }
    if (!found.provisions().isEmpty()) {
      program.line(messages.text("annex.provisions", found.provisions().size()));
    }
    if (found.converted() > 0) {
      program.line(messages.text("annex.converted", found.converted()));
    }
    if (!found.leftOut().isEmpty()) {
      program.line(messages.text("publish.leftOut", String.join(", ", found.leftOut())));
    }
    for (AnnexPreview.Line line : found.lines()) {
      if (line.verdict() != Verdict.UNCHANGED) {
        show(line);
      }
    }
    found.problems().forEach(problem -> program.line(sentence(problem)));
  }

  private void show(AnnexPreview.Line line) {
    Messages messages = program.messages();
    program.line(
        messages.text(
            "publish.line",
            Long.toString(line.number()),
            messages.name("publish.verdict", line.verdict()),
            line.key()));
    for (AnnexPreview.Difference difference : line.differences()) {
      String before = line.verdict() == Verdict.NEW ? "" : text(difference.before()) + " → ";
      program.line("    " + difference.field() + ": " + before + text(difference.after()));
    }
  }

  private String text(@Nullable Object value) {
    return value == null ? program.messages().text("publish.empty") : value.toString();
  }

  private String sentence(AnnexPreview.Problem problem) {
    Messages messages = program.messages();
    String text =
        messages.text("import.problem." + problem.problem().name(), problem.arguments().toArray());
    return messages.text("publish.cell", problem.cell(), text);
  }

  private Map<String, @Nullable Object> object(AnnexPreview found) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("entity", Names.lower(found.entity()));
    object.put("new", found.count(Verdict.NEW));
    object.put("changed", found.count(Verdict.CHANGED));
    object.put("unchanged", found.count(Verdict.UNCHANGED));
    object.put("waiting", found.count(Verdict.WAITING));
    object.put("provisions", found.provisions().stream().map(Operation::key).toList());
    object.put("sheet", found.sheet());
    object.put("converted", found.converted());
    object.put("columns", found.columns());
    object.put("leftOut", found.leftOut());
    object.put("lines", found.lines().stream().map(PublishCommand::object).toList());
    object.put("errors", found.problems().stream().map(this::object).toList());
    return object;
  }

  private static Map<String, @Nullable Object> object(AnnexPreview.Line line) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("line", line.number());
    object.put("id", line.key());
    object.put("verdict", Names.lower(line.verdict()));
    object.put("differences", line.differences().stream().map(PublishCommand::object).toList());
    return object;
  }

  private static Map<String, @Nullable Object> object(AnnexPreview.Difference difference) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("field", difference.field());
    object.put("before", difference.before());
    object.put("after", difference.after());
    return object;
  }

  private Map<String, @Nullable Object> object(AnnexPreview.Problem problem) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("cell", problem.cell());
    object.put("code", problem.problem().name());
    object.put("text", sentence(problem));
    return object;
  }
}
