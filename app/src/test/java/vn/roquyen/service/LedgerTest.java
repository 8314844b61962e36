package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Operation;

final class LedgerTest {
  @TempDir Path folder;
  private Wiring wiring;

  @BeforeEach
  void open() {
    wiring = new Wiring(folder.resolve("Dữ liệu xã"), Clock.systemDefaultZone());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void whatIsRecordedIsThereAfterTheNextStart() {
    wiring.ledger().record(List.of(field("ho-tich", "Hộ tịch")));
    close();
    open();
    assertThat(wiring.registers().current().fields()).containsOnlyKeys("ho-tich");
    assertThat(wiring.registers().current().revision()).isEqualTo(1);
  }

  @Test
  void aFieldCanBeSetAndEmptiedAndARowRemoved() {
    wiring.ledger().record(List.of(field("a", "A"), field("b", "B")));
    wiring
        .ledger()
        .record(
            List.of(
                new Operation.SetFields(Entity.FIELD, "a", Map.of("name", "Á", "parent_id", "b"))));
    assertThat(wiring.registers().current().fields().get("a").name()).isEqualTo("Á");
    assertThat(wiring.registers().current().fields().get("a").parentId()).isEqualTo("b");
    wiring.ledger().record(List.of(new Operation.Remove(Entity.FIELD, "b")));
    assertThat(wiring.registers().current().fields()).containsOnlyKeys("a");
  }

  @Test
  void whatIsInsertedAgainIsWrittenOverAmongNewRowsToo() {
    wiring.ledger().record(List.of(field("a", "A"), field("b", "B")));
    wiring.ledger().seal();
    wiring.ledger().record(List.of(field("a", "Á"), field("c", "C"), field("a", "À")));
    assertThat(wiring.registers().current().fields().values())
        .extracting(Field::name)
        .containsExactlyInAnyOrder("À", "B", "C");
  }

  @Test
  void anInvalidOperationLeavesEverythingAsItWas() {
    wiring.ledger().record(List.of(field("a", "A")));
    List<Operation> mixed =
        List.of(field("b", "B"), new Operation.Insert(Entity.FIELD, "c", Map.of("colour", "đỏ")));
    assertThatThrownBy(() -> wiring.ledger().record(mixed))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.OPERATION_INVALID));
    assertThat(wiring.registers().current().fields()).containsOnlyKeys("a");
    assertThat(wiring.registers().current().revision()).isEqualTo(1);
  }

  @Test
  void decomposedTextIsRefusedAtTheDoor() {
    assertThatThrownBy(() -> wiring.ledger().record(List.of(field("a", "Ho\u0323 ti\u0323ch"))))
        .isInstanceOf(Fault.class);
  }

  @Test
  void theLongestListIsKeptAndALongerOneRefused() {
    // Escaped, each of these characters takes six.
    int each = OperationRules.MAX_LIST_TEXT / OperationRules.MAX_LIST - "note".length();
    List<Map<String, String>> longest =
        Collections.nCopies(OperationRules.MAX_LIST, Map.of("note", "\u0001".repeat(each)));
    wiring.ledger().record(List.of(procedure(longest)));
    assertThat(wiring.records().find("1.1").row().values()).containsEntry("channels", longest);
    List<Map<String, String>> longer = new ArrayList<>(longest);
    longer.set(0, Map.of("note", "\u0001".repeat(each + 1)));
    assertThatThrownBy(() -> wiring.ledger().record(List.of(procedure(longer))))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.OPERATION_INVALID));
  }

  private static Operation procedure(List<Map<String, String>> channels) {
    return new Operation.Insert(
        Entity.PROCEDURE, "1.1", Map.of("name", "Thủ tục", "channels", channels));
  }

  @Test
  void whenALaterPackCannotBeTakenNoPackIsKept() {
    Iterator<List<Operation>> packs =
        List.of(List.<Operation>of(field("a", "A")), List.<Operation>of()).iterator();
    Iterable<List<Operation>> failing =
        () ->
            new Iterator<>() {
              private int taken;

              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public List<Operation> next() {
                if (taken++ == 1) {
                  throw new Fault(FaultCode.CANCELLED);
                }
                return packs.next();
              }
            };
    assertThatThrownBy(() -> wiring.ledger().recordAll(failing))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED));
    assertThat(wiring.registers().current().fields()).isEmpty();
  }

  private static Operation field(String id, String name) {
    return new Operation.Insert(Entity.FIELD, id, Map.of("name", name));
  }
}
