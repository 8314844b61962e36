package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.service.ImportReport.Count;
import vn.roquyen.service.ImportReport.Outcome;

/** What a second import does to data that are there: new, changed, gone, and nothing else. */
final class ImportUpdateTest {
  private static final String OLD = "2025-12-15";
  private static final String NEW = "2026-07-20";

  @TempDir Path folder;
  private Wiring wiring;
  private InputFolder input;

  @BeforeEach
  void open() {
    wiring = new Wiring(folder.resolve("Dữ liệu"), Clock.systemDefaultZone());
    input = new InputFolder(folder.resolve("Đầu vào"));
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void aNewerCatalogueUpdatesAddsAndEnds() {
    apply(catalogue(OLD, "1.000001 A", "1.000002 B", "1.000003 C", "1.000004 D"));
    ImportReport report =
        apply(catalogue(NEW, "1.000001 A", "1.000002 B mới", "1.000003 C", "1.000005 E"));
    // A and C change too: their snapshot is another.
    assertThat(report.counts()).containsEntry(Entity.PROCEDURE, new Count(1, 3, 0, 1, 0));
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(name("1.000002")).isEqualTo("B mới");
    assertThat(wiring.stats().stats().rows()).containsEntry(Entity.PROCEDURE, 4);
    ImportReport again =
        apply(catalogue(NEW, "1.000001 A", "1.000002 B mới", "1.000003 C", "1.000005 E"));
    assertThat(again.counts()).containsEntry(Entity.PROCEDURE, new Count(0, 0, 4, 0, 0));
    assertThat(again.outcome()).isEqualTo(Outcome.NOTHING_NEW);
    assertThat(wiring.stats().stats().revision()).isEqualTo(2);
  }

  @Test
  void anOlderCatalogueDoesNotOverwriteANewerOne() {
    apply(catalogue(NEW, "1.000001 A", "1.000002 B"));
    ImportReport report = apply(catalogue(OLD, "1.000001 Cũ", "1.000003 C"));
    assertThat(report.counts()).containsEntry(Entity.PROCEDURE, new Count(1, 0, 0, 0, 1));
    assertThat(name("1.000001")).isEqualTo("A");
  }

  @Test
  void aListLongerThanTheRegisterCanKeepIsABadRow() {
    String way = "{\"channel\":\"x\",\"note\":\"%s\"}".formatted("c".repeat(50_000));
    ImportReport report =
        apply(
            input.write(
                "dài.jsonl",
                "{\"code\":\"9.2\",\"name\":\"x\",\"channels\":[%s,%s,%s]}\n"
                    .formatted(way, way, way)));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.badRows())
        .containsExactly(
            new BadRow("dài.jsonl", 1, RowProblem.TEXT_TOO_LONG, "channels", "150036", "150000"));
  }

  @Test
  void aPartOfTheCatalogueEndsNothing() {
    apply(catalogue(OLD, "1.000001 A", "1.000002 B", "1.000003 C"));
    ImportReport report = apply(catalogue(NEW, "1.000001 A"));
    assertThat(report.counts().get(Entity.PROCEDURE).gone()).isZero();
    assertThat(wiring.stats().stats().rows()).containsEntry(Entity.PROCEDURE, 3);
  }

  @Test
  void aProcedureThatDidNotComeFromACatalogueIsNotItsToEnd() {
    apply(
        input.write(
            "riêng.jsonl", "{\"code\":\"DB-01\",\"name\":\"Của tỉnh\",\"levels\":\"tinh\"}\n"));
    apply(catalogue(OLD, "1.000001 A", "1.000002 B"));
    ImportReport report = apply(catalogue(NEW, "1.000001 A", "1.000002 B"));
    assertThat(report.counts().get(Entity.PROCEDURE).gone()).isZero();
    assertThat(name("DB-01")).isEqualTo("Của tỉnh");
  }

  @Test
  void aNewerRegisterChangesOnlyWhatItSays() {
    input = InputFolder.ofSampleData(folder.resolve("mẫu"));
    wiring.imports().loadSample(input.root(), Progress.NONE);
    input.edit(
        "register/fields.csv",
        text -> text.replace("cong-tac-can-bo,Công tác cán bộ", "cong-tac-can-bo,Cán bộ"));
    input.edit(
        "register/proposals.csv",
        text -> text.lines().limit(26).reduce("", (a, b) -> a + b + "\n"));
    input.edit("register/statistics.csv", text -> text + "moi,Số mới,7,xã,,\n");
    ImportReport report = apply(input.root());
    assertThat(report.counts())
        .containsEntry(Entity.FIELD, new Count(0, 1, 39, 0, 0))
        .containsEntry(Entity.PROPOSAL, new Count(0, 0, 25, 1, 0))
        .containsEntry(Entity.STATISTIC, new Count(1, 0, 15, 0, 0));
    assertThat(report.counts().values().stream().mapToInt(Count::writes).sum()).isEqualTo(3);
    assertThat(wiring.registers().current().fields().get("cong-tac-can-bo").name())
        .isEqualTo("Cán bộ");
  }

  @Test
  void whatIsStillReferredToStays() {
    input = InputFolder.ofSampleData(folder.resolve("mẫu"));
    wiring.imports().loadSample(input.root(), Progress.NONE);
    input.edit(
        "register/bodies.csv",
        text ->
            text.lines().filter(l -> !l.startsWith("tinh-uy,")).reduce("", (a, b) -> a + b + "\n"));
    ImportReport report = apply(input.root());
    assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_NEW);
    assertThat(report.counts()).containsEntry(Entity.BODY, new Count(0, 0, 48, 0, 0));
    assertThat(wiring.registers().current().bodies()).containsKey("tinh-uy");
  }

  @Test
  void whatGoesTogetherGoesTogether() {
    input = InputFolder.ofSampleData(folder.resolve("mẫu"));
    apply(input.root());
    List<Grant> grants = wiring.registers().current().grantsOf("cb-quan-ly");
    assertThat(grants).isNotEmpty();
    input.edit("register/powers.csv", text -> without(text, "cb-quan-ly,"));
    for (Grant grant : grants) {
      input.edit("register/grants.csv", text -> without(text, grant.id() + ","));
    }
    ImportReport report = apply(input.root());
    assertThat(report.counts().get(Entity.POWER).gone()).isEqualTo(1);
    assertThat(report.counts().get(Entity.GRANT).gone()).isEqualTo(grants.size());
    assertThat(wiring.registers().current().grantsOf("cb-quan-ly")).isEmpty();
  }

  @Test
  void aSmallFileOfGrantsOnlyAdds() {
    apply(InputFolder.ofSampleData(folder.resolve("mẫu")).root());
    Path more =
        input.write(
            "giao thêm.csv",
            "id,power_id,mode,grantor_id,grantee_id,instrument_id,provision,valid_from,valid_to,territory,scope,conditions,procedure_count,person,task,responsibility,authority,resources,result,source_quote\n"
                + "moi-1,cb-quan-ly,uy_quyen,tinh-uy,,qd-04-tu,khoản 2 Điều 3,01/12/2026,2027-11-30,03160,,có điều kiện,3,,,,,,,\n");
    ImportReport report = apply(more);
    assertThat(report.counts()).isEqualTo(Map.of(Entity.GRANT, new Count(1, 0, 0, 0, 0)));
    Grant grant =
        wiring.registers().current().grantsOf("cb-quan-ly").stream()
            .filter(one -> one.id().equals("moi-1"))
            .findFirst()
            .orElseThrow();
    assertThat(grant.provision()).isEqualTo("khoản 2 Điều 3");
    assertThat(grant.validFrom()).isEqualTo("2026-12-01");
    assertThat(grant.territory()).isEqualTo("03160");
    assertThat(grant.procedureCount()).isEqualTo(3);
  }

  @Test
  void columnsThatAFileDoesNotHaveAreLeftAsTheyAre() {
    aSmallFileOfGrantsOnlyAdds();
    Path again =
        input.write(
            "grants.csv",
            "id,power_id,mode,grantor_id,grantee_id,instrument_id,valid_from,valid_to,scope,procedure_count,person,task,responsibility,authority,resources,result,source_quote\n"
                + "moi-1,cb-quan-ly,uy_quyen,tinh-uy,,qd-04-tu,2026-12-01,2027-11-30,,4,,,,,,,\n");
    assertThat(apply(again).counts()).containsEntry(Entity.GRANT, new Count(0, 1, 0, 0, 0));
    assertThat(wiring.registers().current().grantsOf("cb-quan-ly"))
        .filteredOn(one -> one.id().equals("moi-1"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.procedureCount()).isEqualTo(4);
              assertThat(one.conditions()).isEqualTo("có điều kiện");
            });
  }

  @Test
  void badRowsAreLeftOutWhenThePersonChoosesSo() {
    Path table =
        input.write(
            "fields.csv", "id,name,parent_id\na,Một,\nb,,\nc,Ba,b\nd,Bốn,c\ne,Năm,a\na,Lại,\n");
    ImportReport report =
        wiring.imports().apply(List.of(table), new ImportService.Options(true), Progress.NONE);
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.badRows())
        .containsExactly(
            new BadRow("fields.csv", 3, RowProblem.VALUE_MISSING, "name"),
            new BadRow("fields.csv", 7, RowProblem.KEY_REPEATED, "a", "fields.csv", "2"),
            new BadRow("fields.csv", 4, RowProblem.REFERENCE_UNKNOWN, "parent_id", "b"),
            new BadRow("fields.csv", 5, RowProblem.REFERENCE_UNKNOWN, "parent_id", "c"));
    assertThat(report.counts()).containsEntry(Entity.FIELD, new Count(2, 0, 0, 0, 0));
    assertThat(wiring.registers().current().fields()).containsOnlyKeys("a", "e");
    assertThat(wiring.registers().current().fields().get("a").name()).isEqualTo("Một");
  }

  @Test
  void withASkippedRowNothingIsEnded() {
    apply(input.write("fields.csv", "id,name,parent_id\na,Một,\nb,Hai,\nc,Ba,\n"));
    Path table = input.write("fields.csv", "id,name,parent_id\na,Một,\nb,Hai mới,\n,Ba,\n");
    ImportReport report =
        wiring.imports().apply(List.of(table), new ImportService.Options(true), Progress.NONE);
    assertThat(report.counts()).containsEntry(Entity.FIELD, new Count(0, 1, 1, 0, 0));
    assertThat(wiring.registers().current().fields()).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void manyBadRowsAreCountedButNotAllListed() {
    StringBuilder text = new StringBuilder("id,name,parent_id\n");
    for (int i = 0; i < ImportCheck.LISTED + 50; i++) {
      text.append("x").append(i).append(",,\n");
    }
    ImportReport report = apply(input.write("fields.csv", text.toString()));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.badRows()).hasSize(ImportCheck.LISTED);
    assertThat(report.badTotal()).isEqualTo(ImportCheck.LISTED + 50);
  }

  @Test
  void aTableOfASpreadsheetIsReadToo() {
    Path table =
        input.write(
            "Lĩnh vực.csv", "\uFEFFid;name;parent_id\r\na;\"Đất đai; nhà ở\";\r\nb;Thuế;a\r\n");
    assertThat(apply(table).counts()).containsEntry(Entity.FIELD, new Count(2, 0, 0, 0, 0));
    assertThat(wiring.registers().current().fields().get("a").name()).isEqualTo("Đất đai; nhà ở");
  }

  @Test
  void oneNoticeGoesOutForAWholeImport() {
    AtomicInteger notices = new AtomicInteger();
    wiring.changes().subscribe(change -> notices.incrementAndGet());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1_203; i++) {
      lines.add("9.%06d Việc %d".formatted(i, i));
    }
    ImportReport report = apply(catalogue(NEW, lines.toArray(String[]::new)));
    assertThat(report.counts()).containsEntry(Entity.PROCEDURE, new Count(1_203, 0, 0, 0, 0));
    assertThat(notices).hasValue(1);
    assertThat(wiring.stats().stats().rows()).containsEntry(Entity.PROCEDURE, 1_203);
  }

  private static String without(String text, String start) {
    return text.lines().filter(l -> !l.startsWith(start)).reduce("", (a, b) -> a + b + "\n");
  }

  private Path catalogue(String snapshot, String... rows) {
    StringBuilder text = new StringBuilder();
    for (String row : rows) {
      String[] parts = row.split(" ", 2);
      text.append(InputFolder.procedure(parts[0], parts[1], snapshot));
    }
    return input.write("danh mục " + snapshot + ".jsonl", text.toString());
  }

  private String name(String code) {
    return wiring.cards().card(code, unit(), LocalDate.of(2026, 11, 24)).subject().title();
  }

  private static Commune unit() {
    return new Commune("03160", "Xã", "Mường Nhé", "Xã Mường Nhé", "11", List.of());
  }

  private ImportReport apply(Path path) {
    return wiring.imports().apply(List.of(path), ImportService.Options.STRICT, Progress.NONE);
  }
}
