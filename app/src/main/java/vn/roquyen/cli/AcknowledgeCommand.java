package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Acknowledgement;
import vn.roquyen.domain.Commune;
import vn.roquyen.service.Acknowledgements;
import vn.roquyen.service.Acknowledgements.Standing;

/** Confirms a grant for the own commune, or shows who confirmed which grant and who has not. */
@Command(name = "acknowledge", description = "${bundle:cli.acknowledge.help}")
final class AcknowledgeCommand implements Callable<Integer> {
  private final RoQuyenCommand program;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "GRANT",
      description = "${bundle:cli.acknowledge.grant}")
  @Nullable String grant;

  @Option(names = "--person", paramLabel = "T", description = "${bundle:cli.acknowledge.person}")
  @Nullable String person;

  @Option(names = "--author", paramLabel = "T", description = "${bundle:cli.acknowledge.author}")
  @Nullable String author;

  @Option(names = "--undo", description = "${bundle:cli.acknowledge.undo}")
  boolean undo;

  AcknowledgeCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    boolean confirms = grant != null && person != null && !person.isBlank() && !undo;
    if (!confirms && (person != null || (undo && grant == null))) {
      throw program.misused("acknowledge", "cli.acknowledge.which");
    }
    try (Services services = program.open()) {
      Acknowledgements acknowledgements = services.history().acknowledgements();
      if (grant == null || !(confirms || undo)) {
        show(acknowledgements.standings(LocalDate.now(program.clock())));
      } else if (undo) {
        acknowledgements.takeBack(grant.strip());
        done("cli.acknowledge.undone");
      } else {
        String name = String.valueOf(person).strip();
        acknowledgements.acknowledge(grant.strip(), name, author == null ? name : author.strip());
        done("cli.acknowledge.done");
      }
    }
    return 0;
  }

  private void done(String key) {
    String id = String.valueOf(grant).strip();
    program.line(
        program.json()
            ? Json.line(Map.of("grant", id, "confirmed", !undo))
            : program.messages().text(key, id));
  }

  private void show(List<Standing> standings) {
    for (Standing standing : standings) {
      if (grant == null || grant.strip().equals(standing.grantId())) {
        if (program.json()) {
          program.line(Json.line(object(standing)));
        } else {
          text(standing);
        }
      }
    }
  }

  private void text(Standing standing) {
    String line =
        program
            .messages()
            .text(
                "cli.acknowledge.line",
                standing.grantId(),
                standing.title(),
                standing.confirmed().size(),
                standing.units());
    paragraph.lines(line, "", "    ").forEach(program::line);
    if (grant != null) {
      for (Acknowledgement one : standing.confirmed()) {
        program.line(
            "    "
                + program
                    .messages()
                    .text(
                        "cli.acknowledge.by",
                        one.unit(),
                        one.author(),
                        Day.text(one.on()),
                        one.appointed()));
      }
      String names =
          standing.missing().stream().map(Commune::fullName).collect(Collectors.joining(", "));
      String missing = program.messages().text("cli.acknowledge.missing", names);
      paragraph.lines(missing, "    ", "    ").forEach(program::line);
    }
  }

  private static Map<String, @Nullable Object> object(Standing standing) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("grant", standing.grantId());
    object.put("title", standing.title());
    object.put("basis", standing.basis());
    object.put("units", standing.units());
    object.put("confirmed", standing.confirmed().stream().map(Acknowledgement::unit).toList());
    object.put("missing", standing.missing().stream().map(Commune::code).toList());
    return object;
  }
}
