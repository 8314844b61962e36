package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.Row;
import vn.roquyen.service.DoctorService.Findings;
import vn.roquyen.service.Progress;
import vn.roquyen.service.StoreService;

/**
 * A real process is killed at a random moment, also while it opens, again and again: the folder
 * opens, every write that was acknowledged is there, nothing is there that was never begun, a file
 * was imported whole or not at all, the tables are what the journal says, and each draft is as its
 * last acknowledged edit left it.
 */
@Tag("kill")
final class KillTest {
  /** Rebuilding grows with the journal; a folder is left for a new one after so many kills. */
  private static final int KILLS_A_FOLDER = 20;

  /** The unit of a folder that was founded by its first write. */
  static final String UNIT = "tinh";

  static final String STORE = "kho";

  private static final int OPENING_MILLIS = 2_500;

  /** So many lines at most are waited for, and so long at most after the last of them. */
  private static final int WORKING_LINES = 40;

  private static final int WORKING_MILLIS = 100;

  private final int times = Integer.getInteger("kill.times", 200);
  private final Random random = new Random(Long.getLong("kill.seed", 1));
  private final Map<String, Integer> killedWhile = new TreeMap<>();

  /** What was acknowledged in the present folder. */
  private final Map<String, String> kept = new HashMap<>();

  private final KilledDrafts drafts = new KilledDrafts(random, System.out);
  private int acknowledged;
  private int surplus;

  @TempDir Path folder;

  @Test
  void fault1_fault12_whateverAProcessAcknowledgedIsThereAfterItWasKilled() throws Exception {
    Path data = folder;
    for (int kill = 0; kill < times; kill++) {
      if (kill % KILLS_A_FOLDER == 0) {
        kept.clear();
        drafts.forget();
        data = Files.createDirectories(folder.resolve("lần " + kill)).resolve("Dữ liệu xã");
      }
      List<String> said = runAndKill(data, kill);
      String last = said.isEmpty() ? "opening" : doing(said);
      killedWhile.merge(last, 1, Integer::sum);
      examine(data, said, "kill %d after %s".formatted(kill, last));
      System.out.printf(
          "%d kills, %d writes and %d edits of drafts acknowledged, %s%n",
          kill + 1, acknowledged, drafts.acknowledged(), killedWhile);
    }
    assertThat(acknowledged).isPositive();
    assertThat(drafts.acknowledged()).isPositive();
    System.out.printf("%d writes were kept though not yet acknowledged%n", surplus);
  }

  private List<String> runAndKill(Path data, int kill) throws Exception {
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>(ProgramRun.java(KilledProgram.class));
    command.addAll(List.of(data.toString(), Integer.toString(random.nextInt()), "k" + kill));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      CountDownLatch lines = new CountDownLatch(1 + random.nextInt(WORKING_LINES));
      CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> read(out, lines));
      if (random.nextInt(3) > 0) {
        assertThat(lines.await(5, TimeUnit.MINUTES)).isTrue();
        Thread.sleep(random.nextInt(WORKING_MILLIS));
      } else {
        Thread.sleep(random.nextInt(OPENING_MILLIS));
      }
      assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
      process.destroyForcibly().waitFor();
      return said.get(5, TimeUnit.MINUTES);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Every whole line; a line without its end was not said. */
  private static List<String> read(BufferedReader out, CountDownLatch lines) {
    StringBuilder all = new StringBuilder();
    try {
      for (int next = out.read(); next >= 0; next = out.read()) {
        all.append((char) next);
        if (next == '\n') {
          lines.countDown();
        }
      }
    } catch (IOException killed) {
      // The pipe may break with the process.
    }
    return all.substring(0, all.lastIndexOf("\n") + 1).lines().toList();
  }

  private static String doing(List<String> said) {
    String last = said.getLast();
    return switch (last.charAt(0)) {
      case '?' -> last.startsWith("?d") ? "editing a draft" : "writing";
      case 'r' -> last.equals("round") ? "exchanging" : "after a rebuild";
      case 'l' -> "rebuilding a lost database";
      default -> "after " + last.substring(0, 1).replace('=', 'w');
    };
  }

  private void examine(Path data, List<String> said, String when) throws IOException {
    Map<String, Set<String>> begun = new HashMap<>();
    for (String line : said) {
      String[] words = line.split(" ");
      if (words[0].equals("?")) {
        begun.computeIfAbsent(words[1], key -> new HashSet<>()).add(words[2]);
      } else if (words[0].equals("=")) {
        kept.put(words[1], words[2]);
        begun.remove(words[1]);
        acknowledged++;
      }
    }
    try (Wiring wiring = new Wiring(data, Clock.systemDefaultZone())) {
      String digest = wiring.exchange().digest();
      Findings found = wiring.doctor().examine();
      assertThat(found.sound()).as("%s: %s", when, found).isTrue();
      Set<Boolean> whole = new HashSet<>();
      begun.forEach((key, values) -> whole.add(settle(wiring, key, values, when)));
      assertThat(whole).as("%s: all of %s or nothing", when, begun).hasSizeLessThan(2);
      kept.forEach((key, value) -> assertThat(name(wiring, key)).as(when).isEqualTo(value));
      wiring.doctor().rebuild(Progress.NONE);
      assertThat(wiring.exchange().digest()).as(when).isEqualTo(digest);
      drafts.examine(wiring, said, when);
      // A folder that nobody has written into yet belongs to no space.
      if (!wiring.folder().changes().isEmpty()) {
        store(wiring, data);
        assertThat(wiring.sync().round(STORE, true, Progress.NONE).state())
            .as(when)
            .isEqualTo(RemoteState.READY);
      }
    }
  }

  /** The shared folder of a data folder. */
  static void store(Wiring wiring, Path data) throws IOException {
    if (wiring.sync().standings().isEmpty()) {
      Path shared = Files.createDirectories(data.resolveSibling("kho chung"));
      wiring.stores().add(STORE, "folder:" + shared, StoreService.Login.NONE, false);
    }
  }

  /** What was begun and not acknowledged may be there or not; from now on it stays so. */
  private boolean settle(Wiring wiring, String key, Set<String> begun, String when) {
    String now = name(wiring, key);
    boolean there = now != null && begun.contains(now);
    if (there) {
      kept.put(key, Objects.requireNonNull(now));
      surplus++;
    } else {
      assertThat(now).as(when).isEqualTo(kept.get(key));
    }
    return there;
  }

  private static String name(Wiring wiring, String key) {
    if (key.startsWith(UNIT + "/")) {
      Row note = wiring.histories().shown(Entity.NOTE, key, Instant.MAX);
      return note == null ? null : String.valueOf(note.values().get("text"));
    }
    try {
      return String.valueOf(wiring.records().find(key).row().values().get("name"));
    } catch (Fault unknown) {
      assertThat(unknown.code()).isEqualTo(FaultCode.RECORD_UNKNOWN);
      return null;
    }
  }
}
