package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.Warning;
import vn.roquyen.service.TimeMachine;

/** Says who is competent for a power or a procedure, by which chain, and what is to be checked. */
@Command(name = "who", description = "${bundle:cli.who.help}")
final class WhoCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.id}")
  String id = "";

  @Mixin PlaceOptions place = new PlaceOptions();

  @Mixin KnownOption known = new KnownOption();

  WhoCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Services services = program.open()) {
      Commune unit = place.unit(program, services);
      LocalDate day = known.day(place.at, program);
      TimeMachine.Answers answers = known.answers(services);
      Competence competence = answers.competence().who(id.strip(), unit, day);
      if (program.json()) {
        program.line(Json.line(object(competence, unit, day)));
      } else {
        String title = answers.cards().card(id.strip(), unit, day).subject().title();
        if (known.known != null) {
          program.line(program.messages().text("cli.known", Day.text(known.known)));
        }
        new WhoText(program.messages()).lines(title, competence, unit, day).forEach(program::line);
      }
    }
    return 0;
  }

  private Map<String, @Nullable Object> object(Competence competence, Commune unit, LocalDate day) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", id.strip());
    object.put("unit", unit.code());
    object.put("at", day.toString());
    if (known.known != null) {
      object.put("known", known.known.toString());
    }
    object.put("answer", competence.answer());
    object.put("holders", competence.holders().stream().map(WhoCommand::holder).toList());
    object.put("chain", competence.chain().stream().map(WhoCommand::link).toList());
    object.put("warnings", competence.warnings().stream().map(this::warning).toList());
    Map<String, @Nullable Object> clears = new LinkedHashMap<>();
    for (SixClears.Clear clear : SixClears.Clear.values()) {
      clears.put(Names.lower(clear), competence.sixClears().of(clear));
    }
    object.put("sixClears", clears);
    return object;
  }

  private static Map<String, @Nullable Object> holder(Competence.Holder holder) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("bodyId", holder.bodyId());
    object.put("name", holder.name());
    object.put("level", holder.level());
    return object;
  }

  private static Map<String, @Nullable Object> link(Competence.Link link) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("grantId", link.grantId());
    object.put("mode", link.mode());
    object.put("from", link.from());
    object.put("to", link.to());
    object.put("instrumentId", link.instrumentId());
    object.put("number", link.number());
    if (link.provision() != null) {
      object.put("provision", link.provision());
    }
    object.put("status", link.status());
    return object;
  }

  private Map<String, @Nullable Object> warning(Warning warning) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("code", warning.code());
    object.put("text", program.messages().of(warning));
    object.put("citation", warning.code().citation());
    return object;
  }
}
