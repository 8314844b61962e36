package vn.roquyen;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.Progress;

/**
 * A process that writes into a data folder until it is killed. Before each write it says what will
 * be written, {@code ? KEY VALUE}; once the program has answered, that it is: {@code = KEY VALUE}.
 * The edits of drafts are told likewise, by {@link KilledDrafts}. Whoever kills it knows what must
 * be there, and what may be. Arguments: data folder, seed, a prefix of the keys that no process
 * before had.
 */
final class KilledProgram {
  private static final int ROWS = 40;

  private final Path data;
  private final Random random;
  private final String prefix;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final TreeSet<String> fields = new TreeSet<>();
  private final KilledDrafts drafts;
  private Wiring wiring;
  private int written;

  private KilledProgram(Path data, long seed, String prefix) {
    this.data = data;
    this.random = new Random(seed);
    this.prefix = prefix;
    this.drafts = new KilledDrafts(random, out);
    this.wiring = open();
  }

  public static void main(String[] arguments) throws IOException {
    KilledProgram program =
        new KilledProgram(Path.of(arguments[0]), Long.parseLong(arguments[1]), arguments[2]);
    while (true) {
      program.step();
    }
  }

  private Wiring open() {
    Wiring opened = new Wiring(data, Clock.systemDefaultZone());
    out.println("open");
    return opened;
  }

  private void step() throws IOException {
    int dice = random.nextInt(36);
    if (dice >= 24) {
      drafts.step(wiring);
    } else if (dice >= 22) {
      note();
    } else if (dice >= 20) {
      exchange();
    } else if (dice < 10) {
      insert();
    } else if (dice < 14) {
      change();
    } else if (dice < 16) {
      catalogue();
    } else if (dice < 18) {
      wiring.ledger().seal();
      out.println("sealed");
    } else if (dice < 19) {
      wiring.doctor().rebuild(Progress.NONE);
      out.println("rebuilt");
    } else {
      loseDatabase();
    }
  }

  private void insert() {
    String key = prefix + "-" + written++;
    write(new Operation.Insert(Entity.FIELD, key, Map.of("name", key)), key, key);
    fields.add(key);
  }

  private void change() {
    String key = fields.ceiling(prefix + "-" + random.nextInt(1 + written));
    if (key != null) {
      String name = "lần" + written++;
      write(new Operation.SetFields(Entity.FIELD, key, Map.of("name", name)), key, name);
    }
  }

  private void write(Operation operation, String key, String value) {
    out.println("? " + key + " " + value);
    wiring.ledger().record(List.of(operation));
    out.println("= " + key + " " + value);
  }

  private void note() {
    String key = KillTest.UNIT + "/" + prefix + "-" + written++;
    write(new Operation.Insert(Entity.NOTE, key, Map.of("subject_id", "x", "text", key)), key, key);
  }

  /** A round with a shared folder, into which all goes that was written. */
  private void exchange() throws IOException {
    if (wiring.folder().changes().isEmpty()) {
      return;
    }
    KillTest.store(wiring, data);
    out.println("round");
    wiring.sync().round(KillTest.STORE, true, Progress.NONE);
    out.println("exchanged");
  }

  /** All rows of a file or none of them: the first and the last stand for all. */
  private void catalogue() throws IOException {
    StringBuilder text = new StringBuilder();
    String name = prefix + "-" + written++;
    for (int i = 0; i < ROWS; i++) {
      text.append(
          "{\"code\":\"%s-%d\",\"name\":\"%s\",\"levels\":\"xa\"}%n".formatted(name, i, name));
    }
    Path file = data.resolveSibling("danh mục " + name + ".jsonl");
    Files.writeString(file, text);
    for (int i = 0; i < ROWS; i++) {
      out.println("? " + name + "-" + i + " " + name);
    }
    wiring.imports().apply(List.of(file), ImportService.Options.STRICT, Progress.NONE);
    for (int i = 0; i < ROWS; i++) {
      out.println("= " + name + "-" + i + " " + name);
    }
  }

  private void loseDatabase() throws IOException {
    wiring.close();
    Files.deleteIfExists(data.resolve("database/register.mv.db"));
    out.println("lost");
    wiring = open();
  }
}
