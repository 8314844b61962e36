package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.check.Completeness;
import vn.roquyen.domain.check.Finding;
import vn.roquyen.service.CheckService;

/** Lists what the checks ask about in the register and the catalogue. */
@Command(name = "check", description = "${bundle:cli.check.help}")
final class CheckCommand implements Callable<Integer> {
  private final RoQuyenCommand program;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);

  @Option(names = "--field", paramLabel = "ID", description = "${bundle:cli.check.field}")
  @Nullable String field;

  @Option(names = "--unit", paramLabel = "CODE", description = "${bundle:cli.check.unit}")
  @Nullable String unit;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.option.at}")
  @Nullable LocalDate at;

  @Mixin KnownOption known = new KnownOption();

  CheckCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<Finding> findings;
    Completeness complete;
    try (Services services = program.open()) {
      Commune commune = unit == null ? null : services.registers().unit(unit.strip());
      CheckService.Wanted wanted =
          new CheckService.Wanted(
              field == null ? null : field.strip(), commune, known.day(at, program));
      CheckService checks = known.answers(services).review().checks();
      findings = checks.findings(wanted);
      complete = checks.completeness(wanted);
    }
    if (program.json()) {
      findings.forEach(finding -> program.line(Json.line(object(finding))));
    } else {
      text(findings, complete);
    }
    return 0;
  }

  private Map<String, @Nullable Object> object(Finding finding) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("code", finding.warning().code());
    object.put("subject", finding.warning().subjectId());
    object.put("text", program.messages().of(finding.warning()));
    object.put("citation", finding.warning().code().citation());
    return object;
  }

  private void text(List<Finding> findings, Completeness complete) {
    WarningCode last = null;
    for (Finding finding : findings) {
      WarningCode code = finding.warning().code();
      if (code != last) {
        heading(code, findings.stream().filter(one -> one.warning().code() == code).count());
      }
      last = code;
      paragraph
          .lines(
              program.messages().of(finding.warning()),
              "  " + finding.warning().subjectId() + ": ",
              "    ")
          .forEach(program::line);
    }
    program.line("");
    program.line(
        program
            .messages()
            .text(
                "cli.check.total",
                findings.size(),
                complete.percent(),
                complete.stated(),
                complete.asked(),
                complete.grants()));
  }

  private void heading(WarningCode code, long count) {
    program.line("");
    program.line("[" + code + "] " + program.messages().text("cli.check.count", count));
    paragraph.lines(program.messages().why(code), "  ", "  ").forEach(program::line);
    String citation = code.citation();
    if (citation != null) {
      paragraph.lines(citation, "  ", "  ").forEach(program::line);
    }
  }
}
