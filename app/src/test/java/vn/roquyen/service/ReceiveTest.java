package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Role;
import vn.roquyen.service.FileOutcome.Kind;

/** Real data folders exchange real files. */
final class ReceiveTest {
  @TempDir Path folder;

  @Test
  void twoPublishersWriteOneFieldAndTheLoserIsKeptUntilOneHasSeenBoth() throws IOException {
    try (Machine a = machine("a", Role.PUBLISHER, "tinh");
        Machine b = machine("b", Role.PUBLISHER, "tinh")) {
      a.insert(Entity.FIELD, "ho-tich", "name", "Hộ tịch", "parent_id", "tu-phap");
      b.receive(a.export(folder.resolve("1")));
      a.set(Entity.FIELD, "ho-tich", "name", "Hộ tịch và quốc tịch");
      b.clock.forward(60);
      b.set(Entity.FIELD, "ho-tich", "name", "Hộ tịch, chứng thực");
      b.set(Entity.FIELD, "ho-tich", "parent_id", "noi-vu");
      a.receive(b.export(folder.resolve("2")));
      b.receive(a.export(folder.resolve("3")));
      assertThat(a.digest()).isEqualTo(b.digest());
      assertThat(a.value(Entity.FIELD, "ho-tich", "name")).isEqualTo("Hộ tịch, chứng thực");

      RowHistoryService.Review review = a.wiring.histories().reviews().getFirst();
      assertThat(review.base()).isEqualTo("Hộ tịch");
      assertThat(review.shown().value()).isEqualTo("Hộ tịch, chứng thực");
      assertThat(review.shown().own()).isFalse();
      assertThat(review.shown().author()).isEqualTo("Máy b");
      assertThat(review.others()).hasSize(1);
      assertThat(review.others().getFirst().value()).isEqualTo("Hộ tịch và quốc tịch");
      assertThat(review.others().getFirst().own()).isTrue();
      assertThat(b.wiring.histories().reviews()).hasSize(1);

      a.loseDatabase();
      assertThat(a.digest()).isEqualTo(b.digest());
      assertThat(a.wiring.histories().reviews()).hasSize(1);
      a.wiring.histories().settle(review.entity(), review.key(), review.column(), "Hộ tịch");
      assertThat(a.wiring.histories().reviews()).isEmpty();
      b.receive(a.export(folder.resolve("4")));
      assertThat(b.wiring.histories().reviews()).isEmpty();
      assertThat(b.value(Entity.FIELD, "ho-tich", "name")).isEqualTo("Hộ tịch");
      assertThat(a.digest()).isEqualTo(b.digest());
    }
  }

  @Test
  void aPersonDecidesWhetherARowStaysThatOneRemovedAndAnotherEdited() {
    for (boolean stays : new boolean[] {true, false}) {
      try (Machine a = machine("a" + stays, Role.PUBLISHER, "tinh");
          Machine b = machine("b" + stays, Role.PUBLISHER, "tinh")) {
        a.insert(Entity.FIELD, "x", "name", "một");
        b.receive(a.export(folder.resolve("1" + stays)));
        a.remove(Entity.FIELD, "x");
        b.set(Entity.FIELD, "x", "parent_id", "cha");
        a.receive(b.export(folder.resolve("2" + stays)));
        a.wiring.histories().settle(Entity.FIELD, "x", null, stays);
        assertThat(a.wiring.histories().reviews()).isEmpty();
        b.receive(a.export(folder.resolve("3" + stays)));
        assertThat(b.wiring.histories().reviews()).isEmpty();
        assertThat(b.value(Entity.FIELD, "x", "parent_id")).isEqualTo(stays ? "cha" : null);
        assertThat(a.digest()).isEqualTo(b.digest());
      }
    }
  }

  @Test
  void anAcceptedCertificateWakesTheFilesThatWaitedForIt() {
    try (Machine a = machine("a", Role.PUBLISHER, "tinh");
        Machine b = machine("b", Role.COMMUNE, "03160")) {
      a.insert(Entity.FIELD, "x", "name", "một");
      List<Path> exported = files(a.export(folder.resolve("1")));
      b.receive(
          exported.stream().filter(each -> each.toString().endsWith("rqc")).toArray(Path[]::new));
      assertThat(b.value(Entity.FIELD, "x", "name")).isNull();
      b.reopen();
      exported.stream()
          .filter(each -> each.toString().endsWith("certificate"))
          .forEach(each -> b.wiring.keys().accept(each));
      assertThat(b.value(Entity.FIELD, "x", "name")).isEqualTo("một");
      assertThat(b.wiring.exchange().waiting()).isEmpty();
      assertThat(a.digest()).isEqualTo(b.digest());
    }
  }

  @Test
  void aRemovalAgainstAnEditItHadNotSeenKeepsTheRow() {
    try (Machine a = machine("a", Role.PUBLISHER, "tinh");
        Machine b = machine("b", Role.PUBLISHER, "tinh")) {
      a.insert(Entity.FIELD, "x", "name", "một");
      b.receive(a.export(folder.resolve("1")));
      a.remove(Entity.FIELD, "x");
      b.set(Entity.FIELD, "x", "parent_id", "cha");
      b.receive(a.export(folder.resolve("2")));
      a.receive(b.export(folder.resolve("3")));
      for (Machine each : List.of(a, b)) {
        assertThat(each.value(Entity.FIELD, "x", "name")).isEqualTo("một");
        assertThat(each.value(Entity.FIELD, "x", "parent_id")).isEqualTo("cha");
        RowHistoryService.Review review = each.wiring.histories().reviews().getFirst();
        assertThat(review.column()).isNull();
        assertThat(review.base()).isEqualTo(true);
        assertThat(review.others().getFirst().value()).isEqualTo(false);
      }
      a.remove(Entity.FIELD, "x");
      b.receive(a.export(folder.resolve("4")));
      assertThat(a.digest()).isEqualTo(b.digest());
      assertThat(b.wiring.histories().reviews()).isEmpty();
      assertThat(b.value(Entity.FIELD, "x", "name")).isNull();
      b.set(Entity.FIELD, "x", "parent_id", "lại có");
      a.receive(b.export(folder.resolve("5")));
      assertThat(a.digest()).isEqualTo(b.digest());
      assertThat(a.value(Entity.FIELD, "x", "name")).isEqualTo("một");
    }
  }

  @Test
  void fault22_threeMachinesEndAlikeWhateverTheOrder() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      Random dice = new Random(seed);
      Path place = folder.resolve("seed" + seed);
      List<Machine> machines = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        machines.add(new Machine(place.resolve(name), Role.PUBLISHER, "tinh"));
      }
      try {
        history(machines, dice, place);
        for (int round = 0; round < 2; round++) {
          for (Machine from : machines) {
            Path files = from.export(place.resolve("all" + round + machines.indexOf(from)));
            for (Machine to : machines) {
              to.receive(shuffled(files, dice));
            }
          }
        }
        for (Machine each : machines) {
          assertThat(each.digest()).as("seed %d", seed).isEqualTo(machines.getFirst().digest());
          assertThat(each.wiring.histories().reviews().stream().map(r -> r.entity() + r.key()))
              .isEqualTo(
                  machines.getFirst().wiring.histories().reviews().stream()
                      .map(r -> r.entity() + r.key())
                      .toList());
          String before = each.digest();
          int versions = versions(each);
          each.loseDatabase();
          assertThat(each.digest()).as("seed %d, rebuilt", seed).isEqualTo(before);
          assertThat(versions(each)).isEqualTo(versions);
        }
      } finally {
        machines.forEach(Machine::close);
      }
    }
  }

  private static void history(List<Machine> machines, Random dice, Path place) {
    for (int step = 0; step < 40; step++) {
      Machine one = machines.get(dice.nextInt(3));
      one.clock.forward(dice.nextInt(5_000));
      String key = "k" + dice.nextInt(4);
      switch (dice.nextInt(6)) {
        case 0 -> one.insert(Entity.FIELD, key, "name", "tên " + step);
        case 1 -> one.remove(Entity.FIELD, key);
        case 2 -> one.set(Entity.FIELD, key, "parent_id", "cha " + step);
        case 3 -> one.set(Entity.FIELD, key, "name", "đổi " + step);
        default -> {
          Path files = one.export(place.resolve("step" + step));
          machines.get(dice.nextInt(3)).receive(shuffled(files, dice));
        }
      }
    }
  }

  @Test
  void whatTheRegisterShowedOnAPastDayIsAnswered() {
    try (Machine a = machine("a", Role.PUBLISHER, "tinh");
        Machine b = machine("b", Role.PUBLISHER, "tinh")) {
      a.insert(Entity.FIELD, "x", "name", "tháng một");
      a.insert(Entity.FIELD, "y", "name", "còn");
      final Instant early = b.clock.now;
      b.clock.forward(86_400);
      b.receive(a.export(folder.resolve("1")));
      final Instant first = b.clock.now;
      a.set(Entity.FIELD, "x", "name", "tháng hai");
      a.remove(Entity.FIELD, "y");
      a.insert(Entity.FIELD, "z", "name", "mới");
      b.clock.forward(86_400);
      b.receive(a.export(folder.resolve("2")));
      b.clock.forward(86_400);
      RowHistoryService history = b.wiring.histories();
      assertThat(history.shown(Entity.FIELD, early)).isEmpty();
      assertThat(history.shown(Entity.FIELD, first))
          .extracting(row -> row.key() + "=" + row.values().get("name"))
          .containsExactly("x=tháng một", "y=còn");
      assertThat(history.shown(Entity.FIELD, b.clock.now))
          .extracting(row -> row.key() + "=" + row.values().get("name"))
          .containsExactly("x=tháng hai", "z=mới");
      assertThat(history.shown(Entity.FIELD, "y", first)).isNotNull();
      assertThat(history.shown(Entity.FIELD, "y", b.clock.now)).isNull();
      assertThat(history.versions(Entity.FIELD, "x")).hasSize(2);
      assertThat(history.versions(Entity.FIELD, "x").getFirst().received()).isEqualTo(first);
    }
  }

  @Test
  void heldFilesSurviveARestart() throws IOException {
    try (Machine a = machine("a", Role.PUBLISHER, "tinh");
        Machine b = machine("b", Role.COMMUNE, "03160")) {
      a.insert(Entity.FIELD, "x", "name", "một");
      a.set(Entity.FIELD, "x", "name", "hai");
      List<Path> files = files(a.export(folder.resolve("1")));
      Path last = files.getLast();
      List<FileOutcome> held = b.receive(last);
      assertThat(held.getFirst().kind()).isEqualTo(Kind.HELD);
      b.reopen();
      assertThat(b.receive(files.subList(0, files.size() - 1).toArray(Path[]::new)))
          .noneMatch(outcome -> outcome.kind() == Kind.REFUSED);
      assertThat(b.value(Entity.FIELD, "x", "name")).isEqualTo("hai");
      assertThat(b.digest()).isEqualTo(a.digest());
      assertThat(files(b.data.resolve("journal/held"))).isEmpty();
    }
  }

  @Test
  void fault44_whatARevokedKeyWroteIsTakenOutAgainAndThePastStillShowsIt() throws IOException {
    try (Machine a = machine("a", Role.PUBLISHER, "tinh");
        Machine thief = machine("t", Role.PUBLISHER, "tinh");
        Machine b = machine("b", Role.COMMUNE, "03160")) {
      a.insert(Entity.FIELD, "x", "name", "đúng");
      thief.receive(a.export(folder.resolve("1")));
      thief.insert(Entity.FIELD, "y", "name", "còn tốt");
      final long good = thief.lastSeq();
      thief.seal();
      thief.set(Entity.FIELD, "x", "name", "kẻ trộm");
      thief.seal();
      thief.insert(Entity.FIELD, "z", "name", "kẻ trộm");
      b.receive(thief.export(folder.resolve("2")));
      a.receive(folder.resolve("2"));
      a.set(Entity.FIELD, "x", "parent_id", "sau khi đã thấy");
      b.receive(a.export(folder.resolve("3")));
      assertThat(b.value(Entity.FIELD, "x", "name")).isEqualTo("kẻ trộm");
      final Instant shownThen = b.clock.now;
      b.clock.forward(86_400);
      Path revocation = a.revoke(thief, good, folder.resolve("rev"));
      assertThat(b.receive(revocation).getFirst().kind()).isEqualTo(Kind.APPLIED);
      assertThat(a.digest()).isEqualTo(b.digest());
      for (Machine each : List.of(a, b)) {
        assertThat(each.value(Entity.FIELD, "x", "name")).isEqualTo("đúng");
        assertThat(each.value(Entity.FIELD, "x", "parent_id")).isEqualTo("sau khi đã thấy");
        assertThat(each.value(Entity.FIELD, "y", "name")).isEqualTo("còn tốt");
        assertThat(each.value(Entity.FIELD, "z", "name")).isNull();
      }
      RowHistoryService history = b.wiring.histories();
      assertThat(history.shown(Entity.FIELD, shownThen))
          .extracting(row -> row.key() + "=" + row.values().get("name"))
          .containsExactly("x=kẻ trộm", "y=còn tốt", "z=kẻ trộm");
      assertThat(history.versions(Entity.FIELD, "z").getFirst().counts()).isFalse();
      agreesWithOneWhoComesLate(b, revocation);
    }
  }

  private void agreesWithOneWhoComesLate(Machine b, Path revocation) throws IOException {
    final String digest = b.digest();
    b.loseDatabase();
    assertThat(b.digest()).isEqualTo(digest);
    try (Machine late = machine("l", Role.COMMUNE, "03161")) {
      late.receive(revocation);
      assertThat(late.receive(folder.resolve("2")))
          .filteredOn(outcome -> "REVOKED".equals(outcome.reason()))
          .hasSize(2);
      late.receive(folder.resolve("3"));
      assertThat(late.digest()).isEqualTo(digest);
    }
  }

  private static int versions(Machine machine) {
    int count = 0;
    for (int key = 0; key < 4; key++) {
      count += machine.wiring.histories().versions(Entity.FIELD, "k" + key).size();
    }
    return count;
  }

  private Machine machine(String name, Role role, String unit) {
    return new Machine(folder.resolve(name), role, unit);
  }

  private static Path[] shuffled(Path files, Random dice) {
    List<Path> all = new ArrayList<>(files(files));
    Collections.shuffle(all, dice);
    return all.toArray(Path[]::new);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
