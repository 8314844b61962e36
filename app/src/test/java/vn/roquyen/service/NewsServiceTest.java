package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Role;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.NewsItem.Kind;
import vn.roquyen.service.NewsItem.Todo;

/** What changed for a commune, and how it confirms that it knows. */
final class NewsServiceTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
  private static final LocalDate SECOND = FIRST.plusDays(1);

  @TempDir Path folder;
  private Machine machine;

  @BeforeEach
  void aGrantToTheCommune() {
    machine = Machine.ofCommune(folder.resolve("xã"), "03160");
    machine.insert(Entity.COMMUNE, "03160", "name", "Mường Nhé", "full_name", "Xã Mường Nhé");
    machine.insert(Entity.COMMUNE, "03163", "name", "Sín Thầu", "full_name", "Xã Sín Thầu");
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
        "IN_FORCE",
        "effective_from",
        LocalDate.of(2025, 7, 1));
    machine.insert(Entity.POWER, "p", "title", "Cấp giấy phép chăn thả trâu bò");
    machine.insert(
        Entity.GRANT,
        "g",
        "power_id",
        "p",
        "mode",
        "ATTRIBUTION",
        "grantee_id",
        "xa-ub",
        "instrument_id",
        "qd-1");
    machine.clock.forward(Duration.ofDays(1).toSeconds());
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void whatIsNotConfirmedIsToBeDoneUntilItIs() {
    NewsItem open = only(digest());
    assertThat(open.kind()).isEqualTo(Kind.OPEN);
    assertThat(open.asks()).isTrue();
    assertThat(open.todo()).isEqualTo(Todo.TAKE_ON);
    assertThat(news().since()).isEqualTo(FIRST);
    acknowledgements().acknowledge("g", "Lò Thị Mai", "Vàng A Của");
    assertThat(digest()).isEmpty();
    assertThat(acknowledgements().of("03160").get("g").appointed()).isEqualTo("Lò Thị Mai");
    assertThat(acknowledgements().of("03160").get("g").on()).isEqualTo(SECOND);
    acknowledgements().takeBack("g");
    assertThat(digest()).hasSize(1);
    assertThatThrownBy(() -> acknowledgements().takeBack("g"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.RECORD_UNKNOWN));
  }

  @Test
  void aRepealComesBackAsATodoInFourLines() {
    acknowledgements().acknowledge("g", "Lò Thị Mai", "Vàng A Của");
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
        SECOND);
    machine.insert(
        Entity.INSTRUMENT_RELATION, "r", "from_id", "qd-2", "relation", "REPEALS", "to_id", "qd-1");
    NewsItem ended =
        digest().stream().filter(item -> item.id().equals("g")).findFirst().orElseThrow();
    assertThat(ended.kind()).isEqualTo(Kind.ENDED);
    assertThat(ended.before().answer()).isEqualTo(Answer.COMMUNE);
    assertThat(ended.after().answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(ended.asks()).isTrue();
    assertThat(ended.todo()).isEqualTo(Todo.STOP);
    NewsCard card = NewsCard.of(ended, new Messages(Locale.of("vi")));
    assertThat(card.what()).isEqualTo("Cấp giấy phép chăn thả trâu bò");
    assertThat(card.who()).startsWith("Trước: ").contains("UBND cấp xã", " → Sau: ");
    assertThat(card.basis()).contains("1/2025/QĐ-UBND", "bị “2/2026/QĐ-UBND” bãi bỏ");
    assertThat(card.todo()).startsWith("Từ ngày 25/11/2026. Dừng thực hiện");
    acknowledgements().acknowledge("g", "Lò Thị Mai", "Vàng A Của");
    assertThat(digest()).noneMatch(NewsItem::asks);
  }

  @Test
  void aGrantThatBeginsLaterIsToBeTakenOnFromItsDay() {
    acknowledgements().acknowledge("g", "Lò Thị Mai", "Vàng A Của");
    LocalDate start = SECOND.plusDays(6);
    machine.insert(
        Entity.INSTRUMENT,
        "qd-3",
        "number",
        "3/2026/QĐ-UBND",
        "title",
        "Về karaoke",
        "status",
        "IN_FORCE",
        "effective_from",
        start);
    machine.insert(Entity.POWER, "k", "title", "Quản lý karaoke");
    machine.insert(
        Entity.GRANT,
        "gk",
        "power_id",
        "k",
        "mode",
        "ATTRIBUTION",
        "grantee_id",
        "xa-ub",
        "instrument_id",
        "qd-3",
        "valid_from",
        SECOND.minusDays(1));
    NewsItem grant = item("gk");
    assertThat(grant.kind()).isEqualTo(Kind.NEW);
    assertThat(grant.todo()).isEqualTo(Todo.TAKE_ON);
    assertThat(grant.on()).as("not before its basis").isEqualTo(start);
    assertThat(grant.after().answer()).isEqualTo(Answer.COMMUNE);
    NewsItem instrument = item("qd-3");
    assertThat(instrument.on()).isEqualTo(start);
    assertThat(instrument.title()).isEqualTo("3/2026/QĐ-UBND – Về karaoke");
    acknowledgements().acknowledge("gk", "Lò Thị Mai", "Vàng A Của");
    assertThat(item("gk").todo()).isEqualTo(Todo.CONFIRMED);
  }

  private NewsItem item(String id) {
    return digest().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aRepealThatTakesEffectByTheCalendarIsToldOnItsDay() {
    acknowledgements().acknowledge("g", "Lò Thị Mai", "Vàng A Của");
    LocalDate end = SECOND.plusDays(30);
    machine.set(Entity.GRANT, "g", "valid_to", end);
    acknowledgements().acknowledge("g", "Lò Thị Mai", "Vàng A Của");
    NewsItem soon = only(news().digest(unit("03160"), SECOND, SECOND));
    assertThat(soon.kind()).isEqualTo(Kind.EXPIRING);
    assertThat(soon.on()).isEqualTo(end);
    assertThat(soon.todo()).isEqualTo(Todo.PREPARE);
    machine.clock.forward(Duration.ofDays(40).toSeconds());
    NewsItem ended = only(news().digest(unit("03160"), SECOND, SECOND.plusDays(40)));
    assertThat(ended.kind()).isEqualTo(Kind.ENDED);
    assertThat(ended.asks()).as("the end is to be confirmed too").isTrue();
    assertThat(ended.on()).isEqualTo(end.plusDays(1));
    assertThat(news().digest(unit("03160"), SECOND.plusDays(39), SECOND.plusDays(40)))
        .as("also after the digest has gone on")
        .extracting(NewsItem::kind)
        .containsExactly(Kind.ENDED);
  }

  @Test
  void twoDaysAreComparedForACommune() {
    machine.set(Entity.GRANT, "g", "territory", "03163");
    List<NewsItem> here =
        news().compare(unit("03160"), new NewsService.Period(Axis.KNOWN, FIRST, SECOND));
    assertThat(only(here).after().answer()).isEqualTo(Answer.UNDETERMINED);
    LocalDate before = LocalDate.of(2025, 6, 30);
    List<NewsItem> began =
        news().compare(unit("03163"), new NewsService.Period(Axis.FORCE, before, FIRST));
    assertThat(began).extracting(NewsItem::kind).containsOnly(Kind.NEW);
    assertThat(began).extracting(NewsItem::id).containsExactlyInAnyOrder("g", "qd-1");
  }

  @Test
  void theProvinceSeesWhoHasNotConfirmed() {
    try (Machine province = new Machine(folder.resolve("tỉnh"), Role.PUBLISHER, "tinh");
        Machine commune = new Machine(folder.resolve("xã khác"), Role.COMMUNE, "03160")) {
      province.wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
      commune.wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
      String digest = province.digest();
      Acknowledgements theirs = commune.wiring.history().acknowledgements();
      String grant = theirs.standings(FIRST).getFirst().grantId();
      theirs.acknowledge(grant, "Lò Thị Mai", "Vàng A Của");
      assertThat(province.receive(commune.export(folder.resolve("gói.rqp")))).isNotEmpty();
      Acknowledgements.Standing standing =
          province.wiring.history().acknowledgements().standings(FIRST).stream()
              .filter(one -> one.grantId().equals(grant))
              .findFirst()
              .orElseThrow();
      assertThat(standing.units()).isEqualTo(45);
      assertThat(standing.confirmed()).hasSize(1);
      assertThat(standing.missing()).hasSize(44).extracting(Commune::code).doesNotContain("03160");
      assertThat(province.digest()).as("the public register").isEqualTo(digest);
      assertThatThrownBy(
              () -> province.wiring.history().acknowledgements().acknowledge(grant, "x", "y"))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOT_ALLOWED));
    }
  }

  private void body(String id, String name, String level) {
    machine.insert(Entity.BODY, id, "name", name, "level", level, "kind", "COLLECTIVE");
  }

  private NewsService news() {
    return machine.wiring.history().news();
  }

  private Acknowledgements acknowledgements() {
    return machine.wiring.history().acknowledgements();
  }

  private List<NewsItem> digest() {
    return news().digest(unit("03160"), FIRST, SECOND);
  }

  private Commune unit(String code) {
    return machine.wiring.registers().unit(code);
  }

  private static NewsItem only(List<NewsItem> items) {
    assertThat(items).hasSize(1);
    return items.getFirst();
  }
}
