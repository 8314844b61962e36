package vn.roquyen.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RegisterFixture;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.Statistic;
import vn.roquyen.domain.coverage.Headline.Part;
import vn.roquyen.domain.coverage.Headline.Why;

/** Counting, on small registers made for one question each. */
final class CoverageAnalysisTest {
  private static final LocalDate TODAY = RegisterFixture.TODAY;
  private static final List<Statistic> STATED =
      List.of(
          new Statistic("nv-phan-cap-tong", "", "144", null, null, null),
          new Statistic("nv-phan-cap-xa", "", "70", null, null, null));

  @Test
  void aPowerThatOnlySomeUnitsOfAClassHoldIsHeldInPart() {
    Coverage coverage = cover(List.of(grant("a", "p", "ubnd-xa", "03160", null)), TODAY);
    assertThat(coverage.classes())
        .containsExactly(new UnitClass("Xã", 2), new UnitClass("Phường", 1));
    PowerRow row = coverage.powers().getFirst();
    assertThat(row.cells()).containsExactly(new PowerRow.Cell(1, 0, 1), new PowerRow.Cell(0, 0, 1));
    assertThat(row.cells())
        .extracting(PowerRow.Cell::share)
        .containsExactly(PowerRow.Share.SOME, PowerRow.Share.UNKNOWN);
    assertThat(row.tier()).isEqualTo(Tier.COMMUNE);
  }

  @Test
  void whatADepartmentHoldsRemainsAtTheProvince() {
    PowerRow row = cover(List.of(grant("a", "p", "gd-so", null, null)), TODAY).powers().getFirst();
    assertThat(row.tier()).isEqualTo(Tier.DEPARTMENT);
    assertThat(row.tier().isAtProvince()).isTrue();
    assertThat(row.cells().getFirst().share()).isEqualTo(PowerRow.Share.NONE);
  }

  @Test
  void onlyWhatIsInForceOnTheDateCounts() {
    Grant begun = grant("a", "p", "ubnd-xa", null, LocalDate.of(2026, 6, 1));
    assertThat(acts(cover(List.of(begun), LocalDate.of(2026, 5, 31)))).isZero();
    assertThat(acts(cover(List.of(begun), LocalDate.of(2026, 6, 1)))).isEqualTo(1);
    Coverage today = cover(List.of(begun), TODAY);
    assertThat(today.trend())
        .extracting(TrendPoint::total)
        .containsOnly(0, 1)
        .startsWith(0)
        .endsWith(1);
    assertThat(today.trend()).allMatch(point -> point.undated() == 0);
    assertThat(today.trend().getLast().date()).isEqualTo(TODAY);
  }

  @Test
  void aTaskThatTwoDecisionsGiveIsOneTask() {
    Coverage coverage =
        cover(
            List.of(
                grant("a", "p", "ubnd-xa", null, null),
                grant("b", "p", "gd-so", null, null),
                grant("c", "q", null, null, null)),
            TODAY);
    assertThat(coverage.headline().lines())
        .extracting(Headline.Line::part, Headline.Line::stated, line -> line.powers().size())
        .containsExactly(
            tuple(Part.ALL, 144, 2),
            tuple(Part.COMMUNE, 70, 1),
            tuple(Part.DEPARTMENT, null, 1),
            tuple(Part.OTHER, null, 0),
            tuple(Part.UNNAMED, null, 1));
    assertThat(coverage.headline().reasons())
        .extracting(Headline.Reason::why, Headline.Reason::figures)
        .contains(
            tuple(Why.NOT_LISTED, List.of(142, 144)),
            tuple(Why.SEVERAL_PARTS, List.of(1)),
            tuple(Why.UNNAMED, List.of(1)));
  }

  @Test
  void aTotalWithoutADocumentIsNoAct() {
    Coverage coverage = cover(List.of(count("a", "qd", 50), count("b", null, 121)), TODAY);
    assertThat(acts(coverage)).isEqualTo(1);
    assertThat(coverage.headline().reasons())
        .contains(
            new Headline.Reason(Why.PROCEDURES, List.of(1, 50), Set.of("p")),
            new Headline.Reason(Why.SUMS, List.of(1), Set.of("p")));
  }

  @Test
  void aFieldWithoutAnyGrantHasARowToo() {
    Coverage coverage = cover(List.of(grant("a", "p", "ubnd-xa", null, null)), TODAY);
    assertThat(coverage.fields())
        .extracting(row -> row.field() == null ? "" : row.field().id(), FieldRow::acts)
        .containsExactly(tuple("giao-duc", 0), tuple("noi-vu", 1), tuple("", 0));
    FieldRow home = coverage.fields().get(1);
    assertThat(home.acts(coverage.slots().getFirst())).hasSize(1);
    assertThat(home.complete().percent()).isZero();
  }

  private static int acts(Coverage coverage) {
    return coverage.fields().stream().mapToInt(FieldRow::acts).sum();
  }

  private static Coverage cover(List<Grant> grants, LocalDate date) {
    RegisterFixture fixture = new RegisterFixture();
    grants.forEach(fixture::add);
    Register made = fixture.register();
    Map<String, Commune> communes = new TreeMap<>(made.communes());
    communes.put("1", new Commune("1", "Xã", "Một", "Xã Một", "11", List.of()));
    communes.put("2", new Commune("2", "Phường", "Hai", "Phường Hai", "11", List.of()));
    Register register =
        new Register(
            1,
            communes,
            made.bodies(),
            Map.of(
                "noi-vu", new Field("noi-vu", "Nội vụ", null),
                "viec-lam", new Field("viec-lam", "Việc làm", "noi-vu"),
                "giao-duc", new Field("giao-duc", "Giáo dục", null)),
            made.instruments(),
            made.relations(),
            made.provisions(),
            Map.of(
                "p", new Power("p", "viec-lam", "Việc p", null, null),
                "q", new Power("q", null, "Việc q", null, null)),
            made.grantsByPower());
    return new CoverageAnalysis(register, new CompetenceResolver(register)).on(date, STATED);
  }

  private static Grant grant(String id, String power, String to, String territory, LocalDate from) {
    return new Grant(
        id,
        power,
        Mode.DECENTRALISATION,
        "ubnd-tinh",
        to,
        "qd",
        null,
        null,
        from,
        null,
        territory,
        null,
        null,
        null,
        SixClears.NONE,
        null);
  }

  private static Grant count(String id, String instrument, int procedures) {
    return new Grant(
        id,
        "p",
        Mode.DELEGATION,
        "ubnd-tinh",
        "gd-so",
        instrument,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        procedures,
        SixClears.NONE,
        null);
  }
}
