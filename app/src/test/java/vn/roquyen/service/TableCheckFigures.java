package vn.roquyen.service;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import vn.roquyen.Wiring;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.platform.SampleData;

/**
 * Measures what performance.md states about the comparison of the tables with the journal in the
 * background, and what a look-up feels of it; run by hand with the whole catalogue and a file of
 * questions (tab-separated, the third column) as arguments.
 */
final class TableCheckFigures {
  private static final int WARM = 600;
  private static final long PAUSE = 20;
  private static final AtomicLong HIGHEST = new AtomicLong();

  private TableCheckFigures() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createTempDirectory("figures").resolve("xã");
    List<Path> paths = List.of(SampleData.folder(), Path.of(arguments[0]));
    try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
      wiring.imports().apply(paths, new ImportService.Options(true), Progress.NONE);
    }
    List<String> questions = new ArrayList<>();
    Files.readAllLines(Path.of(arguments[1])).stream()
        .skip(1)
        .forEach(line -> questions.add(line.split("\t")[2]));
    Collections.shuffle(questions, new Random(1));
    watchHeap();
    try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
      AtomicLong asked = new AtomicLong();
      ask(wiring, questions, () -> asked.incrementAndGet() > WARM);
      for (int run = 0; run < 3; run++) {
        asked.set(0);
        tell("alone", ask(wiring, questions, () -> asked.incrementAndGet() > WARM / 2));
        checked(wiring, questions);
      }
    }
  }

  private static void checked(Wiring wiring, List<String> questions) {
    HIGHEST.set(0);
    long start = System.nanoTime();
    try (var watch =
        new TableWatch(wiring.doctor(), Duration.ZERO, () -> System.out.println("differs"))) {
      Thread checking =
          Thread.getAllStackTraces().keySet().stream()
              .filter(each -> each.getName().equals("tables-check"))
              .findAny()
              .orElseThrow();
      long[] processor = new long[2];
      List<Double> took =
          ask(
              wiring,
              questions,
              () -> {
                long used =
                    ManagementFactory.getThreadMXBean().getThreadCpuTime(checking.threadId());
                processor[0] = Math.max(processor[0], used);
                return !checking.isAlive();
              });
      tell("while the tables are compared", took);
      System.out.printf(
          "comparison %.1f s, processor %.1f s, heap after collections at most %d MB (%s)%n",
          (System.nanoTime() - start) / 1e9, processor[0] / 1e9, HIGHEST.get() >> 20, watch);
    }
  }

  private static List<Double> ask(Wiring wiring, List<String> questions, BooleanSupplier ends)
      throws RuntimeException {
    var unit = wiring.registers().unit("03160");
    List<Double> took = new ArrayList<>();
    for (int at = 0; !ends.getAsBoolean(); at++) {
      String text = questions.get(at % questions.size());
      long start = System.nanoTime();
      wiring
          .lookup()
          .find(new Question(text, false, SearchFilter.ALL, unit, LocalDate.of(2026, 11, 28), 50));
      took.add((System.nanoTime() - start) / 1e6);
      pause();
    }
    return took;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(nobodyDoes);
    }
  }

  private static void tell(String what, List<Double> took) {
    Collections.sort(took);
    System.out.printf(
        "look-up %s: %d questions, p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
        what,
        took.size(),
        took.get(took.size() / 2),
        took.get(took.size() * 95 / 100),
        took.getLast());
  }

  private static void watchHeap() {
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) each)
          .addNotificationListener(
              (news, nothing) -> {
                var told =
                    GarbageCollectionNotificationInfo.from((CompositeData) news.getUserData());
                long used =
                    told.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Tenured).*"))
                        .map(Map.Entry::getValue)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
                HIGHEST.accumulateAndGet(used, Math::max);
              },
              null,
              null);
    }
  }
}
