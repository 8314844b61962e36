package vn.roquyen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.service.HandbookService;

/** Writes the handbook of authority of a commune or a position as a PDF. */
@Command(name = "handbook", description = "${bundle:cli.handbook.help}")
final class HandbookCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.pdf",
      description = "${bundle:cli.slip.out}")
  Path out = Path.of("");

  @Option(names = "--body", paramLabel = "BODY", description = "${bundle:cli.handbook.body}")
  @Nullable String body;

  @Mixin PlaceOptions place = new PlaceOptions();

  @Mixin KnownOption known = new KnownOption();

  HandbookCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    HandbookService.Written written;
    try (Services services = program.open();
        Watched watched = new Watched(program.terminal(), program.messages())) {
      HandbookService.Order order =
          new HandbookService.Order(
              place.unit(program, services),
              body,
              known.day(place.at, program),
              program.messages());
      written = known.answers(services).review().handbook().write(order, out, watched);
    }
    String file = out.toAbsolutePath().toString();
    if (program.json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("file", file);
      object.put("pages", written.pages());
      object.put("entries", written.entries());
      object.put("digest", written.digest());
      program.line(Json.line(object));
    } else {
      program.line(
          program.messages().text("cli.handbook.done", file, written.entries(), written.pages()));
    }
    return 0;
  }
}
