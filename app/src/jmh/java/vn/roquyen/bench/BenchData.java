package vn.roquyen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.roquyen.Wiring;
import vn.roquyen.service.ImportReport;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.Progress;

/**
 * The data of the benchmarks: the whole national catalogue where it lies beside the checkout, else
 * the sample data. Filled data folders are kept below {@code target/bench-data}.
 */
final class BenchData {
  private static final Path PROJECT = Path.of(System.getProperty("roquyen.project"));
  private static final Path SHARED =
      Path.of(System.getProperty("roquyen.shared", PROJECT.resolve("../../shared").toString()));
  private static final Path KEPT = PROJECT.resolve("target/bench-data");

  private BenchData() {}

  static Path sample() {
    return PROJECT.resolve("../sample-data").normalize();
  }

  /** The whole catalogue, or that of the sample data. */
  static Path catalogue() {
    Path whole = SHARED.resolve("data/procedures/procedures_all_details.jsonl.gz");
    return Files.exists(whole) ? whole : sample().resolve("procedures/procedures.jsonl");
  }

  /** A data folder: "catalogue", or a number of synthetic procedures; filled at first use. */
  static Path folder(String name) throws IOException {
    Path folder = KEPT.resolve(name);
    Path done = folder.resolve("done");
    if (!Files.exists(done)) {
      Files.createDirectories(folder);
      Path input = catalogue();
      if (!name.equals("catalogue")) {
        input = KEPT.resolve(name + ".jsonl");
        new SyntheticCatalogue(catalogue(), 20261124).write(Integer.parseInt(name), input);
      }
      try (Wiring wiring = new Wiring(folder, Clock.systemDefaultZone())) {
        wiring.imports().loadSample(sample(), Progress.NONE);
        ImportReport report =
            wiring.imports().apply(List.of(input), new ImportService.Options(true), Progress.NONE);
        System.out.println(name + ": " + report.outcome() + " " + report.counts());
      }
      Files.createFile(done);
    }
    return folder;
  }

  /**
   * Questions as people type them: those of the benchmark where it lies beside the checkout, else
   * the names of the sample's procedures, every second one without diacritics.
   */
  static List<String> questions() throws IOException {
    List<String> questions = new ArrayList<>();
    for (String file : List.of("procedures-dev.tsv", "register-dev.tsv")) {
      Path queries = SHARED.resolve("bench").resolve(file);
      if (Files.exists(queries)) {
        Files.readAllLines(queries).stream()
            .skip(1)
            .map(line -> line.split("\t", -1)[2])
            .forEach(questions::add);
      }
    }
    if (questions.isEmpty()) {
      var json = new com.fasterxml.jackson.databind.ObjectMapper();
      for (String line : Files.readAllLines(sample().resolve("procedures/procedures.jsonl"))) {
        String name = json.readTree(line).get("name").asText();
        questions.add(questions.size() % 2 == 0 ? name : withoutDiacritics(name));
      }
    }
    return questions;
  }

  private static String withoutDiacritics(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }
}
