package vn.roquyen.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DifferenceService.Axis;

/**
 * Measures what performance.md states about checks, impact, coverage and handbook; run by hand with
 * the whole catalogue as argument, because a timed assertion fails for reasons that are not the
 * program's.
 */
final class ReviewFigures {
  private static final int TIMES = 15;
  private static final LocalDate TODAY = SampleRegister.TODAY;

  private ReviewFigures() {}

  public static void main(String[] arguments) throws Exception {
    try (SampleRegister sample = new SampleRegister(Files.createTempDirectory("figures"))) {
      if (arguments.length > 0) {
        sample
            .wiring()
            .imports()
            .apply(List.of(Path.of(arguments[0])), new ImportService.Options(true), Progress.NONE);
      }
      Commune unit = sample.unit();
      HistoryServices history = sample.wiring().history();
      ReviewServices review = sample.wiring().review();
      time("check", () -> review.checks().findings(new CheckService.Wanted(null, null, TODAY)));
      time(
          "check for a commune",
          () -> review.checks().findings(new CheckService.Wanted(null, unit, TODAY)));
      time("impact of a decision", () -> impact(review, "uq-nv-1"));
      time("impact of a decree", () -> impact(review, "118/2025/NĐ-CP"));
      List<Operation> draft = draft(sample);
      time(
          "impact of a draft: a repeal and " + (draft.size() - 2) + " grants",
          () -> review.impact().proposal(draft, TODAY));
      time("coverage, counted", () -> review.coverage().on(TODAY));
      handbook(sample);
      time("digest of all rows", () -> sample.wiring().exchange().digest());
      time(
          "difference of two years",
          () ->
              history
                  .differences()
                  .between(Axis.FORCE, TODAY.minusYears(2), TODAY, null, Progress.NONE));
    }
  }

  private static void handbook(SampleRegister sample) throws IOException {
    Path file = Files.createTempDirectory("figures").resolve("sổ tay.pdf");
    HandbookService.Order order =
        new HandbookService.Order(sample.unit(), null, TODAY, new Messages(Locale.of("vi")));
    HandbookService service = sample.wiring().review().handbook();
    int[] pages = new int[1];
    time(
        "handbook of all powers",
        () -> pages[0] = service.write(order, file, Progress.NONE).pages());
    System.out.printf("  it has %d pages and %d bytes%n", pages[0], Files.size(file));
  }

  /** A decision that repeals another and grants every power of the register anew. */
  private static List<Operation> draft(SampleRegister sample) {
    List<Operation> draft = new ArrayList<>();
    Map<String, Object> decision =
        Map.of("number", "99/2026/QĐ-UBND", "title", "x", "effective_from", TODAY);
    draft.add(new Operation.Insert(Entity.INSTRUMENT, "vb-x", decision));
    Map<String, Object> repeal =
        Map.of("from_id", "vb-x", "relation", "REPEALS", "to_id", "uq-nv-1");
    draft.add(new Operation.Insert(Entity.INSTRUMENT_RELATION, "vb-x/REPEALS/uq-nv-1", repeal));
    for (String power : sample.wiring().registers().current().powers().keySet()) {
      Map<String, Object> grant =
          Map.of(
              "power_id", power,
              "mode", "DELEGATION",
              "grantor_id", "ct-ubnd-tinh",
              "grantee_id", "ubnd-cap-xa",
              "instrument_id", "vb-x");
      draft.add(new Operation.Insert(Entity.GRANT, "g-x-" + power, grant));
    }
    return draft;
  }

  private static void impact(ReviewServices review, String instrument) {
    review.impact().impact(new ImpactService.Asked(instrument, null, null, null, TODAY));
  }

  private static void time(String what, Runnable work) {
    double[] took = new double[TIMES];
    for (int at = 0; at < TIMES; at++) {
      long start = System.nanoTime();
      work.run();
      took[at] = (System.nanoTime() - start) / 1e6;
    }
    double first = took[0];
    Arrays.sort(took);
    System.out.printf(
        "%s: first %.0f ms, median %.0f ms, longest %.0f ms%n",
        what, first, took[TIMES / 2], took[TIMES - 1]);
  }
}
