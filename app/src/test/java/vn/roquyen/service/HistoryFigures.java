package vn.roquyen.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Operation;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.NewsService.Period;

/**
 * Measures what performance.md states about the time machine and the digest; run by hand with the
 * whole catalogue as argument. Each case is measured in processes of its own, which have done
 * nothing but opened the folder and read the register.
 */
final class HistoryFigures {
  private static final int PROCESSES = 3;
  private static final int TIMES = 9;
  private static final int PROCEDURES = 200;
  private static final int GRANTS = 20;
  private static final List<String> TEXTS =
      List.of("name", "decision", "steps", "conditions", "result");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
  private static final LocalDate TODAY = FIRST.plusDays(TIMES + 1);

  private HistoryFigures() {}

  public static void main(String[] arguments) throws Exception {
    Path first = Path.of(arguments[0]);
    if (Files.isDirectory(first)) {
      measure(first);
      return;
    }
    Path folder = Files.createTempDirectory("figures");
    Path later = later(first, folder.resolve("later_details.jsonl.gz"));
    for (boolean whole : new boolean[] {false, true}) {
      Path data = folder.resolve(whole ? "whole catalogue replaced" : "20 grants, 200 procedures");
      try (Machine machine = Machine.ofCommune(data, "03160")) {
        read(machine, SampleData.folder(), first);
        machine.clock.forward(Duration.ofDays(TIMES + 1).toSeconds());
        if (whole) {
          read(machine, later);
        } else {
          machine.wiring.ledger().record(some(machine));
        }
      }
      for (int process = 0; process < PROCESSES; process++) {
        System.out.println(data.getFileName());
        inNewProcess(data);
      }
    }
  }

  private static void read(Machine machine, Path... files) {
    machine.wiring.imports().apply(List.of(files), new ImportService.Options(true), Progress.NONE);
  }

  private static void inNewProcess(Path data) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HistoryFigures.class.getName(), data.toString()));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void measure(Path data) {
    try (Machine machine = new Machine(data)) {
      Commune unit = machine.wiring.registers().unit("03160");
      String power = machine.wiring.registers().current().powers().keySet().iterator().next();
      machine.clock.forward(Duration.ofDays(TIMES + 1).toSeconds());
      HistoryServices history = machine.wiring.history();
      TimeMachine times = history.times();
      LocalDate from = FIRST.plusDays(1);
      Period period = new Period(Axis.KNOWN, from, TODAY);
      List<NewsItem> items = new ArrayList<>();
      time("digest", at -> items.addAll(history.news().digest(unit, from, TODAY)));
      List<NewsItem> procedures = items.stream().filter(NewsItem::hasLongTexts).toList();
      time(
          "what was written in the fields of a procedure",
          at -> history.news().whole(List.of(procedures.get(at)), period));
      time(
          "a power as on a day that was not asked for before",
          at -> times.as(FIRST.plusDays(at)).competence().who(power, unit, FIRST));
      time(
          "a card as on the same day again", at -> times.as(from).cards().card(power, unit, FIRST));
      time(
          "powers of the commune as on the same day again",
          at -> times.as(from).competence().powersAt(unit, FIRST));
      time("who confirmed what", at -> history.acknowledgements().standings(TODAY));
      time(
          "difference of two days, by what was shown",
          at -> history.differences().between(Axis.KNOWN, from, TODAY, null, Progress.NONE));
    }
  }

  private static List<Operation> some(Machine machine) {
    List<Operation> operations = new ArrayList<>();
    machine.wiring.registers().current().grantsByPower().values().stream()
        .flatMap(List::stream)
        .map(Grant::id)
        .limit(GRANTS)
        .forEach(id -> operations.add(set(Entity.GRANT, id)));
    machine
        .wiring
        .catalogue()
        .list(machine.wiring.registers().unit("03160"), FIRST, CatalogueFilter.ALL)
        .stream()
        .limit(PROCEDURES)
        .forEach(line -> operations.add(set(Entity.PROCEDURE, line.code())));
    return operations;
  }

  private static Operation set(Entity entity, String key) {
    return new Operation.SetFields(entity, key, Map.of("conditions", "Theo hướng dẫn mới"));
  }

  /** The catalogue read on a later day, with other words in every text but the code. */
  private static Path later(Path catalogue, Path target) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(catalogue)), StandardCharsets.UTF_8));
        Writer out =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(target)), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode procedure = (ObjectNode) json.readTree(line);
        for (String name : TEXTS) {
          procedure.put(name, procedure.path(name).asText() + " (mới)");
        }
        procedure.put("snapshot", TODAY.toString());
        out.write(json.writeValueAsString(procedure) + "\n");
      }
    }
    return target;
  }

  private static void time(String what, IntConsumer work) {
    double[] took = new double[TIMES];
    for (int at = 0; at < TIMES; at++) {
      long start = System.nanoTime();
      work.accept(at);
      took[at] = (System.nanoTime() - start) / 1e6;
    }
    double first = took[0];
    Arrays.sort(took);
    System.out.printf(
        "%s: first %.0f ms, median %.0f ms, longest %.0f ms%n",
        what, first, took[TIMES / 2], took[TIMES - 1]);
  }
}
