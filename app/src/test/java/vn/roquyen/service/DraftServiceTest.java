package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.Draft.Step;
import vn.roquyen.domain.draft.DraftRow;

/** What a publisher writes is kept step by step and becomes one change, or stays as it is. */
final class DraftServiceTest {
  @TempDir Path folder;
  private Machine machine;

  @BeforeEach
  void open() {
    machine = new Machine(folder.resolve("a"), Role.PUBLISHER, "tinh");
    machine.insert(
        Entity.BODY, "ct", "name", "Chủ tịch UBND tỉnh", "level", "PROVINCE", "kind", "HEAD");
    machine.insert(Entity.BODY, "xa", "name", "UBND cấp xã", "level", "COMMUNE", "kind", "CLASS");
    machine.insert(Entity.POWER, "p1", "title", "Cấp giấy phép lao động");
    machine.insert(Entity.POWER, "p2", "title", "Thu hồi giấy phép lao động");
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void oneDecisionWithManyGrantsIsOneChangeThatWaitsForTheSecondKey() {
    Draft draft = decision();
    assertThat(check(draft).problems()).isZero();
    assertThat(check(draft).secondKey()).isTrue();
    DraftRow second = draft.rows().getLast();
    assertThat(second.texts())
        .containsEntry("mode", "DELEGATION")
        .containsEntry("grantee_id", "UBND cấp xã")
        .containsEntry("valid_from", "01/12/2026");
    assertThat(drafts().send(draft.id())).hasSize(1);
    assertThat(drafts().list().drafts()).isEmpty();
    WaitingChange waiting = machine.wiring.editing().approvals().waiting().getFirst();
    assertThat(waiting.edits()).hasSize(3);
    assertThat(machine.wiring.editing().approvals().proposed(second.key()).values())
        .containsEntry("power_id", "p2")
        .containsEntry("grantor_id", "ct")
        .containsEntry("instrument_id", draft.rows().getFirst().key())
        .containsEntry("valid_from", LocalDate.of(2026, 12, 1));
  }

  @Test
  void everyStepIsThereAfterARestartAndCanBeUndoneAndMadeAgain() {
    Draft draft = decision();
    machine.reopen();
    Draft there = drafts().find(draft.id());
    assertThat(there).isEqualTo(draft);
    for (int i = draft.done(); i > 0; i--) {
      there = drafts().undo(draft.id());
    }
    assertThat(there.rows()).isEmpty();
    assertThat(there.canUndo()).isFalse();
    machine.reopen();
    for (int i = draft.done(); i > 0; i--) {
      there = drafts().redo(draft.id());
    }
    assertThat(there.rows()).isEqualTo(draft.rows());
    drafts().undo(draft.id());
    Draft other = set(there, 1, "provision", "khoản 2 Điều 3");
    assertThat(other.canRedo()).as("another step took its place").isFalse();
  }

  @Test
  void whatIsRefusedStaysAsItWasTyped() {
    Draft draft = decision();
    draft = set(draft, 1, "valid_to", "31/02/2027");
    draft = set(draft, 2, "grantee_id", "Sở Không có");
    DraftCheck check = check(draft);
    assertThat(check.rows().get(1).field("valid_to").problem().problem())
        .isEqualTo(RowProblem.DATE_INVALID);
    assertThat(check.rows().get(2).field("grantee_id").problem().arguments())
        .contains("nhãn grantee_id", "Sở Không có");
    assertFault(draft, FaultCode.DRAFT_UNFINISHED);
    draft = set(draft, 1, "valid_to", "28/02/2027");
    draft = set(draft, 2, "grantee_id", "xa");
    machine.clock.now = Machine.START.minusSeconds(400L * 24 * 3600);
    assertFault(draft, FaultCode.CLOCK_BEHIND);
    machine.clock.now = Machine.START;
    assertThat(drafts().find(draft.id())).isEqualTo(draft);
    assertThat(drafts().send(draft.id())).hasSize(1);
  }

  @Test
  void whatWaitsAlreadyIsNotPutForwardAgain() {
    drafts().send(decision().id());
    WaitingChange waiting = machine.wiring.editing().approvals().waiting().getFirst();
    Draft again = drafts().begin(waiting);
    assertThat(check(again).rows()).allMatch(DraftCheck.CheckedRow::waiting);
    assertFault(again, FaultCode.PROPOSAL_WAITING);
    Draft other = set(again, 1, "result", "Giấy phép");
    assertThat(check(other).operations()).hasSize(1);
  }

  @Test
  void whatWaitsIsTakenBackAsItWasCorrectedMeanwhileAndPutForwardAnew() {
    Draft sent = decision();
    drafts().send(sent.id());
    ApprovalService approvals = machine.wiring.editing().approvals();
    WaitingChange waiting = approvals.waiting().getFirst();
    String grant = sent.rows().getLast().key();
    machine.wiring.ledger().record(List.of(correction(grant)));
    Draft back = drafts().takeBack(waiting);
    assertThat(approvals.waiting()).isEmpty();
    assertThat(back.rows().getLast().text("resources")).isEqualTo("2 biên chế");
    assertThat(drafts().send(set(back, 1, "result", "Giấy phép").id())).hasSize(1);
    assertThat(approvals.proposed(grant).values()).containsEntry("resources", "2 biên chế");
    Fault twice = catchThrowableOfType(Fault.class, () -> drafts().takeBack(waiting));
    assertThat(twice.code()).isEqualTo(FaultCode.PROPOSAL_DECIDED);
    assertThat(drafts().list().drafts()).isEmpty();
  }

  private static Operation correction(String grant) {
    return new Operation.SetFields(Entity.GRANT, grant, Map.of("resources", "2 biên chế"));
  }

  @Test
  void aRecordOfTheRegisterIsChangedFieldByFieldOrRemoved() {
    Draft draft = drafts().begin(Entity.FIELD);
    draft = drafts().step(draft.id(), new Step.Drop(0));
    draft = take(draft, "p1", DraftRow.Kind.CHANGE);
    draft = take(draft, "p2", DraftRow.Kind.CHANGE);
    assertThat(take(draft, "p2", DraftRow.Kind.CHANGE)).as("twice is once").isEqualTo(draft);
    draft = take(draft, "p2", DraftRow.Kind.REMOVE);
    draft = set(draft, draft.rows().getFirst().number(), "title", "Cấp, gia hạn giấy phép");
    DraftCheck check = check(draft);
    assertThat(check.rows().getFirst().changed())
        .extracting(DraftCheck.CheckedField::before, DraftCheck.CheckedField::shown)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Cấp giấy phép lao động", "Cấp, gia hạn giấy phép"));
    assertThat(check.secondKey()).isFalse();
    assertThat(drafts().send(draft.id())).isEmpty();
    assertThat(machine.value(Entity.POWER, "p1", "title")).isEqualTo("Cấp, gia hạn giấy phép");
    assertThat(machine.value(Entity.POWER, "p2", "title")).isNull();
  }

  @Test
  void aProcedureNeedsItsCodeAndNoRecordIsWrittenOverByAnother() {
    Draft draft = drafts().begin(Entity.PROCEDURE);
    draft = set(draft, 0, "name", "Đăng ký khai sinh");
    assertThat(check(draft).rows().getFirst().field("code").problem().problem())
        .isEqualTo(RowProblem.VALUE_MISSING);
    draft = set(draft, 0, "code", "1.001193");
    drafts().send(draft.id());
    Draft twin = drafts().begin(Entity.PROCEDURE);
    twin = set(set(twin, 0, "code", "1.001193"), 0, "name", "Khác");
    assertThat(check(twin).rows().getFirst().field("code").problem().problem())
        .isEqualTo(RowProblem.KEY_TAKEN);
  }

  @Test
  void aFileThatIsNoDraftIsNamedAndLeftAlone() throws IOException {
    Draft draft = decision();
    Path file = machine.data.resolve("drafts").resolve("1-hong.json");
    Files.writeString(file, "{\"id\":\"1-hong\",\"steps\":[");
    assertThat(drafts().list().unreadable()).containsExactly("1-hong.json");
    assertThat(drafts().list().drafts()).containsExactly(draft);
    assertThat(file).exists();
  }

  /** A decision with two grants; the second is made from the first. */
  private Draft decision() {
    Draft draft = drafts().begin(Entity.INSTRUMENT);
    draft = set(draft, 0, "number", "12/2026/QĐ-UBND");
    draft = set(draft, 0, "title", "Quyết định về ủy quyền");
    draft = set(draft, 0, "effective_from", "01/12/2026");
    draft = drafts().addRow(draft.id(), Entity.GRANT);
    Map<String, String> first =
        Map.of(
            "power_id", "Cấp giấy phép lao động",
            "mode", "DELEGATION",
            "grantor_id", "chủ tịch ubnd tỉnh",
            "grantee_id", "UBND cấp xã");
    for (var field : first.entrySet()) {
      draft = set(draft, 1, field.getKey(), field.getValue());
    }
    draft = drafts().addRow(draft.id(), Entity.GRANT);
    return set(draft, 2, "power_id", "thu hoi giay phep lao dong");
  }

  private Draft set(Draft draft, int row, String field, String text) {
    return drafts().step(draft.id(), new Step.Set(row, field, text));
  }

  private Draft take(Draft draft, String power, DraftRow.Kind kind) {
    var record = new EditableRecords.Known(Entity.POWER, power, power);
    return drafts().addRecords(draft.id(), List.of(record), kind);
  }

  private DraftCheck check(Draft draft) {
    return drafts().check(draft, name -> "nhãn " + name);
  }

  private void assertFault(Draft draft, FaultCode code) {
    Fault fault = catchThrowableOfType(Fault.class, () -> drafts().send(draft.id()));
    assertThat(fault.code()).isEqualTo(code);
    assertThat(drafts().find(draft.id())).isEqualTo(draft);
  }

  private DraftService drafts() {
    return machine.wiring.editing().drafts();
  }
}
