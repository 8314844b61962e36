package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.roquyen.domain.RegisterFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.check.Finding;
import vn.roquyen.domain.check.RegisterChecks;
import vn.roquyen.domain.impact.Comparison;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Event;
import vn.roquyen.domain.impact.ImpactAnalysis;
import vn.roquyen.domain.impact.PowerEffect;
import vn.roquyen.domain.impact.RegisterImpact;

/** A repeal of one provision ends what rests on it, and nothing else. */
final class ProvisionTest {
  private static final LocalDate DAY = TODAY.minusDays(10);

  @Test
  void whatRestsOnTheRepealedProvisionEndsAndWhatRestsOnAnotherStays() {
    RegisterFixture register =
        repealing("khoản 2 Điều 5")
            .grantBy("g1", "điểm a khoản 2 Điều 5", "so")
            .grantBy("g2", "khoản 3 Điều 5", "ubnd-xa");
    Competence after = register.resolve();
    assertThat(after.holders()).extracting(Competence.Holder::bodyId).containsExactly("ubnd-xa");
    assertThat(after.chain())
        .extracting(
            Competence.Link::grantId,
            Competence.Link::provision,
            Competence.Link::status,
            Competence.Link::counts)
        .containsExactly(
            tuple("g1", "điểm a khoản 2 Điều 5", InstrumentStatus.EXPIRED, false),
            tuple("g2", "khoản 3 Điều 5", InstrumentStatus.IN_FORCE, true));
    assertThat(after.warnings())
        .filteredOn(warning -> warning.code() == WarningCode.BASIS_EXPIRED)
        .extracting(warning -> warning.arguments().getFirst())
        .containsExactly("điểm a khoản 2 Điều 5 Quyết định số 12/2026/QĐ-UBND");
    assertThat(codes(after)).doesNotContain(WarningCode.BASIS_PARTLY_EXPIRED);
    assertThat(register.resolve(DAY.minusDays(1)).holders()).hasSize(2);
  }

  @Test
  void anInstrumentOfWhichAPartIsRepealedIsPartlyExpired() {
    Register register =
        repealing("khoản 2 Điều 5").provision("qd", "Điều 5").provision("qd", "Điều 6").register();
    Instrument basis = Objects.requireNonNull(register.instrument("qd"));
    assertThat(register.statusOn(basis, TODAY)).isEqualTo(InstrumentStatus.PARTLY_EXPIRED);
    assertThat(register.statusOn(basis, DAY.minusDays(1))).isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(register.endOf(basis)).isNull();
    assertThat(status(register, "khoản 2 Điều 5")).isEqualTo(InstrumentStatus.EXPIRED);
    assertThat(status(register, "Điều 5")).isEqualTo(InstrumentStatus.PARTLY_EXPIRED);
    assertThat(status(register, "Điều 6")).isEqualTo(InstrumentStatus.IN_FORCE);
  }

  @Test
  void aGrantThatNamesNoProvisionIsAskedAboutAndNotEnded() {
    Competence after = repealing("khoản 2 Điều 5").grantBy("g", null, "ubnd-xa").resolve();
    assertThat(after.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(codes(after)).contains(WarningCode.BASIS_PARTLY_EXPIRED);
  }

  @Test
  void aStatedPartlyExpiredIsOfTheNamedPartsWhereTheRegisterNamesThem() {
    RegisterFixture named =
        repealing("Điều 5")
            .instrument("qd", "1/QĐ", DAY.minusYears(1), null, InstrumentStatus.PARTLY_EXPIRED)
            .provision("qd", "Điều 6");
    assertThat(status(named.register(), "Điều 6")).isEqualTo(InstrumentStatus.IN_FORCE);
    RegisterFixture unnamed =
        new RegisterFixture()
            .instrument("qd", "1/QĐ", DAY.minusYears(1), null, InstrumentStatus.PARTLY_EXPIRED)
            .provision("qd", "Điều 6");
    assertThat(status(unnamed.register(), "Điều 6")).isEqualTo(InstrumentStatus.PARTLY_EXPIRED);
  }

  @Test
  void aLaterRepealDoesNotTakeBackAnEarlierOne() {
    RegisterFixture register =
        repealing("Điều 5")
            .instrument("sau", "3/QĐ", TODAY.plusDays(5), null, InstrumentStatus.IN_FORCE)
            .relation("sau", RelationKind.REPEALS, "qd", "Điều 6")
            .instrument("qd", "1/QĐ", DAY.minusYears(1), null, InstrumentStatus.PARTLY_EXPIRED);
    Instrument basis = Objects.requireNonNull(register.register().instrument("qd"));
    assertThat(register.register().statusOn(basis, TODAY))
        .isEqualTo(InstrumentStatus.PARTLY_EXPIRED);
  }

  @Test
  void theImpactOfAPartialRepealNamesWhatIsHitWhatIsToBeReadAndWhatStays() {
    Register register =
        new RegisterFixture()
            .grantBy("hit", "điểm a khoản 2 Điều 5", "so")
            .grantBy("stays", "khoản 3 Điều 5", "ubnd-xa")
            .grantBy("wider", "Điều 5", "gd-so")
            .grantBy("unsaid", null, "ct-xa")
            .register();
    RegisterImpact impact = impact(register, "khoản 2 Điều 5");
    assertThat(ids(impact.grants())).containsExactly("hit");
    assertThat(ids(impact.staying())).containsExactly("stays");
    assertThat(ids(impact.toRead())).containsExactly("wider", "unsaid");
    assertThat(impact.statusBefore()).isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(impact.statusAfter()).isEqualTo(InstrumentStatus.PARTLY_EXPIRED);
    assertThat(impact.powers()).extracting(PowerEffect::kind).containsExactly(moved());
    assertThat(register.instruments()).as("nothing is written").hasSize(1);
  }

  @Test
  void whatAnEarlierRepealEndedDoesNotStay() {
    Register register =
        repealing("khoản 3 Điều 5")
            .grantBy("hit", "khoản 2 Điều 5", "so")
            .grantBy("gone", "khoản 3 Điều 5", "ubnd-xa")
            .register();
    assertThat(impact(register, "khoản 2 Điều 5").staying()).isEmpty();
  }

  @Test
  void betweenTwoDaysOnlyTheGrantsOfTheRepealedProvisionEnd() {
    Register register =
        repealing("khoản 2 Điều 5")
            .grantBy("ended", "khoản 2 Điều 5", "so")
            .grantBy("stays", "khoản 3 Điều 5", "ubnd-xa")
            .register();
    List<Difference> found =
        new Comparison(register, DAY.minusDays(1), register, DAY).differences();
    assertThat(found)
        .extracting(Difference::id, Difference::kind)
        .containsExactlyInAnyOrder(
            tuple("qd", Difference.Kind.CHANGED),
            tuple("moi", Difference.Kind.NEW),
            tuple("ended", Difference.Kind.ENDED));
    assertThat(found.getLast().reason().arguments())
        .contains("khoản 2 Điều 5 Quyết định số 12/2026/QĐ-UBND", "9/QĐ");
  }

  @Test
  void aProvisionWithoutItsInstrumentOrEnteredTwiceIsAskedAbout() {
    RegisterFixture register =
        new RegisterFixture().provision("qd", "Điều 5").grantBy("g", null, "so");
    register.provision("khong-co", "Điều 1");
    Register made = register.register();
    made.provisions().put("lai", new Provision("lai", "qd", new Citation("5", null, null), null));
    made.grantsByPower().get("p").add(of(made.grantsOf("p").getFirst(), "khong-co/Điều 1"));
    List<Finding> findings = new RegisterChecks(made).findings(TODAY);
    assertThat(findings)
        .extracting(finding -> finding.warning().code(), finding -> finding.warning().subjectId())
        .contains(
            tuple(WarningCode.PROVISION_INSTRUMENT_MISSING, "khong-co/Điều 1"),
            tuple(WarningCode.PROVISION_REPEATED, "lai"),
            tuple(WarningCode.PROVISION_NOT_OF_BASIS, "khac"));
  }

  private static PowerEffect.Kind moved() {
    return PowerEffect.Kind.MOVED;
  }

  private static RegisterFixture repealing(String provision) {
    return new RegisterFixture()
        .instrument("moi", "9/QĐ", DAY, null, InstrumentStatus.IN_FORCE)
        .relation("moi", RelationKind.REPEALS, "qd", provision);
  }

  private static Grant of(Grant one, String provision) {
    return new Grant(
        "khac",
        one.powerId(),
        one.mode(),
        one.grantorId(),
        one.granteeId(),
        one.instrumentId(),
        null,
        provision,
        null,
        null,
        null,
        null,
        null,
        null,
        SixClears.NONE,
        null);
  }

  private static RegisterImpact impact(Register register, String part) {
    return new ImpactAnalysis(
            register,
            Objects.requireNonNull(register.instrument("qd")),
            Citation.read(part),
            Event.REPEAL,
            TODAY)
        .impact();
  }

  private static InstrumentStatus status(Register register, String part) {
    return register.statusOn(
        Objects.requireNonNull(register.instrument("qd")), Citation.read(part), TODAY);
  }

  private static List<String> ids(List<Grant> grants) {
    return grants.stream().map(Grant::id).toList();
  }

  private static List<WarningCode> codes(Competence competence) {
    return competence.warnings().stream().map(Warning::code).toList();
  }
}
