package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Difference.Kind;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DifferenceService.Axis;

/** The register answers as it did on a past day, and says who changed what since. */
final class TimeMachineTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);

  @TempDir Path folder;
  private Machine machine;
  private String digestOfFirst;

  /** On the first day the province holds a power, on the second it is granted to communes. */
  @BeforeEach
  void twoDays() {
    machine = new Machine(folder.resolve("tỉnh"));
    machine.insert(Entity.COMMUNE, "03160", "name", "Mường Nhé", "full_name", "Xã Mường Nhé");
    body("tinh-ub", "UBND tỉnh", "PROVINCE");
    body("xa-ub", "UBND cấp xã", "COMMUNE");
    machine.insert(
        Entity.INSTRUMENT,
        "qd-1",
        "number",
        "1/2025/QĐ-UBND",
        "title",
        "Về trâu bò",
        "status",
        "IN_FORCE");
    machine.insert(Entity.POWER, "p", "title", "Cấp giấy phép chăn thả trâu bò");
    machine.insert(
        Entity.PROCEDURE, "1.000001", "name", "Đăng ký chăn thả", "authority", "UBND cấp xã");
    machine.insert(
        Entity.GRANT,
        "g",
        "power_id",
        "p",
        "mode",
        "ATTRIBUTION",
        "grantee_id",
        "tinh-ub",
        "instrument_id",
        "qd-1");
    digestOfFirst = machine.digest();
    nextDay();
    machine.set(Entity.GRANT, "g", "grantee_id", "xa-ub");
    machine.set(Entity.PROCEDURE, "1.000001", "name", "Đăng ký chăn thả gia súc");
    machine.insert(Entity.POWER, "q", "title", "Cấp giấy phép nuôi ong");
    nextDay();
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void theClerkSeesWhatHeSawThen() {
    assertThat(who(null)).isEqualTo(Answer.COMMUNE);
    assertThat(who(SECOND)).isEqualTo(Answer.COMMUNE);
    assertThat(who(FIRST)).isEqualTo(Answer.NOT_COMMUNE);
    assertThat(as(FIRST).cards().card("1.000001", unit(), FIRST).subject().title())
        .isEqualTo("Đăng ký chăn thả");
    assertThat(as(null).cards().card("1.000001", unit(), FIRST).subject().title())
        .isEqualTo("Đăng ký chăn thả gia súc");
    assertThat(as(FIRST).instruments().list(FIRST).getFirst().grants()).isEqualTo(1);
    assertThat(as(FIRST).catalogue().list(unit(), FIRST, CatalogueFilter.ALL))
        .extracting(ProcedureLine::name)
        .containsExactly("Đăng ký chăn thả");
    assertThat(as(FIRST).records().find("g").row().values()).containsEntry("grantee_id", "tinh-ub");
    assertThat(as(FIRST).competence().powersAt(unit(), FIRST)).hasSize(1);
    assertThat(as(SECOND).competence().powersAt(unit(), SECOND)).hasSize(2);
  }

  @Test
  void aPastDayStaysAsItWasWhateverIsWrittenAfterItWasAskedFor() {
    TimeMachine.Answers then = as(FIRST);
    assertThat(then.records().find("1.000001").row().values())
        .containsEntry("name", "Đăng ký chăn thả");
    assertThat(then.records().find("qd-1").row().values()).containsEntry("title", "Về trâu bò");
    machine.set(Entity.PROCEDURE, "1.000001", "name", "Đăng ký nuôi ong");
    machine.set(Entity.INSTRUMENT, "qd-1", "title", "Về ong");
    assertThat(as(FIRST)).isSameAs(then);
    assertThat(then.records().find("1.000001").row().values())
        .containsEntry("name", "Đăng ký chăn thả");
    assertThat(then.records().find("qd-1").row().values()).containsEntry("title", "Về trâu bò");
    assertThat(then.catalogue().list(unit(), FIRST, CatalogueFilter.ALL))
        .extracting(ProcedureLine::name)
        .containsExactly("Đăng ký chăn thả");
    assertThatThrownBy(() -> then.records().find("q")).isInstanceOf(Fault.class);
    assertThat(as(SECOND).records().find("1.000001").row().values())
        .containsEntry("name", "Đăng ký chăn thả gia súc");
  }

  @Test
  void whatJoinsTheNewestChangeIsKnownToday() {
    machine.set(Entity.GRANT, "g", "conditions", "Có chuồng trại");
    assertThat(as(THIRD).records().find("g").row().values())
        .containsEntry("conditions", "Có chuồng trại");
    machine.set(Entity.GRANT, "g", "grantee_id", "tinh-ub");
    assertThat(who(THIRD)).isEqualTo(Answer.NOT_COMMUNE);
    assertThat(
            of(
                    differences().between(Axis.KNOWN, SECOND, THIRD, null, Progress.NONE),
                    Subject.GRANT,
                    "g")
                .fields())
        .extracting(Difference.FieldChange::column)
        .containsExactlyInAnyOrder("grantee_id", "conditions");
  }

  @Test
  void impactAndRelationsAreThoseOfTheDay() {
    ImpactService.Asked repeal = new ImpactService.Asked("qd-1", null, null, null, THIRD);
    assertThat(as(null).review().impact().impact(repeal).register().powers().getFirst().before())
        .extracting(Competence.Holder::name)
        .containsExactly("UBND cấp xã");
    assertThat(as(FIRST).review().impact().impact(repeal).register().powers().getFirst().before())
        .extracting(Competence.Holder::name)
        .containsExactly("UBND tỉnh");
    machine.insert(Entity.INSTRUMENT, "qd-2", "title", "Sửa đổi", "status", "IN_FORCE");
    machine.insert(
        Entity.INSTRUMENT_RELATION, "r", "from_id", "qd-2", "relation", "AMENDS", "to_id", "qd-1");
    assertThat(as(null).review().impact().relations("qd-1", THIRD).nodes()).hasSize(2);
    assertThat(as(SECOND).review().impact().relations("qd-1", THIRD).nodes()).hasSize(1);
  }

  @Test
  void theWorkListOfAPastDayKnowsNothingOfLaterAnswers() {
    CheckLine asked = list(null).getFirst();
    as(null).review().answers().answer(asked.finding(), "Lò Thị Mai", "Đúng như vậy");
    assertThat(list(null)).anyMatch(line -> line.answer() != null);
    assertThat(list(SECOND)).noneMatch(line -> line.answer() != null);
    assertThat(list(FIRST))
        .extracting(line -> line.finding().warning().subjectId())
        .doesNotContain("q");
  }

  @Test
  void papersOfAPastDaySayWhatWasKnownAndThatItIsOfThen() throws IOException {
    Messages messages = new Messages(Locale.of("vi"));
    SlipService.Order slip = new SlipService.Order("1.000001", unit(), FIRST, messages);
    assertThat(as(FIRST).slips().text(slip))
        .contains("Theo sổ như đã hiện vào cuối ngày 24/11/2026", "Đăng ký chăn thả")
        .doesNotContain("gia súc");
    assertThat(as(null).slips().text(slip)).contains("gia súc").doesNotContain("như đã hiện");
    Path file = folder.resolve("sổ tay.pdf");
    HandbookService.Order order = new HandbookService.Order(unit(), null, FIRST, messages);
    HandbookService.Written then = as(FIRST).review().handbook().write(order, file, Progress.NONE);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("như đã hiện vào cuối ngày 24/11/2026", "UBND tỉnh");
    }
    assertThat(then.entries()).isEqualTo(1);
    assertThat(then.digest()).isEqualTo(digestOfFirst);
    HandbookService.Written now = as(null).review().handbook().write(order, file, Progress.NONE);
    assertThat(now.entries()).isEqualTo(2);
    assertThat(now.digest()).isNotEqualTo(then.digest()).isEqualTo(machine.digest());
    assertThat(as(THIRD).review().handbook().write(order, file, Progress.NONE).digest())
        .isEqualTo(now.digest());
  }

  @Test
  void aProcedureThatWasGrantedStandsInTheHandbookOfTheCommuneAndOfTheOrgan() throws IOException {
    machine.insert(
        Entity.GRANT,
        "g-tt",
        "power_id",
        "1.000001",
        "mode",
        "DELEGATION",
        "grantee_id",
        "xa-ub",
        "instrument_id",
        "qd-1");
    machine.set(Entity.PROCEDURE, "1.000001", "steps", "Bước 1: Nộp tờ khai\nBước 2: Nhận kết quả");
    Messages messages = new Messages(Locale.of("vi"));
    Path file = folder.resolve("sổ tay.pdf");
    HandbookService books = as(null).review().handbook();
    for (String body : new String[] {null, "xa-ub"}) {
      HandbookService.Order order = new HandbookService.Order(unit(), body, THIRD, messages);
      books.write(order, file, Progress.NONE);
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
            .contains("Đăng ký chăn thả gia súc", "Mã 1.000001", "Nộp tờ khai", "Nhận kết quả");
      }
    }
    HandbookService.Order other = new HandbookService.Order(unit(), "tinh-ub", THIRD, messages);
    assertThat(books.write(other, file, Progress.NONE).entries()).isZero();
    assertThat(books.receivers()).extracting(one -> one.body().id()).containsExactly("xa-ub");
  }

  @Test
  void hundredsOfRowsAreMadeAnewInPortions() {
    int many = 600;
    List<Operation> inserts = new ArrayList<>();
    List<Operation> renamed = new ArrayList<>();
    for (int at = 0; at < many; at++) {
      String code = "2." + (100_000 + at * 7919 % many);
      inserts.add(
          new Operation.Insert(
              Entity.PROCEDURE,
              code,
              Map.of(
                  "name", "Việc " + code, "authority", "UBND cấp xã", "snapshot", "2025-12-01")));
      renamed.add(
          new Operation.SetFields(
              Entity.PROCEDURE, code, Map.of("name", "Tên mới " + code, "snapshot", "2026-07-20")));
    }
    machine.wiring.ledger().record(inserts);
    nextDay();
    LocalDate fourth = THIRD.plusDays(1);
    machine.set(Entity.PROCEDURE, "2.100000", "snapshot", "2026-07-20");
    assertThat(differences().between(Axis.KNOWN, THIRD, fourth, null, Progress.NONE)).isEmpty();
    machine.wiring.ledger().record(renamed);
    List<Difference> found = differences().between(Axis.KNOWN, THIRD, fourth, null, Progress.NONE);
    assertThat(found).hasSize(many).allMatch(one -> one.fields().size() == 1);
    assertThat(found).allMatch(one -> one.fields().getFirst().before().equals("Việc " + one.id()));
    assertThat(as(THIRD).catalogue().list(unit(), THIRD, CatalogueFilter.ALL))
        .hasSize(many + 1)
        .noneMatch(line -> line.name().startsWith("Tên mới"));
    assertThat(machine.wiring.history().news().digest(unit(), THIRD, fourth))
        .filteredOn(item -> item.subject() == Subject.PROCEDURE)
        .hasSize(many);
  }

  @Test
  void theLookUpLeavesOutWhatTheRegisterDidNotHave() {
    assertThat(titles(null, "nuôi ong")).contains("Cấp giấy phép nuôi ong");
    assertThat(titles(FIRST, "nuôi ong")).doesNotContain("Cấp giấy phép nuôi ong");
    assertThat(titles(FIRST, "đăng ký chăn thả")).contains("Đăng ký chăn thả");
  }

  @Test
  void beforeTheRegisterBeganNothingIsAnswered() {
    assertThat(times().begins()).isEqualTo(FIRST);
    assertThatThrownBy(() -> as(FIRST.minusDays(1)))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.KNOWN_TOO_EARLY);
              assertThat(fault.arguments()).containsExactly("23/11/2026", "24/11/2026");
            });
  }

  @Test
  void whatChangedInTheRegisterIsToldFieldByFieldWithItsAuthor() {
    List<Difference> found = differences().between(Axis.KNOWN, FIRST, THIRD, null, Progress.NONE);
    assertThat(found).hasSize(3);
    Difference grant = of(found, Subject.GRANT, "g");
    assertThat(grant.kind()).isEqualTo(Kind.CHANGED);
    assertThat(grant.about()).isEqualTo("p");
    assertThat(grant.basis()).isEqualTo("1/2025/QĐ-UBND");
    assertThat(grant.fields())
        .containsExactly(new Difference.FieldChange("grantee_id", "UBND tỉnh", "UBND cấp xã"));
    assertThat(grant.causes()).hasSize(1);
    assertThat(grant.causes().getFirst().on()).isEqualTo(SECOND);
    assertThat(grant.causes().getFirst().change()).hasSize(64);
    assertThat(of(found, Subject.PROCEDURE, "1.000001").fields())
        .containsExactly(
            new Difference.FieldChange("name", "Đăng ký chăn thả", "Đăng ký chăn thả gia súc"));
    assertThat(of(found, Subject.POWER, "q").kind()).isEqualTo(Kind.NEW);
    assertThat(differences().between(Axis.KNOWN, SECOND, THIRD, null, Progress.NONE)).isEmpty();
  }

  @Test
  void aRepealThatIsEnteredLateIsSeenByTheRegisterAndNotByForceAlone() {
    machine.insert(
        Entity.INSTRUMENT,
        "qd-2",
        "number",
        "2/2026/QĐ-UBND",
        "title",
        "Bãi bỏ",
        "status",
        "IN_FORCE",
        "effective_from",
        LocalDate.of(2026, 1, 1));
    machine.insert(
        Entity.INSTRUMENT_RELATION, "r", "from_id", "qd-2", "relation", "REPEALS", "to_id", "qd-1");
    assertThat(differences().between(Axis.FORCE, FIRST, THIRD, null, Progress.NONE)).isEmpty();
    List<Difference> found = differences().between(Axis.KNOWN, SECOND, THIRD, null, Progress.NONE);
    Difference repealed = of(found, Subject.INSTRUMENT, "qd-1");
    assertThat(repealed.kind()).isEqualTo(Kind.ENDED);
    assertThat(repealed.before()).isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(repealed.after()).isEqualTo(InstrumentStatus.EXPIRED);
    assertThat(repealed.reason().why()).isEqualTo(Difference.Why.REPEALED);
    assertThat(of(found, Subject.GRANT, "g").kind()).isEqualTo(Kind.ENDED);
    assertThat(of(found, Subject.RELATION, "r").title())
        .isEqualTo("2/2026/QĐ-UBND – 1/2025/QĐ-UBND");
    assertThat(of(found, Subject.INSTRUMENT, "qd-2").kind()).isEqualTo(Kind.NEW);
  }

  @Test
  void aGrantElsewhereDoesNotConcernTheCommune() {
    machine.set(Entity.GRANT, "g", "territory", "03163");
    assertThat(differences().between(Axis.KNOWN, SECOND, THIRD, null, Progress.NONE))
        .extracting(Difference::subject)
        .containsExactly(Subject.GRANT);
    machine.set(Entity.GRANT, "g", "conditions", "Có chuồng trại");
    Commune other = new Commune("03999", "xã", "X", "Xã X", "11", List.of());
    assertThat(differences().between(Axis.KNOWN, THIRD, THIRD, other, Progress.NONE)).isEmpty();
    // On the second day it still held everywhere, so its end there is told.
    assertThat(differences().between(Axis.KNOWN, SECOND, THIRD, other, Progress.NONE)).hasSize(1);
  }

  private List<CheckLine> list(LocalDate known) {
    return as(known).review().list().make(unit(), THIRD).lines();
  }

  private void body(String id, String name, String level) {
    machine.insert(Entity.BODY, id, "name", name, "level", level, "kind", "COLLECTIVE");
  }

  private void nextDay() {
    machine.clock.forward(Duration.ofDays(1).toSeconds());
  }

  private TimeMachine times() {
    return machine.wiring.history().times();
  }

  private TimeMachine.Answers as(LocalDate known) {
    return times().as(known);
  }

  private DifferenceService differences() {
    return machine.wiring.history().differences();
  }

  private Commune unit() {
    return machine.wiring.registers().unit("03160");
  }

  private Answer who(LocalDate known) {
    return as(known).competence().who("p", unit(), FIRST).answer();
  }

  private List<String> titles(LocalDate known, String words) {
    Question question = new Question(words, false, SearchFilter.ALL, unit(), FIRST, 10);
    return as(known).lookup().find(question).hits().stream()
        .filter(hit -> hit.confidence() == Confidence.HIGH)
        .map(LookupHit::title)
        .toList();
  }

  private static Difference of(List<Difference> found, Subject subject, String id) {
    return found.stream()
        .filter(one -> one.subject() == subject && one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(subject + " " + id + " in " + found));
  }
}
