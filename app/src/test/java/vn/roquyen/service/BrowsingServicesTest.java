package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.roquyen.service.SampleRegister.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.platform.Messages;

/** What the screens Thẩm quyền của xã, Thủ tục and Văn bản ask for, on the sample data. */
final class BrowsingServicesTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  @BeforeAll
  static void open() {
    sample = new SampleRegister(folder.resolve("dữ liệu"));
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  @Test
  void everyPowerComesWithItsFieldsAndBases() {
    List<PowerAtUnit> powers = sample.wiring().competence().powersAt(sample.unit(), TODAY);
    assertThat(powers).hasSize(77);
    assertThat(powers).allSatisfy(power -> assertThat(power.fields()).isNotEmpty());
    PowerAtUnit land =
        powers.stream().filter(power -> power.fields().size() > 1).findFirst().orElseThrow();
    Field top = land.fields().getFirst();
    assertThat(top.parentId()).isNull();
    assertThat(land.fields().get(1).parentId()).isEqualTo(top.id());
    assertThat(powers)
        .filteredOn(
            power -> !power.grants().isEmpty() && power.grants().getFirst().instrumentId() != null)
        .allSatisfy(power -> assertThat(power.bases()).isNotEmpty());
  }

  @Test
  void theCatalogueIsCountedNarrowedAndInTheOrderOfTheAlphabet() {
    CataloguePage all = page(CatalogueFilter.ALL);
    assertThat(all.all()).isEqualTo(126);
    assertThat(all.total()).isEqualTo(126);
    assertThat(all.rows())
        .isSortedAccordingTo((a, b) -> new VietnameseOrder().compare(a.name(), b.name()));
    assertThat(all.fields().values().stream().mapToInt(count -> count).sum()).isEqualTo(126);
    assertThat(all.fields()).containsEntry("Hộ tịch", 19);
    assertThat(all.answers().values().stream().mapToInt(count -> count).sum()).isEqualTo(126);

    CataloguePage civil =
        page(new CatalogueFilter("", "Hộ tịch", Answer.COMMUNE, CatalogueFilter.Order.NAME));
    assertThat(civil.rows())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.field()).isEqualTo("Hộ tịch");
              assertThat(line.answer()).isEqualTo(Answer.COMMUNE);
            });
    assertThat(civil.total()).isEqualTo(civil.answers().get(Answer.COMMUNE));
    assertThat(civil.answers().values().stream().mapToInt(count -> count).sum()).isEqualTo(19);
  }

  @Test
  void aTextNarrowsTheCatalogueThroughTheIndex() {
    CataloguePage births =
        page(new CatalogueFilter("dang ky khai sinh", null, null, CatalogueFilter.Order.MATCH));
    assertThat(births.total()).isBetween(1, 125);
    assertThat(births.rows().getFirst().name().toLowerCase(Locale.ROOT)).contains("khai sinh");
  }

  @Test
  void theVerdictOfALineIsTheVerdictOfTheAnswer() {
    Map<String, Answer> lines = new HashMap<>();
    page(CatalogueFilter.ALL).rows().forEach(line -> lines.put(line.code(), line.answer()));
    lines.forEach(
        (code, answer) ->
            assertThat(sample.wiring().competence().who(code, sample.unit(), TODAY).answer())
                .as(code)
                .isEqualTo(answer));
  }

  @Test
  void instrumentsShowTheirStatusOnTheDay() {
    InstrumentService instruments = sample.wiring().instruments();
    assertThat(instruments.list(TODAY)).hasSize(73);
    assertThat(status("qd-17-2016-ubnd", TODAY)).isEqualTo(InstrumentStatus.EXPIRED);
    assertThat(status("hd-15-tu", TODAY)).isEqualTo(InstrumentStatus.NOT_YET_IN_FORCE);
    assertThat(status("hd-15-tu", LocalDate.of(2026, 12, 9))).isEqualTo(InstrumentStatus.UNKNOWN);
  }

  @Test
  void anInstrumentShowsItsRelationsBothWaysAndWhatRestsOnIt() {
    InstrumentDetail rule = detail("qd-04-tu");
    assertThat(rule.powers()).hasSizeGreaterThan(5);
    assertThat(rule.line().grants()).isGreaterThan(rule.powers().size());

    InstrumentDetail repealing = detail("qd-95-2025-ubnd");
    assertThat(repealing.outgoing())
        .extracting(InstrumentDetail.Related::kind)
        .containsExactly(RelationKind.REPEALS);
    InstrumentDetail repealed = detail("qd-17-2016-ubnd");
    assertThat(repealed.incoming())
        .singleElement()
        .satisfies(related -> assertThat(related.other().id()).isEqualTo("qd-95-2025-ubnd"));
    assertThat(repealed.outgoing()).isEmpty();
  }

  @Test
  void anInstrumentOlderThanWhatItCarriesOutIsPointedOut() {
    assertThat(codes(detail("kh-1277-ubnd"))).contains(WarningCode.RELATION_DATE_ODD);
    assertThat(detail("cd-168-ttg").incoming())
        .hasSize(7)
        .allMatch(InstrumentDetail.Related::isDateOdd);
    assertThat(codes(detail("cd-168-ttg"))).doesNotContain(WarningCode.RELATION_DATE_ODD);
    assertThat(codes(detail("qd-95-2025-ubnd"))).doesNotContain(WarningCode.RELATION_DATE_ODD);
  }

  @Test
  void anUnknownInstrumentIsAFault() {
    assertThatThrownBy(() -> detail("khong-co")).isInstanceOf(Fault.class);
  }

  @Test
  void whatIsShownGoesToAFileLineByLine(@TempDir Path out) throws IOException {
    Messages messages = new Messages(Locale.of("vi"));
    ExportService export = new ExportService();
    Path powers = out.resolve("thẩm quyền.csv");
    export.powers(sample.wiring().competence().powersAt(sample.unit(), TODAY), messages, powers);
    assertThat(Files.readString(powers))
        .startsWith("\uFEFFMã,\"")
        .contains("\r\ncb-quan-ly,Quản lý cán bộ theo phân cấp,Công tác cán bộ,");
    Path book = out.resolve("thẩm quyền.xlsx");
    export.powers(sample.wiring().competence().powersAt(sample.unit(), TODAY), messages, book);
    assertThat(book).isNotEmptyFile();
    assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
    Path procedures = out.resolve("thủ tục.csv");
    export.procedures(
        sample.wiring().catalogue().list(sample.unit(), TODAY, CatalogueFilter.ALL),
        messages,
        procedures);
    assertThat(Files.readAllLines(procedures)).hasSize(127);
    Path instruments = out.resolve("văn bản.csv");
    export.instruments(sample.wiring().instruments().list(TODAY), messages, instruments);
    assertThat(Files.readString(instruments)).contains("hết hiệu lực");
  }

  @Test
  void aChangeOfTheRegisterShowsInTheNextList(@TempDir Path other) {
    try (SampleRegister own = SampleRegister.ofFounder(other.resolve("d"))) {
      CatalogueService catalogue = own.wiring().catalogue();
      int before = catalogue.page(own.unit(), TODAY, CatalogueFilter.ALL).all();
      ProcedureLine line =
          catalogue.page(own.unit(), TODAY, CatalogueFilter.ALL).rows().stream()
              .filter(row -> row.answer() == Answer.COMMUNE)
              .findFirst()
              .orElseThrow();
      own.wiring().ledger().record(List.of(grant(line.code())));
      assertThat(answer(catalogue, own, line.code())).isEqualTo(Answer.NOT_COMMUNE);
      own.wiring().ledger().record(List.of(new Operation.Remove(Entity.GRANT, "g-thu")));
      assertThat(answer(catalogue, own, line.code())).isEqualTo(Answer.COMMUNE);
      own.wiring().ledger().record(List.of(new Operation.Remove(Entity.PROCEDURE, line.code())));
      assertThat(catalogue.page(own.unit(), TODAY, CatalogueFilter.ALL).all())
          .isEqualTo(before - 1);
    }
  }

  private static Operation grant(String code) {
    return new Operation.Insert(
        Entity.GRANT,
        "g-thu",
        Map.of("power_id", code, "mode", "DELEGATION", "grantee_id", "so-khcn"));
  }

  private static Answer answer(CatalogueService catalogue, SampleRegister own, String code) {
    return catalogue.page(own.unit(), TODAY, CatalogueFilter.ALL).rows().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  private static CataloguePage page(CatalogueFilter filter) {
    return sample.wiring().catalogue().page(sample.unit(), TODAY, filter);
  }

  private static InstrumentDetail detail(String id) {
    return sample.wiring().instruments().detail(id, sample.unit(), TODAY);
  }

  private static InstrumentStatus status(String id, LocalDate date) {
    return sample.wiring().instruments().list(date).stream()
        .filter(line -> line.instrument().id().equals(id))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static HashSet<WarningCode> codes(InstrumentDetail detail) {
    HashSet<WarningCode> codes = new HashSet<>();
    for (Warning warning : detail.oddities()) {
      codes.add(warning.code());
    }
    return codes;
  }
}
