package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Twins;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;

/**
 * A data folder was copied and both copies wrote: one branch counts everywhere, and what the other
 * says can be entered again by whoever holds the key.
 */
final class LostBranchTest {
  @TempDir Path folder;
  private final List<Machine> machines = new ArrayList<>();
  private Machine reader;

  /** The machine whose branch is lost, and the one whose branch counts. */
  private Machine loser;

  private Machine winner;

  @BeforeEach
  void open() {
    reader = new Machine(folder.resolve("xã"), Role.COMMUNE, "03160");
    machines.add(reader);
  }

  @AfterEach
  void close() {
    Collections.reverse(machines);
    machines.forEach(Machine::close);
  }

  @Test
  void fault25_whatALostBranchSaysIsShownBesideWhatIsThereAndEnteredAgain() throws IOException {
    twins(
        Role.PUBLISHER,
        "tinh",
        (twin, name) -> {
          twin.set(Entity.FIELD, "chung", "name", "Chung " + name);
          twin.insert(Entity.FIELD, name, "name", "Của " + name);
          twin.seal();
          twin.set(Entity.FIELD, name, "parent_id", "chung");
          twin.remove(Entity.FIELD, "bỏ-" + name);
        });
    meet();
    String lost = "bản " + (loser == machines.get(1) ? "một" : "hai");
    for (Machine twin : List.of(loser, winner)) {
      assertThat(twin.wiring.lost().changes()).hasSize(2);
      List<LostRow> rows = twin.wiring.lost().rows();
      assertThat(rows).extracting(LostRow::key).containsExactly("chung", lost, "bỏ-" + lost);
      assertThat(rows)
          .extracting(LostRow::kind)
          .containsExactly(RowEdit.Kind.SET, RowEdit.Kind.INSERT, RowEdit.Kind.REMOVE);
      LostRow.LostField name = rows.getFirst().fields().getFirst();
      assertThat(name.lost()).isEqualTo("Chung " + lost);
      assertThat(name.now()).isEqualTo(twin.value(Entity.FIELD, "chung", "name"));
    }
    assertThat(reader.wiring.lost().rows()).isEmpty();

    loser.clock.forward(3_600);
    loser.wiring.lost().resend(loser.wiring.lost().rows().subList(0, 2));
    assertThat(loser.wiring.lost().rows()).extracting(LostRow::key).containsExactly("bỏ-" + lost);
    loser.send(reader, winner);
    for (Machine each : machines) {
      assertThat(each.value(Entity.FIELD, "chung", "name")).isEqualTo("Chung " + lost);
      assertThat(each.value(Entity.FIELD, lost, "name")).isEqualTo("Của " + lost);
      assertThat(each.value(Entity.FIELD, lost, "parent_id")).isEqualTo("chung");
      assertThat(each.digest()).isEqualTo(loser.digest());
      assertThat(each.wiring.histories().reviews()).isEmpty();
      assertThat(each.wiring.doctor().examine().sound()).isTrue();
    }
    assertThat(winner.wiring.lost().rows()).hasSize(1);
  }

  @Test
  void whatIsNotToBeEnteredAgainIsRememberedAndCanBeAskedAgain() throws IOException {
    twins(
        Role.COMMUNE,
        "03127",
        (twin, name) -> {
          twin.insert(Entity.NOTE, "03127/" + name, "subject_id", "x", "text", name);
          twin.set(Entity.NOTE, "03127/" + name, "text", "Đã gọi cho " + name);
        });
    meet();
    LostBranchService lost = loser.wiring.lost();
    lost.decline(lost.rows(), true);
    loser.reopen();
    lost = loser.wiring.lost();
    assertThat(lost.rows()).extracting(LostRow::state).containsExactly(LostRow.State.DECLINED);
    lost.decline(lost.rows(), false);
    LostRow row = lost.rows().getFirst();
    assertThat(row.state()).isEqualTo(LostRow.State.OPEN);
    assertThat(row.changes()).hasSize(1);
    assertThat(lost.resend(List.of(row))).isEmpty();
    assertThat(lost.rows()).isEmpty();
    assertThat(loser.value(Entity.NOTE, row.key(), "text").toString()).startsWith("Đã gọi cho");
  }

  @Test
  void whatNeedsASecondKeyWaitsForItAgainAndIsNotOfferedTwice() throws IOException {
    twins(
        Role.PUBLISHER,
        "tinh",
        (twin, name) ->
            twin.wiring
                .ledger()
                .record(
                    List.of(
                        new Operation.Insert(Entity.POWER, "p-" + name, Map.of("title", name)),
                        new Operation.Insert(
                            Entity.GRANT,
                            "g-" + name,
                            Map.of("power_id", "p-" + name, "grantee_id", "x")))));
    meet();
    LostBranchService lost = loser.wiring.lost();
    assertThat(lost.rows()).hasSize(2).allMatch(LostRow::secondKey);
    assertThat(lost.resend(lost.rows())).hasSize(1);
    assertThat(lost.rows())
        .extracting(LostRow::state)
        .containsOnly(LostRow.State.WAITING)
        .hasSize(2);
    assertThat(lost.resend(lost.rows())).isEmpty();
  }

  @Test
  void whatCannotBeSignedNowLeavesEverythingAsItWas() throws IOException {
    twins(Role.PUBLISHER, "tinh", (twin, name) -> twin.insert(Entity.FIELD, name, "name", name));
    meet();
    LostBranchService lost = loser.wiring.lost();
    List<LostRow> before = lost.rows();
    String digest = loser.digest();
    loser.clock.forward(-10L * 365 * 24 * 3_600);
    Fault refused = catchThrowableOfType(Fault.class, () -> lost.resend(before));
    assertThat(refused.code()).isEqualTo(FaultCode.CLOCK_BEHIND);
    assertThat(loser.digest()).isEqualTo(digest);
    assertThat(lost.rows()).isEqualTo(before).hasSize(1);
  }

  /** In one of both orders what was about to be shown turns out not to count. */
  @Test
  void fault28_inOneDeliveryOfEitherOrderTheTablesShowTheBranchThatCounts() throws IOException {
    twins(Role.PUBLISHER, "tinh", (twin, name) -> twin.insert(Entity.FIELD, name, "name", name));
    Path one = machines.get(1).export(folder.resolve("một.rqp"));
    Path two = machines.get(2).export(folder.resolve("hai.rqp"));
    Machine other = new Machine(folder.resolve("xã khác"), Role.COMMUNE, "03127");
    machines.add(other);
    reader.clock.forward(60);
    other.clock.forward(60);
    reader.receive(one, two);
    other.receive(two, one);
    assertThat(reader.digest()).isEqualTo(other.digest());
    assertThat(reader.wiring.doctor().examine().sound()).isTrue();
    assertThat(other.wiring.doctor().examine().sound()).isTrue();
  }

  /** What each of the twins writes; its name is "bản một" or "bản hai". */
  private interface Writing {
    void by(Machine twin, String name);
  }

  private void twins(Role role, String unit, Writing writing) throws IOException {
    Machine first = new Machine(folder.resolve("một"), role, unit);
    machines.add(first);
    if (role == Role.PUBLISHER) {
      first.insert(Entity.FIELD, "chung", "name", "Chung");
      first.insert(Entity.FIELD, "bỏ-bản một", "name", "Bỏ một");
      first.insert(Entity.FIELD, "bỏ-bản hai", "name", "Bỏ hai");
    } else {
      first.insert(Entity.NOTE, unit + "/đầu", "subject_id", "x", "text", "Đầu");
    }
    first.seal();
    first.close();
    Twins.copy(first.data, folder.resolve("hai"));
    first.open();
    Machine second = new Machine(folder.resolve("hai"));
    machines.add(second);
    writing.by(first, "bản một");
    writing.by(second, "bản hai");
  }

  /** Each of the twins, and somebody else, receives what both wrote. */
  private void meet() {
    Machine first = machines.get(machines.size() - 2);
    Machine second = machines.getLast();
    assertThat(first.wiring.lost().changes()).isEmpty();
    final Path one = first.export(folder.resolve("một.rqp"));
    final Path two = second.export(folder.resolve("hai.rqp"));
    String newest = first.wiring.journal().list().getLast().id();
    reader.clock.forward(60);
    reader.receive(one, two);
    first.receive(two);
    second.receive(one);
    boolean firstLost =
        first.wiring.lost().changes().stream().anyMatch(lost -> lost.hex().equals(newest));
    loser = firstLost ? first : second;
    winner = firstLost ? second : first;
    assertThat(first.digest()).isEqualTo(second.digest()).isEqualTo(reader.digest());
  }
}
