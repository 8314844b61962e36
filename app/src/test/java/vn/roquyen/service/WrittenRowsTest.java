package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.impact.Difference.Cause;
import vn.roquyen.domain.impact.Difference.Subject;

/**
 * What was kept of what changes did to rows says the same as the journal, which makes every row of
 * both days anew.
 */
final class WrittenRowsTest {
  private static final int STEPS = 70;
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
  private static final String PROCEDURE = "1.00000";
  private static final Register REGISTER =
      new Register(
          0, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());

  @TempDir Path folder;
  private final List<Machine> machines = new ArrayList<>();
  private Random random = new Random();
  private int days;

  @AfterEach
  void close() {
    machines.forEach(Machine::close);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itSaysWhatTheJournalSays(long seed) throws IOException {
    random = new Random(seed);
    machines.add(new Machine(folder.resolve("a"), Role.PUBLISHER, "tinh"));
    machines.add(new Machine(folder.resolve("b"), Role.PUBLISHER, "so-noi-vu"));
    for (int step = 0; step < STEPS; step++) {
      step(machines.get(random.nextInt(2)));
    }
    machines.get(0).send(machines.get(1));
    machines.get(1).send(machines.get(0));
    int different = 0;
    for (Machine machine : machines) {
      different += compared(machine);
      machine.loseDatabase();
      compared(machine);
    }
    assertThat(different).as("seed %d", seed).isGreaterThan(20);
  }

  @Test
  void aTextThatIsAgainWhatItWasIsNoDifference() {
    machines.add(new Machine(folder.resolve("a")));
    Machine machine = machines.getFirst();
    machine.insert(Entity.PROCEDURE, PROCEDURE, "name", "Đăng ký", "steps", "Một bước");
    nextDay();
    machine.set(Entity.PROCEDURE, PROCEDURE, "steps", "Hai bước");
    machine.seal();
    assertThat(differing(machine)).hasSize(1);
    machine.set(Entity.PROCEDURE, PROCEDURE, "steps", "Một bước");
    assertThat(differing(machine)).isEmpty();
    machine.set(Entity.PROCEDURE, PROCEDURE, "snapshot", "2026-11-25");
    assertThat(differing(machine)).isEmpty();
    machine.remove(Entity.PROCEDURE, PROCEDURE);
    machine.insert(Entity.PROCEDURE, PROCEDURE, "name", "Đăng ký", "steps", "Ba bước");
    assertThat(differing(machine)).hasSize(1);
    assertThat(compared(machine)).isPositive();
  }

  private List<WrittenRow> differing(Machine machine) {
    TimeMachine times = machine.wiring.history().times();
    return new WrittenRows(times, times.then(FIRST), times.then(FIRST.plusDays(days)))
        .of(Subject.PROCEDURE).stream().filter(WrittenRow::differs).toList();
  }

  private void step(Machine machine) {
    Machine other = machines.get(1 - machines.indexOf(machine));
    int kind = random.nextInt(20);
    if (kind < 14) {
      write(machine);
    } else if (kind < 16) {
      machine.send(other);
    } else if (kind < 18) {
      decide(machine);
    } else if (kind == 18) {
      machine.seal();
    } else if (days < 5) {
      nextDay();
    }
  }

  private void nextDay() {
    machines.forEach(each -> each.clock.forward(Duration.ofDays(1).toSeconds()));
    days++;
  }

  private void decide(Machine machine) {
    ApprovalService approvals = machine.wiring.editing().approvals();
    for (WaitingChange waiting : approvals.waiting()) {
      try {
        approvals.decide(waiting.id(), ApprovalVerdict.APPROVED, null);
      } catch (Fault ownProposal) {
        // The other machine decides it.
      }
    }
  }

  private void write(Machine machine) {
    Entity entity =
        List.of(Entity.PROCEDURE, Entity.PROCEDURE, Entity.GRANT, Entity.INSTRUMENT, Entity.FIELD)
            .get(random.nextInt(5));
    String key =
        entity == Entity.PROCEDURE ? PROCEDURE + random.nextInt(4) : "k" + random.nextInt(3);
    Operation operation =
        switch (random.nextInt(6)) {
          case 0, 1 -> new Operation.Insert(entity, key, values(entity));
          case 2 -> new Operation.Remove(entity, key);
          default -> new Operation.SetFields(entity, key, values(entity));
        };
    try {
      machine.wiring.ledger().record(List.of(operation));
    } catch (Fault refused) {
      // Nothing was written.
    }
  }

  private Map<String, Object> values(Entity entity) {
    String word = "x" + random.nextInt(3);
    Map<String, Object> values = new HashMap<>();
    switch (entity) {
      case PROCEDURE -> {
        values.put(random.nextBoolean() ? "name" : "steps", word);
        values.put(random.nextBoolean() ? "agency" : "snapshot", word);
        values.put("dossier", List.of(Map.of("name", word)));
      }
      case GRANT -> {
        values.put("power_id", "p");
        values.put("mode", "DELEGATION");
        values.put("valid_from", FIRST.plusDays(random.nextInt(2)));
        values.put("procedure_count", random.nextInt(3));
      }
      case INSTRUMENT -> values.put("title", word);
      default -> values.put("name", word);
    }
    return values;
  }

  /** Compares each pair of days; answers how many rows differed. */
  private int compared(Machine machine) {
    TimeMachine times = machine.wiring.history().times();
    int different = 0;
    for (int from = 0; from <= days; from++) {
      TimeMachine.Then then = times.then(FIRST.plusDays(from));
      for (int to = from; to <= days; to++) {
        WrittenRows written = new WrittenRows(times, then, times.then(FIRST.plusDays(to)));
        for (Subject subject : Subject.values()) {
          String what = "%s %d-%d".formatted(subject, from, to);
          Collection<WrittenRow> kept = written.of(subject);
          Collection<WrittenRow> anew = written.anew(subject, then.places());
          Map<String, String> slow = said(anew);
          assertThat(said(kept)).as(what).isEqualTo(slow);
          causes(kept, anew, what);
          different += slow.size();
        }
      }
      shown(machine, then, FIRST.plusDays(from));
    }
    return different;
  }

  private static void shown(Machine machine, TimeMachine.Then then, LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(machine.clock.getZone()).toInstant().minusMillis(1);
    for (Subject subject : Subject.values()) {
      List<Row> rows = machine.wiring.histories().shown(subject.entity(), end);
      List<Row> past = new ArrayList<>();
      then.rows().forEach(subject.entity(), past::add);
      assertThat(past).as("%s on %s", subject, day).isEqualTo(rows);
    }
  }

  private static Map<String, String> said(Collection<WrittenRow> rows) {
    Map<String, String> said = new TreeMap<>();
    rows.stream()
        .filter(WrittenRow::differs)
        .forEach(
            row ->
                said.put(
                    row.id(),
                    values(row.before())
                        + values(row.after())
                        + row.fields(REGISTER, REGISTER).stream()
                            .map(field -> field.column())
                            .toList()));
    return said;
  }

  /** A change that found no row to write did nothing, and is not named. */
  private static void causes(
      Collection<WrittenRow> kept, Collection<WrittenRow> anew, String what) {
    Map<String, List<Cause>> all = new HashMap<>();
    anew.forEach(row -> all.put(row.id(), row.causes()));
    kept.stream()
        .filter(WrittenRow::differs)
        .forEach(row -> assertThat(all.get(row.id())).as(what).containsAll(row.causes()));
  }

  private static String values(Row row) {
    return row == null ? "–" : new TreeMap<>(row.values()).toString();
  }
}
