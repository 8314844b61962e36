package vn.roquyen.cli;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.service.Lookup;
import vn.roquyen.service.LookupHit;
import vn.roquyen.service.LookupService;
import vn.roquyen.service.Question;

/** Looks up a matter in a person's words, or a file of them. */
@Command(name = "lookup", description = "${bundle:cli.lookup.help}")
final class LookupCommand implements Callable<Integer> {
  private static final int MOST_HITS = 200;

  private final RoQuyenCommand program;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "${bundle:cli.lookup.query}")
  List<String> words = List.of();

  @Option(names = "--batch", paramLabel = "FILE.tsv", description = "${bundle:cli.lookup.batch}")
  @Nullable Path batch;

  @Mixin PlaceOptions place = new PlaceOptions();

  @Mixin KnownOption known = new KnownOption();

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "${bundle:cli.lookup.kind}")
  @Nullable Set<RecordKind> kinds;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "${bundle:cli.lookup.limit}")
  int limit;

  LookupCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    String text = String.join(" ", words).strip();
    if (text.isEmpty() == (batch == null)) {
      throw usage("cli.lookup.one");
    }
    if (limit < 1 || limit > MOST_HITS) {
      throw usage("cli.lookup.limits");
    }
    List<BatchFile.Line> questions = batch == null ? List.of() : BatchFile.read(batch);
    try (Services services = program.open()) {
      Commune unit = place.unit(program, services);
      LocalDate day = known.day(place.at, program);
      LookupService lookup = known.answers(services).lookup();
      if (batch == null) {
        one(lookup, text, unit, day);
      }
      if (!questions.isEmpty()) {
        lookup.warmUp(unit, day);
      }
      for (BatchFile.Line question : questions) {
        Timed timed = find(lookup, question.query(), unit, day);
        program.line(Json.line(object(question.qid(), timed)));
      }
    }
    return 0;
  }

  private void one(LookupService service, String text, Commune unit, LocalDate day) {
    Timed timed = find(service, text, unit, day);
    if (program.json()) {
      program.line(Json.line(object(null, timed)));
    } else {
      new HitText(program.messages())
          .lines(timed.query(), timed.lookup(), unit, day).stream().forEach(program::line);
    }
  }

  private record Timed(String query, Lookup lookup, double milliseconds) {}

  private Timed find(LookupService service, String text, Commune unit, LocalDate day) {
    String query = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    Set<RecordKind> wanted = kinds == null ? EnumSet.allOf(RecordKind.class) : kinds;
    Question question =
        new Question(query, false, SearchFilter.ALL.withKinds(wanted), unit, day, limit);
    long start = System.nanoTime();
    Lookup lookup = service.find(question);
    double milliseconds = Math.round((System.nanoTime() - start) / 1e3) / 1e3;
    return new Timed(query, lookup, milliseconds);
  }

  private static Map<String, @Nullable Object> object(@Nullable String qid, Timed timed) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (qid != null) {
      object.put("qid", qid);
    }
    object.put("query", timed.query());
    object.put("ms", timed.milliseconds());
    object.put("hits", timed.lookup().hits().stream().map(LookupCommand::object).toList());
    return object;
  }

  private static Map<String, @Nullable Object> object(LookupHit hit) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", hit.id());
    object.put("kind", Names.lower(hit.kind()));
    object.put("title", hit.title());
    object.put("score", hit.score());
    object.put("confidence", hit.confidence() == Confidence.HIGH ? "high" : "low");
    object.put("answer", hit.competence() == null ? null : hit.competence().answer().name());
    return object;
  }

  private Fault usage(String key) {
    return program.misused("lookup", key);
  }
}
