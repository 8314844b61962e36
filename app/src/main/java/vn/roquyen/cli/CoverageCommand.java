package vn.roquyen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.domain.coverage.Coverage;

/** Shows how far powers have come down: headline, fields, and each power on request. */
@Command(name = "coverage", description = "${bundle:cli.coverage.help}")
final class CoverageCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.option.at}")
  @Nullable LocalDate at;

  @Option(names = "--powers", description = "${bundle:cli.coverage.powers}")
  boolean powers;

  @Mixin KnownOption known = new KnownOption();

  @Option(names = "--out", paramLabel = "F.pdf", description = "${bundle:cli.coverage.out}")
  @Nullable Path out;

  CoverageCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Coverage coverage;
    try (Services services = program.open()) {
      coverage = known.answers(services).review().coverage().on(known.day(at, program));
      if (out != null) {
        services.review().coverage().print(coverage, program.messages(), out);
      }
    }
    if (program.json()) {
      program.line(Json.line(CoverageObject.of(coverage)));
    } else {
      CoverageText text = new CoverageText(program.messages());
      text.lines(coverage).forEach(program::line);
      if (powers) {
        text.powers(coverage).forEach(program::line);
      }
    }
    return 0;
  }
}
