package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.service.SlipService;

/** Writes the guidance slip of a record as a PDF. */
@Command(name = "slip", description = "${bundle:cli.slip.help}")
final class SlipCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.id}")
  String id = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.pdf",
      description = "${bundle:cli.slip.out}")
  Path out = Path.of("");

  @Option(names = "--size", paramLabel = "A4|A5", description = "${bundle:cli.slip.size}")
  PaperSize size = PaperSize.A4;

  @Mixin PlaceOptions place = new PlaceOptions();

  @Mixin KnownOption known = new KnownOption();

  SlipCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      SlipService.Order order =
          new SlipService.Order(
              id.strip(),
              place.unit(program, services),
              known.day(place.at, program),
              program.messages());
      known.answers(services).slips().write(order, size, out);
    }
    String file = out.toAbsolutePath().toString();
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("id", id.strip());
      object.put("file", file);
      object.put("size", size);
      program.line(Json.line(object));
    } else {
      program.line(program.messages().text("cli.slip.done", file));
    }
    return 0;
  }
}
