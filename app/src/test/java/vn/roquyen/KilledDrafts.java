package vn.roquyen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Sha256;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.Draft.Step;
import vn.roquyen.service.DraftService;

/**
 * The drafts of a process that is killed, on both sides. The process says what a draft is about to
 * become, {@code ?d ID STATE}, and that it is, {@code =d ID STATE}; a state is a hash of all steps
 * and of how many count, {@code -} of one that is gone. Whoever kills it keeps the account.
 */
final class KilledDrafts {
  private static final String GONE = "-";
  private static final int MOST = 3;

  private final Random random;
  private final PrintStream out;
  private int typed;

  /** What was acknowledged in the present folder. */
  private final Map<String, String> kept = new HashMap<>();

  private int acknowledged;

  KilledDrafts(Random random, PrintStream out) {
    this.random = random;
    this.out = out;
  }

  /** One thing that a person does to a draft. */
  void step(Wiring wiring) {
    DraftService drafts = wiring.editing().drafts();
    List<Draft> all = drafts.list().drafts();
    int dice = random.nextInt(12);
    if (all.isEmpty() || (dice == 0 && all.size() < MOST)) {
      Draft begun = drafts.begin(Entity.FIELD);
      out.println("=d " + begun.id() + " " + state(begun));
      return;
    }
    Draft draft = all.get(random.nextInt(all.size()));
    switch (dice) {
      case 1 -> become(draft.undone(), () -> drafts.undo(draft.id()));
      case 2 -> become(draft.redone(), () -> drafts.redo(draft.id()));
      case 3 -> leave(draft, () -> drafts.delete(draft.id()));
      case 4 -> send(drafts, draft);
      default -> type(drafts, draft);
    }
  }

  private void type(DraftService drafts, Draft draft) {
    if (!draft.rows().isEmpty()) {
      int row = draft.rows().getFirst().number();
      Step step = new Step.Set(row, "name", "chữ-" + random.nextInt(1_000) + "-" + typed++);
      become(draft.with(step), () -> drafts.step(draft.id(), step));
    }
  }

  private void become(Draft next, Runnable how) {
    out.println("?d " + next.id() + " " + state(next));
    how.run();
    out.println("=d " + next.id() + " " + state(next));
  }

  private void leave(Draft draft, Runnable how) {
    out.println("?d " + draft.id() + " " + GONE);
    how.run();
    out.println("=d " + draft.id() + " " + GONE);
  }

  /** What a draft says is written, and only then it is gone. */
  private void send(DraftService drafts, Draft draft) {
    if (!drafts.check(draft, name -> name).isReady()) {
      type(drafts, draft);
      return;
    }
    String row = draft.rows().getFirst().key() + " " + draft.rows().getFirst().text("name");
    out.println("? " + row);
    leave(draft, () -> drafts.send(draft.id()));
    out.println("= " + row);
  }

  private static String state(Draft draft) {
    return Sha256.hex(draft.toString().getBytes(UTF_8)).substring(0, 16);
  }

  /** A new folder. */
  void forget() {
    kept.clear();
  }

  int acknowledged() {
    return acknowledged;
  }

  /** Every draft is as it was acknowledged, or as the edit that was under way left it. */
  void examine(Wiring wiring, List<String> said, String when) {
    Map<String, Set<String>> begun = new HashMap<>();
    for (String line : said) {
      String[] words = line.split(" ");
      if (words[0].equals("?d")) {
        begun.computeIfAbsent(words[1], id -> new HashSet<>()).add(words[2]);
      } else if (words[0].equals("=d")) {
        kept.put(words[1], words[2]);
        begun.remove(words[1]);
        acknowledged++;
      }
    }
    var found = wiring.editing().drafts().list();
    assertThat(found.unreadable()).as(when).isEmpty();
    Map<String, Draft> there = new HashMap<>();
    found.drafts().forEach(draft -> there.put(draft.id(), draft));
    Set<String> all = new TreeSet<>(kept.keySet());
    all.addAll(there.keySet());
    for (String id : all) {
      Draft draft = there.get(id);
      String state = draft == null ? GONE : state(draft);
      List<String> allowed = new ArrayList<>(begun.getOrDefault(id, Set.of()));
      if (kept.containsKey(id)) {
        allowed.add(kept.get(id));
      } else if (draft != null && draft.steps().size() == 1) {
        // It was begun, and nobody was told any more.
        allowed.add(state);
      }
      assertThat(state).as("%s: draft %s", when, id).isIn(allowed);
      kept.put(id, state);
    }
    kept.values().removeIf(GONE::equals);
  }
}
