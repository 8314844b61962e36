package vn.roquyen.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.service.Progress;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncLoop;
import vn.roquyen.service.SyncService;

/**
 * Exchanges with the shared stores: once, or again and again until it is told to stop. On the
 * province's machine this is all that runs.
 */
@Command(name = "sync", description = "${bundle:cli.sync.help}")
final class SyncCommand implements Callable<Integer> {
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,6})([smhd])");
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final RoQuyenCommand program;

  @Parameters(arity = "0..1", paramLabel = "REMOTE", description = "${bundle:cli.sync.remote}")
  @Nullable String remote;

  @Option(names = "--every", paramLabel = "D", description = "${bundle:cli.sync.every}")
  @Nullable String every;

  SyncCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() throws InterruptedException {
    Duration period = every == null ? null : period(every);
    CountDownLatch closed = new CountDownLatch(1);
    try (Services services = program.open()) {
      List<String> stores = stores(services);
      return period == null ? once(services, stores) : again(services, stores, period, closed);
    } finally {
      closed.countDown();
    }
  }

  private List<String> stores(Services services) {
    String one = remote;
    if (one != null) {
      return List.of(services.stores().find(one).name());
    }
    List<String> all = services.stores().all().stream().map(StoreService.Store::name).toList();
    if (all.isEmpty()) {
      throw new Fault(FaultCode.REMOTE_NONE);
    }
    return all;
  }

  private int once(Services services, List<String> stores) {
    RemoteText text = new RemoteText(program, services.registers()::units);
    Fault first = null;
    for (String store : stores) {
      SyncService.Round round;
      try (Watched watched = new Watched(program.terminal(), program.messages())) {
        round = services.sync().round(store, true, watched);
      }
      text.round(round);
      if (round.state() != RemoteState.READY && first == null) {
        first = new Fault(FaultCode.REMOTE_NOT_NOW, store, text.state(round));
      }
    }
    if (!program.json()) {
      text.outbox(services.sync().outbox());
    }
    if (first != null) {
      throw first;
    }
    return 0;
  }

  /** A signal to end is waited for until the data folder is closed in order. */
  private int again(Services services, List<String> stores, Duration period, CountDownLatch closed)
      throws InterruptedException {
    SyncLoop loop = new SyncLoop(services.sync(), program.clock(), period, new SecureRandom());
    Thread hook =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  loop.stop();
                  services.sync().breakOff();
                  await(closed);
                });
    Runtime.getRuntime().addShutdownHook(hook);
    RemoteText text = new RemoteText(program, services.registers()::units);
    try {
      loop.run(
          stores,
          new Stoppable(loop),
          (round, next) -> {
            text.round(round, next);
            program.terminal().out().flush();
          });
    } catch (Fault fault) {
      if (fault.code() != FaultCode.CANCELLED || !loop.isStopped()) {
        throw fault;
      }
    }
    return 0;
  }

  private static void await(CountDownLatch closed) {
    try {
      if (!closed.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Work that nobody watches but that a signal may end. */
  private record Stoppable(SyncLoop loop) implements Progress {
    @Override
    public void at(Phase phase, long done, long total) {}

    @Override
    public boolean cancelled() {
      return loop.isStopped();
    }
  }

  private Duration period(String text) {
    Matcher matcher = PERIOD.matcher(text);
    if (!matcher.matches() || matcher.group(1).matches("0+")) {
      throw program.misused("sync", "cli.usage.value", text, "--every");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
