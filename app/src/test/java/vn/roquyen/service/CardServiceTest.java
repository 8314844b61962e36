package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Fee;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.TimeLimit;

final class CardServiceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @TempDir static Path folder;
  private static Wiring wiring;
  private static Commune unit;

  @BeforeAll
  static void fill() {
    wiring = new Wiring(folder, Clock.systemDefaultZone());
    wiring.ledger().record(List.of(commune(), holiday(), procedure(), power(), grant()));
    wiring
        .ledger()
        .record(
            List.of(
                instrument("nd-123", "123/2015/NĐ-CP", "Nghị định về hộ tịch"),
                instrument("qd-5", "5/2026/QĐ-UBND", "Quyết định ủy quyền"),
                row(
                    Entity.INSTRUMENT_RELATION,
                    "r1",
                    Map.of("from_id", "qd-5", "relation", "BASED_ON", "to_id", "nd-123"))));
    unit = wiring.registers().unit("03160");
  }

  @AfterAll
  static void close() {
    wiring.close();
  }

  @Test
  void aProcedureShowsHowItIsHandledAndWhenItIsDue() {
    AnswerCard card = wiring.cards().card("1.001193", unit, DAY);
    AnswerCard.Handling handling = card.handling();
    assertThat(card.competence().answer()).isEqualTo(Answer.COMMUNE);
    assertThat(handling.received()).isEqualTo(DAY);
    assertThat(handling.steps()).containsExactly("Nộp hồ sơ.\na) trực tiếp", "Nhận kết quả.");
    assertThat(handling.filings())
        .containsExactly(
            new AnswerCard.Filing(
                "Trực tiếp",
                new TimeLimit(3, TimeLimit.Unit.WORKING_DAY),
                null,
                LocalDate.of(2026, 11, 27),
                new Fee("8.000 VNĐ", false),
                null,
                true),
            new AnswerCard.Filing("Trực tuyến", null, "1", null, null, "ghi chú", false));
    assertThat(handling.dossier().stream().map(AnswerCard.DossierGroup::name))
        .containsExactly(null, "Xuất trình");
    assertThat(handling.dossier().getFirst().items()).hasSize(2);
    assertThat(card.source().snapshot()).isEqualTo(LocalDate.of(2026, 7, 20));
  }

  @Test
  void theRegisterKnowsTheStatusOfALegalBasisTheCatalogueDoesNot() {
    List<AnswerCard.Basis> basis = wiring.cards().card("1.001193", unit, DAY).basis();
    assertThat(basis.stream().map(AnswerCard.Basis::label))
        .containsExactly("123/2015/NĐ-CP", "04/2020/TT-BTP");
    assertThat(basis.getFirst().instrumentId()).isEqualTo("nd-123");
    assertThat(basis.getFirst().status()).isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(basis.getLast().instrumentId()).isNull();
    assertThat(basis.getLast().status()).isEqualTo(InstrumentStatus.UNKNOWN);
    assertThat(basis.getLast().issuedOn()).isEqualTo(LocalDate.of(2020, 5, 28));
  }

  @Test
  void aPowerRestsOnItsGrants() {
    AnswerCard card = wiring.cards().card("nv-1", unit, DAY);
    assertThat(card.subject().modes()).containsExactly(Mode.DELEGATION);
    assertThat(card.basis().stream().map(AnswerCard.Basis::label))
        .containsExactly("5/2026/QĐ-UBND");
    assertThat(card.handling()).isNull();
    assertThat(card.source().revision()).isEqualTo(2);
  }

  @Test
  void anInstrumentShowsRelationsBothWaysAndWhatRestsOnIt() {
    AnswerCard.InstrumentFacts decision = wiring.cards().card("qd-5", unit, DAY).instrument();
    assertThat(decision.resting())
        .containsExactly(new AnswerCard.Resting("nv-1", "Thi tuyển", Mode.DELEGATION));
    assertThat(decision.relations())
        .singleElement()
        .satisfies(
            related -> {
              assertThat(related.relation()).isEqualTo(RelationKind.BASED_ON);
              assertThat(related.outgoing()).isTrue();
              assertThat(related.id()).isEqualTo("nd-123");
            });
    AnswerCard.InstrumentFacts decree = wiring.cards().card("nd-123", unit, DAY).instrument();
    assertThat(decree.relations().getFirst().outgoing()).isFalse();
    assertThat(decree.resting()).isEmpty();
  }

  @Test
  void anUnknownIdIsAFault() {
    assertThatThrownBy(() -> wiring.cards().card("9.999999", unit, DAY)).isInstanceOf(Fault.class);
  }

  private static Operation commune() {
    return row(Entity.COMMUNE, "03160", Map.of("name", "Mường Nhé", "full_name", "Xã Mường Nhé"));
  }

  private static Operation holiday() {
    return row(Entity.CALENDAR_DAY, "2026-11-24", Map.of("kind", "HOLIDAY", "name", "Ngày lễ"));
  }

  private static Operation procedure() {
    return row(
        Entity.PROCEDURE,
        "1.001193",
        Map.of(
            "name",
            "Thủ tục đăng ký khai sinh",
            "authority",
            "Ủy ban nhân dân xã",
            "snapshot",
            "2026-07-20",
            "steps",
            "Bước 1: Nộp hồ sơ.\na) trực tiếp\n- Bước 2. Nhận kết quả.",
            "channels",
            List.of(
                Map.of(
                    "channel",
                    "Trực tiếp",
                    "time_value",
                    "3",
                    "time_unit",
                    "Ngày làm việc",
                    "fee",
                    "8,000 VNĐ"),
                Map.of("channel", "Trực tuyến", "time_value", "1", "note", "ghi chú")),
            "dossier",
            List.of(
                Map.of("name", "Tờ khai"),
                Map.of("group", "Xuất trình", "name", "Căn cước"),
                Map.of("name", "Giấy chứng sinh")),
            "legal",
            List.of(
                Map.of("number", "123/2015/NĐ-CP"),
                Map.of("number", "04/2020/TT-BTP", "issued", "28-05-2020"),
                Map.of("number", "123/2015/NĐ-CP"))));
  }

  private static Operation power() {
    return row(Entity.POWER, "nv-1", Map.of("title", "Thi tuyển"));
  }

  private static Operation grant() {
    return row(
        Entity.GRANT,
        "g-1",
        Map.of("power_id", "nv-1", "mode", "DELEGATION", "instrument_id", "qd-5"));
  }

  private static Operation instrument(String id, String number, String title) {
    return row(
        Entity.INSTRUMENT, id, Map.of("number", number, "title", title, "status", "IN_FORCE"));
  }

  private static Operation row(Entity entity, String key, Map<String, Object> values) {
    return new Operation.Insert(entity, key, values);
  }
}
