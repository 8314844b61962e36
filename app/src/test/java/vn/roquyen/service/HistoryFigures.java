package vn.roquyen.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Operation;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.DifferenceService.Axis;

/**
 * Measures what performance.md states about the time machine and the digest; run by hand with the
 * whole catalogue as argument.
 */
final class HistoryFigures {
  private static final int TIMES = 15;
  private static final int PROCEDURES = 200;
  private static final int GRANTS = 20;
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);

  private HistoryFigures() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("figures").resolve("xã");
    try (Machine machine = Machine.ofCommune(folder, "03160")) {
      List<Path> paths = new ArrayList<>(List.of(SampleData.folder()));
      Arrays.stream(arguments).map(Path::of).forEach(paths::add);
      machine.wiring.imports().apply(paths, new ImportService.Options(true), Progress.NONE);
      Commune unit = machine.wiring.registers().unit("03160");
      machine.clock.forward(Duration.ofDays(TIMES + 1).toSeconds());
      LocalDate today = FIRST.plusDays(TIMES + 1);
      change(machine);
      HistoryServices history = machine.wiring.history();
      TimeMachine times = history.times();
      String power = machine.wiring.registers().current().powers().keySet().iterator().next();
      time(
          "a power as on a day that was not asked for before",
          at -> times.as(FIRST.plusDays(at)).competence().who(power, unit, FIRST));
      time(
          "a card as on the same day again",
          at -> times.as(FIRST.plusDays(1)).cards().card(power, unit, FIRST));
      time(
          "powers of the commune as on the same day again",
          at -> times.as(FIRST.plusDays(1)).competence().powersAt(unit, FIRST));
      time("digest", at -> history.news().digest(unit, FIRST.plusDays(1), today));
      time(
          "difference of two days, by what was shown",
          at -> history.differences().between(Axis.KNOWN, FIRST.plusDays(1), today));
      time("who confirmed what", at -> history.acknowledgements().standings(today));
    }
  }

  private static void change(Machine machine) {
    List<Operation> operations = new ArrayList<>();
    machine.wiring.registers().current().grantsByPower().values().stream()
        .flatMap(List::stream)
        .map(Grant::id)
        .limit(GRANTS)
        .forEach(id -> operations.add(set(Entity.GRANT, id, "conditions")));
    machine
        .wiring
        .catalogue()
        .list(machine.wiring.registers().unit("03160"), FIRST, CatalogueFilter.ALL)
        .stream()
        .limit(PROCEDURES)
        .forEach(line -> operations.add(set(Entity.PROCEDURE, line.code(), "conditions")));
    machine.wiring.ledger().record(operations);
  }

  private static Operation set(Entity entity, String key, String column) {
    return new Operation.SetFields(entity, key, Map.of(column, "Theo hướng dẫn mới"));
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
