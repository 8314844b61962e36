package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.domain.draft.ColumnChoice;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.Draft.Step;
import vn.roquyen.domain.draft.DraftRow;

/** Provisions from the form, from an annex, over a change file and after a lost database. */
final class ProvisionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @TempDir Path folder;
  private Machine machine;

  @BeforeEach
  void open() {
    machine = new Machine(folder.resolve("a"));
    machine.insert(
        Entity.COMMUNE, "03160", "name", "Mường Nhé", "full_name", "Xã Mường Nhé", "type", "Xã");
    machine.insert(Entity.BODY, "tinh", "name", "UBND tỉnh", "level", "PROVINCE", "kind", "HEAD");
    machine.insert(Entity.BODY, "xa", "name", "UBND cấp xã", "level", "COMMUNE", "kind", "CLASS");
    machine.insert(Entity.POWER, "p1", "title", "Cấp giấy phép");
    machine.insert(Entity.POWER, "p2", "title", "Thu hồi giấy phép");
    instrument("cu", "17/2016/QĐ-UBND", LocalDate.of(2016, 1, 1));
    instrument("khac", "5/2020/QĐ-UBND", LocalDate.of(2020, 1, 1));
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void aDecisionIsWrittenWithItsProvisionsAndRepealsOneOfAnother() {
    machine.insert(Entity.PROVISION, "dk", "instrument_id", "cu", "article", "5", "clause", "2");
    machine.insert(Entity.PROVISION, "dk-khac", "instrument_id", "khac", "article", "5");
    grant("g", "p1", "cu", "dk");
    Draft draft = decision();
    draft = drafts().addRow(draft.id(), Entity.INSTRUMENT_RELATION);
    int relation = draft.rows().getLast().number();
    draft = set(draft, relation, "relation", "REPEALS");
    draft = set(draft, relation, "to_id", "17/2016/QĐ-UBND");
    draft = set(draft, relation, "provision_id", "dk-khac");
    assertThat(problem(draft, relation, "provision_id")).isEqualTo(RowProblem.PROVISION_ELSEWHERE);
    draft = set(draft, relation, "provision_id", "Điều 5, khoản 2");
    draft = drafts().addRow(draft.id(), Entity.GRANT);
    int grant = draft.rows().getLast().number();
    draft = set(set(draft, grant, "power_id", "p2"), grant, "mode", "DECENTRALISATION");
    draft = set(draft, grant, "provision_id", "điểm đ Điều 3");
    DraftCheck check = drafts().check(draft, name -> name);
    assertThat(check.problems()).isZero();
    assertThat(check.rows())
        .extracting(DraftCheck.CheckedRow::name)
        .contains(
            "điểm đ Điều 3 của 95/2025/QĐ-UBND",
            "95/2025/QĐ-UBND → khoản 2 Điều 5 của 17/2016/QĐ-UBND");
    String instrument = draft.rows().getFirst().key();
    drafts().send(draft.id());
    assertThat(machine.value(Entity.INSTRUMENT_RELATION, instrument + ":repeals:cu:dk", "to_id"))
        .isEqualTo("cu");
    assertEnded();
    assertThat(detail("cu").provisions())
        .extracting(InstrumentDetail.ProvisionLine::status)
        .containsExactly(InstrumentStatus.EXPIRED);
    assertThat(detail(instrument).provisions().getFirst().resting())
        .extracting(AnswerCard.Resting::id)
        .containsExactly("p2");
  }

  @Test
  void anAnnexProposesTheProvisionsThatItNamesClearly() throws IOException {
    machine.insert(Entity.PROVISION, "dk", "instrument_id", "cu", "article", "5", "clause", "2");
    Path file =
        Files.writeString(
            folder.resolve("phụ lục.csv"),
            """
            Nhiệm vụ;Hình thức;Căn cứ;Điều, khoản, điểm
            Cấp giấy phép;phân cấp;17/2016/QĐ-UBND;"khoản 2, Điều 5"
            Thu hồi giấy phép;phân cấp;;điểm a khoản 1 Điều 4
            """);
    Draft draft = set(drafts().begin(Entity.INSTRUMENT), 0, "number", "96/2026/QĐ-UBND");
    String own = draft.rows().getFirst().key();
    AnnexPreview preview = preview(file, draft.rows());
    assertThat(preview.problems()).isEmpty();
    assertThat(values(preview.lines().getFirst())).containsEntry("provision_id", "dk");
    Operation.Insert made = (Operation.Insert) preview.provisions().getFirst();
    assertThat(preview.provisions()).hasSize(1);
    assertThat(made.values())
        .isEqualTo(Map.of("instrument_id", own, "article", "4", "clause", "1", "point", "a"));
    assertThat(values(preview.lines().getLast()))
        .containsEntry("provision", "điểm a khoản 1 Điều 4")
        .containsEntry("provision_id", made.key());
    assertThat(preview(file, draft.rows()).operations())
        .as("the same again")
        .isEqualTo(preview.operations());
    Draft taken = drafts().addOperations(draft.id(), preview.operations());
    assertThat(taken.rows()).hasSize(4);
    taken = set(taken, 0, "title", "Quyết định phân cấp");
    assertThat(drafts().check(taken, name -> name).problems()).isZero();
    drafts().send(taken.id());
    assertThat(preview(file, List.of()).count(AnnexPreview.Verdict.CHANGED)).isZero();
  }

  @Test
  void otherWordsWithoutARecordTakeTheOldRecordAway() throws IOException {
    machine.insert(Entity.PROVISION, "dk", "instrument_id", "cu", "article", "5", "clause", "2");
    grant("g", "p1", "cu", "dk");
    Path file =
        Files.writeString(
            folder.resolve("phụ lục.csv"),
            """
            Mã;Nhiệm vụ;Hình thức;Điều, khoản, điểm
            g;Cấp giấy phép;phân cấp;"khoản 2, 3 Điều 5"
            """);
    AnnexPreview unclear = preview(file, List.of());
    assertThat(unclear.lines().getFirst().differences())
        .extracting(AnnexPreview.Difference::field, AnnexPreview.Difference::after)
        .containsExactly(
            Tuple.tuple("provision", "khoản 2, 3 Điều 5"), Tuple.tuple("provision_id", null));
  }

  @Test
  void provisionsTravelAndAreThereAgainAfterTheDatabaseIsLost() throws IOException {
    machine.insert(Entity.PROVISION, "dk", "instrument_id", "cu", "article", "5", "clause", "2");
    machine.insert(Entity.PROVISION, "hong", "instrument_id", "cu", "article", "mười");
    grant("g", "p1", "cu", "dk");
    instrument("moi", "9/2026/QĐ-UBND", DAY);
    machine.insert(
        Entity.INSTRUMENT_RELATION,
        "moi:repeals:cu:dk",
        "from_id",
        "moi",
        "relation",
        "REPEALS",
        "to_id",
        "cu",
        "provision_id",
        "dk");
    assertEnded();
    String digest = machine.digest();
    machine.loseDatabase();
    assertThat(machine.digest()).isEqualTo(digest);
    assertEnded();
    assertThat(machine.wiring.registers().current().provisions()).containsOnlyKeys("dk");
  }

  /** A new decision with the provision "điểm đ Điều 3". */
  private Draft decision() {
    Draft draft = drafts().begin(Entity.INSTRUMENT);
    draft = set(draft, 0, "number", "95/2025/QĐ-UBND");
    draft = set(draft, 0, "title", "Quyết định bãi bỏ một phần");
    draft = set(draft, 0, "effective_from", "01/06/2026");
    draft = drafts().addRow(draft.id(), Entity.PROVISION);
    draft = set(draft, 1, "article", "Điều 3");
    draft = set(draft, 1, "point", "Đ");
    draft = drafts().addRow(draft.id(), Entity.PROVISION);
    assertThat(draft.rows().getLast().text("article")).as("the one before it").isEqualTo("Điều 3");
    draft = set(draft, 2, "point", "b1b");
    assertThat(problem(draft, 2, "point")).isEqualTo(RowProblem.CITATION_INVALID);
    draft = set(draft, 2, "point", "đ");
    assertThat(problem(draft, 2, "article")).as("twice").isEqualTo(RowProblem.KEY_TAKEN);
    draft = drafts().step(draft.id(), new Step.Drop(2));
    return draft;
  }

  /** Before the repeal the commune holds it, afterwards nobody. */
  private void assertEnded() {
    assertThat(who(DAY.minusDays(1)).holders()).hasSize(1);
    Competence after = who(DAY);
    assertThat(after.holders()).isEmpty();
    assertThat(after.chain().getFirst().status()).isEqualTo(InstrumentStatus.EXPIRED);
    AnswerCard card = machine.wiring.cards().card("p1", unit(), DAY);
    assertThat(card.basis().getFirst().provision()).isEqualTo("khoản 2 Điều 5");
  }

  private Competence who(LocalDate day) {
    return machine.wiring.competence().who("p1", unit(), day);
  }

  private Commune unit() {
    return machine.wiring.registers().unit("03160");
  }

  private InstrumentDetail detail(String id) {
    return machine.wiring.instruments().detail(id, unit(), DAY);
  }

  private void instrument(String id, String number, LocalDate from) {
    machine.insert(
        Entity.INSTRUMENT,
        id,
        "number",
        number,
        "title",
        "Quyết định " + number,
        "effective_from",
        from,
        "status",
        "IN_FORCE");
  }

  private void grant(String id, String power, String instrument, String provision) {
    machine.insert(
        Entity.GRANT,
        id,
        "power_id",
        power,
        "mode",
        "DECENTRALISATION",
        "grantor_id",
        "tinh",
        "grantee_id",
        "xa",
        "instrument_id",
        instrument,
        "provision_id",
        provision);
  }

  private AnnexPreview preview(Path file, List<DraftRow> drafted) {
    return machine.wiring.editing().annexes().preview(file, ColumnChoice.NONE, drafted);
  }

  private static Map<String, Object> values(AnnexPreview.Line line) {
    return ((Operation.Insert) line.operation()).values();
  }

  private RowProblem problem(Draft draft, int row, String field) {
    return drafts().check(draft, name -> name).rows().stream()
        .filter(each -> each.row().number() == row)
        .map(each -> each.field(field).problem().problem())
        .findFirst()
        .orElseThrow();
  }

  private Draft set(Draft draft, int row, String field, String text) {
    return drafts().step(draft.id(), new Step.Set(row, field, text));
  }

  private DraftService drafts() {
    return machine.wiring.editing().drafts();
  }
}
