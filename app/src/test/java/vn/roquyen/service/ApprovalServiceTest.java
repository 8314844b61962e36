package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ProposalState;
import vn.roquyen.domain.Role;

/** What moves authority counts on every machine from the second key on, and on none before. */
final class ApprovalServiceTest {
  @TempDir Path folder;
  private final List<Machine> machines = new ArrayList<>();
  private Machine author;
  private Machine second;
  private Machine commune;

  @BeforeEach
  void open() {
    author = machine("a", Role.PUBLISHER, "tinh");
    second = machine("b", Role.PUBLISHER, "so-noi-vu");
    commune = machine("c", Role.COMMUNE, "03160");
  }

  @AfterEach
  void close() {
    machines.forEach(Machine::close);
  }

  @Test
  void aGrantCountsOnEveryMachineFromTheSecondKeyOnAndOnNoneBefore() throws IOException {
    insertGrant();
    author.send(second, commune);
    for (Machine each : machines) {
      assertThat(person(each)).isNull();
      assertThat(each.wiring.editing().approvals().waiting()).hasSize(1);
    }
    second.wiring.editing().approvals().decide(waitingId(), ApprovalVerdict.APPROVED, null);
    assertThat(person(second)).isEqualTo("Chủ tịch");
    assertThat(person(author)).isNull();
    final Path all = second.send(author, commune);
    Machine late = machine("d", Role.COMMUNE, "03161");
    List<Path> files = files(all);
    Collections.shuffle(files, new Random(7));
    late.receive(files.toArray(Path[]::new));
    author.loseDatabase();
    for (Machine each : machines) {
      assertThat(person(each)).as(each.data.toString()).isEqualTo("Chủ tịch");
      assertThat(each.digest()).isEqualTo(second.digest());
      assertThat(each.wiring.editing().approvals().waiting()).isEmpty();
    }
  }

  @Test
  void anApprovalThatComesBeforeItsProposalWaitsForIt() throws IOException {
    insertGrant();
    author.send(second);
    second.wiring.editing().approvals().decide(waitingId(), ApprovalVerdict.APPROVED, null);
    List<Path> files = files(second.export(folder.resolve("all")));
    Collections.reverse(files);
    for (Path file : files) {
      commune.receive(file);
    }
    assertThat(person(commune)).isEqualTo("Chủ tịch");
    assertThat(commune.digest()).isEqualTo(second.digest());
  }

  @Test
  void anEditOfAGrantThatWaitsNeitherShowsItNorKeepsTheRegisterFromLoading() {
    insertGrant();
    author.set(Entity.GRANT, "g", "task", "Cấp giấy");
    author.send(second, commune);
    for (Machine each : machines) {
      assertThat(each.wiring.registers().current().grantsOf("p")).isEmpty();
    }
    second.wiring.editing().approvals().decide(waitingId(), ApprovalVerdict.APPROVED, null);
    second.send(author, commune);
    for (Machine each : machines) {
      assertThat(each.wiring.registers().current().grantsOf("p"))
          .singleElement()
          .satisfies(grant -> assertThat(grant.sixClears().person()).isEqualTo("Chủ tịch"));
    }
  }

  @Test
  void aGrantIsApprovedAsItWasEditedWhileItWaited() throws IOException {
    insertGrant();
    author.seal();
    author.set(Entity.GRANT, "g", "task", "Cấp giấy");
    author.send(second, commune);
    second.set(Entity.GRANT, "g", "result", "Giấy phép");
    second.set(Entity.GRANT, "g", "task", "Cấp giấy phép");
    second.seal();
    seenByTheApprover();
    author.set(Entity.GRANT, "g", "resources", "không ai thấy trước khi duyệt");
    second.wiring.editing().approvals().decide(waitingId(), ApprovalVerdict.APPROVED, null);
    final Path ofAuthor = author.send(second, commune);
    final Path ofSecond = second.send(author, commune);
    Machine late = machine("d", Role.COMMUNE, "03161");
    List<Path> files = files(ofSecond);
    files.addAll(files(ofAuthor));
    Collections.shuffle(files, new Random(11));
    late.receive(files.toArray(Path[]::new));
    second.loseDatabase();
    for (Machine each : machines) {
      assertThat(each.value(Entity.GRANT, "g", "task")).isEqualTo("Cấp giấy phép");
      assertThat(each.value(Entity.GRANT, "g", "result")).isEqualTo("Giấy phép");
      assertThat(person(each)).isEqualTo("Chủ tịch");
      assertThat(each.digest()).isEqualTo(author.digest());
    }
  }

  /** The row as it will be approved, with who corrected what and when. */
  private void seenByTheApprover() {
    WaitingChange change = second.wiring.editing().approvals().waiting().getFirst();
    WaitingComparison now = second.wiring.editing().drafts().compare(change, field -> field);
    DraftCheck.CheckedRow row = now.check().rows().getLast();
    assertThat(row.field("task").shown()).isEqualTo("Cấp giấy phép");
    assertThat(row.field("result").shown()).isEqualTo("Giấy phép");
    assertThat(now.of(row, "task"))
        .extracting(WaitingComparison.Corrected::was, WaitingComparison.Corrected::author)
        .containsExactly(tuple("", "Máy a"), tuple("", "Máy b"));
    assertThat(now.of(row, "task").getLast().written())
        .isBetween(Machine.START, Machine.START.plusSeconds(3600));
    assertThat(now.of(row, "person")).isEmpty();
    assertThat(now.operations()).isNotEqualTo(change.operations());
  }

  @Test
  void whatIsCorrectedWhileARemovalWaitsDoesNotUndoTheRemoval() {
    insertGrant();
    author.send(second);
    second.wiring.editing().approvals().decide(waitingId(), ApprovalVerdict.APPROVED, null);
    second.send(author);
    author.remove(Entity.GRANT, "g");
    author.send(second);
    second.set(Entity.GRANT, "g", "person", "Phó Chủ tịch");
    assertThat(person(second)).isEqualTo("Phó Chủ tịch");
    second.wiring.editing().approvals().decide(waitingId(), ApprovalVerdict.APPROVED, null);
    second.send(author, commune);
    for (Machine each : machines) {
      assertThat(person(each)).as(each.data.toString()).isNull();
      assertThat(each.digest()).isEqualTo(second.digest());
    }
  }

  @Test
  void nobodyApprovesHisOwnProposalNotEvenByHand() {
    insertGrant();
    WaitingChange own = author.wiring.editing().approvals().waiting().getFirst();
    assertThat(own.own()).isTrue();
    refused(FaultCode.PROPOSAL_OWN, author, own.id(), ApprovalVerdict.APPROVED);
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                author
                    .wiring
                    .ledger()
                    .record(
                        List.of(
                            new Operation.Insert(
                                Entity.APPROVAL,
                                own.id(),
                                Map.of(
                                    "replica",
                                    author.wiring.folder().identity().replica(),
                                    "seq",
                                    0,
                                    "verdict",
                                    "approved")))));
    assertThat(fault.code()).isEqualTo(FaultCode.NOT_ALLOWED);
    assertThat(person(author)).isNull();
    author.send(second, commune);
    refused(FaultCode.NOT_ALLOWED, commune, own.id(), ApprovalVerdict.APPROVED);
    refused(FaultCode.PROPOSAL_FOREIGN, second, own.id(), ApprovalVerdict.WITHDRAWN);
    refused(FaultCode.CHANGE_UNKNOWN, second, "ffff0000", ApprovalVerdict.APPROVED);
    second.wiring.editing().approvals().decide(own.id(), ApprovalVerdict.REJECTED, "Trùng");
    second.send(author);
    assertThat(author.wiring.editing().approvals().refused())
        .as("the author learns of it, and why")
        .extracting(WaitingChange::reason)
        .containsExactly("Trùng");
    assertThat(second.wiring.editing().approvals().refused()).isEmpty();
  }

  @Test
  void whatIsReturnedMayStillBeDecidedAndWhatIsDecidedIsNot() {
    insertGrant();
    author.send(second);
    String id = waitingId();
    second.wiring.editing().approvals().decide(id, ApprovalVerdict.RETURNED, "Thiếu nguồn lực");
    second.send(author);
    WaitingChange returned = author.wiring.editing().approvals().waiting().getFirst();
    assertThat(returned.state()).isEqualTo(ProposalState.RETURNED);
    assertThat(returned.reason()).isEqualTo("Thiếu nguồn lực");
    author.wiring.editing().approvals().decide(id, ApprovalVerdict.WITHDRAWN, null);
    author.send(second);
    assertThat(second.wiring.editing().approvals().waiting()).isEmpty();
    assertThat(second.wiring.editing().approvals().all().getFirst().state())
        .isEqualTo(ProposalState.WITHDRAWN);
    refused(FaultCode.PROPOSAL_DECIDED, second, id, ApprovalVerdict.APPROVED);
    assertThat(person(second)).isNull();
  }

  @Test
  void twoDecisionsAtOnceEndAlikeEverywhereAndWhatIsPublishedStays() {
    Machine third = machine("e", Role.PUBLISHER, "so-tu-phap");
    insertGrant();
    author.send(second, third);
    String id = waitingId();
    second.wiring.editing().approvals().decide(id, ApprovalVerdict.APPROVED, null);
    third.wiring.editing().approvals().decide(id, ApprovalVerdict.REJECTED, "Trùng");
    second.send(author, commune);
    third.send(author, second, commune);
    second.send(third);
    for (Machine each : machines) {
      assertThat(person(each)).as(each.data.toString()).isEqualTo("Chủ tịch");
      assertThat(each.digest()).isEqualTo(author.digest());
      assertThat(each.wiring.editing().approvals().all().getFirst().state())
          .isEqualTo(ProposalState.APPROVED);
    }
  }

  private void insertGrant() {
    author.insert(Entity.GRANT, "g", "power_id", "p", "mode", "DELEGATION", "person", "Chủ tịch");
  }

  private Object person(Machine machine) {
    return machine.value(Entity.GRANT, "g", "person");
  }

  private String waitingId() {
    return second.wiring.editing().approvals().waiting().getFirst().id();
  }

  private static void refused(FaultCode code, Machine by, String id, ApprovalVerdict verdict) {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> by.wiring.editing().approvals().decide(id, verdict, "lý do"));
    assertThat(fault.code()).isEqualTo(code);
  }

  private Machine machine(String name, Role role, String unit) {
    Machine machine = new Machine(folder.resolve(name), role, unit);
    machines.add(machine);
    return machine;
  }

  private static List<Path> files(Path files) throws IOException {
    try (Stream<Path> found = Files.list(files)) {
      return new ArrayList<>(found.sorted().toList());
    }
  }
}
