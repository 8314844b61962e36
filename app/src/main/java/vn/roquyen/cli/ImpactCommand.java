package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.impact.Event;
import vn.roquyen.service.ImpactService;
import vn.roquyen.service.InstrumentImpact;

/** Says what a repeal, an amendment or an expiry of an instrument would break. */
@Command(name = "impact", description = "${bundle:cli.impact.help}")
final class ImpactCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(
      index = "0",
      paramLabel = "INSTRUMENT",
      description = "${bundle:cli.impact.instrument}")
  String instrument = "";

  @Option(
      names = "--provision",
      paramLabel = "PROVISION",
      description = "${bundle:cli.impact.provision}")
  String provision = "";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.impact.on}")
  @Nullable LocalDate on;

  @Option(
      names = "--event",
      paramLabel = "repeal|expiry|amendment",
      description = "${bundle:cli.impact.event}")
  @Nullable Event event;

  @Mixin KnownOption known = new KnownOption();

  ImpactCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Citation part = Citation.read(provision);
    if (part == null && !provision.isBlank()) {
      throw program.misused("impact", "cli.usage.value", provision, "--provision");
    }
    InstrumentImpact impact;
    try (Services services = program.open()) {
      impact =
          known
              .answers(services)
              .review()
              .impact()
              .impact(
                  new ImpactService.Asked(instrument, part, on, event, known.day(null, program)));
    }
    if (program.json()) {
      program.line(Json.line(new ImpactObject(impact).map()));
    } else {
      new ImpactText(program.messages()).lines(impact).forEach(program::line);
    }
    return 0;
  }
}
