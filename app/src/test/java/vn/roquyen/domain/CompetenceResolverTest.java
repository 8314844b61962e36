package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.roquyen.domain.Mode.ATTRIBUTION;
import static vn.roquyen.domain.Mode.DECENTRALISATION;
import static vn.roquyen.domain.Mode.DELEGATION;
import static vn.roquyen.domain.Mode.DEVOLUTION;
import static vn.roquyen.domain.RegisterFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Competence.Link;

final class CompetenceResolverTest {

  @Test
  void theCommuneIsCompetentWhenAHolderStandsAtItsLevel() {
    Competence competence =
        new RegisterFixture().grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa").resolve();
    assertThat(competence.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(competence.holders()).extracting(Holder::bodyId).containsExactly("ubnd-xa");
  }

  @Test
  void thePartySideOfTheCommuneCountsToo() {
    assertThat(new RegisterFixture().grant("g", ATTRIBUTION, "so", "btv-xa").resolve().answer())
        .isEqualTo(Answer.COMMUNE);
  }

  @Test
  void holdersElsewhereAreNamed() {
    Competence competence =
        new RegisterFixture().grant("g", DELEGATION, "ubnd-tinh", "gd-so").resolve();
    assertThat(competence.answer()).isEqualTo(Answer.NOT_COMMUNE);
    assertThat(competence.holders()).extracting(Holder::name).containsExactly("gd-so");
  }

  @Test
  void allHoldersAreListedCommuneFirst() {
    Competence competence =
        new RegisterFixture()
            .grant("g1", DECENTRALISATION, "ubnd-tinh", "so")
            .grant("g2", DECENTRALISATION, "ubnd-tinh", "ubnd-xa")
            .resolve();
    assertThat(competence.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(competence.holders()).extracting(Holder::bodyId).containsExactly("ubnd-xa", "so");
    assertThat(codes(competence)).contains(WarningCode.TWO_HOLDERS);
  }

  @Test
  void withoutAGranteeNothingIsGuessed() {
    Competence competence =
        new RegisterFixture().grant("g", DECENTRALISATION, "ubnd-tinh", null).resolve();
    assertThat(competence.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(competence.warnings().getFirst().code()).isEqualTo(WarningCode.GRANTEE_MISSING);
  }

  @Test
  void withoutAGrantNothingIsGuessed() {
    Competence competence = new RegisterFixture().resolve();
    assertThat(competence.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(competence)).containsExactly(WarningCode.NO_GRANT);
  }

  @Test
  void theChainIsFollowedToTheLastGrantee() {
    Competence competence =
        new RegisterFixture()
            .grant("a-second", DELEGATION, "so", "ubnd-xa")
            .grant("b-first", DECENTRALISATION, "ubnd-tinh", "so")
            .resolve();
    assertThat(competence.holders()).extracting(Holder::bodyId).containsExactly("ubnd-xa");
    assertThat(competence.chain()).extracting(Link::grantId).containsExactly("b-first", "a-second");
    assertThat(codes(competence)).doesNotContain(WarningCode.SUBDELEGATION);
  }

  @Test
  void aDelegationThatIsDelegatedOnIsPointedOutWithItsArticle() {
    Competence competence =
        new RegisterFixture()
            .grant("g1", DELEGATION, "ubnd-tinh", "so")
            .grant("g2", DELEGATION, "so", "ubnd-xa")
            .resolve();
    Warning warning = warning(competence, WarningCode.SUBDELEGATION);
    assertThat(warning.subjectId()).isEqualTo("g2");
    assertThat(warning.code().citation()).contains("Điều 14").contains("72/2025/QH15");
  }

  @Test
  void aPowerThatComesBackToItsGrantorIsABrokenChain() {
    Competence competence =
        new RegisterFixture()
            .grant("g1", DECENTRALISATION, "ubnd-tinh", "so")
            .grant("g2", DECENTRALISATION, "so", "ubnd-tinh")
            .resolve();
    assertThat(competence.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(competence)).contains(WarningCode.CHAIN_BROKEN);
  }

  @Test
  void aRuleOnABodysOwnPowerMakesItTheHolder() {
    Competence competence = new RegisterFixture().grant("g", ATTRIBUTION, "so", "so").resolve();
    assertThat(competence.answer()).isEqualTo(Answer.NOT_COMMUNE);
    assertThat(competence.holders()).extracting(Holder::bodyId).containsExactly("so");
  }

  @Test
  void aGranteeThatTheRegisterDoesNotKnowBreaksTheChain() {
    Competence competence =
        new RegisterFixture().grant("g", DECENTRALISATION, "ubnd-tinh", "nobody").resolve();
    assertThat(competence.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(competence)).contains(WarningCode.CHAIN_BROKEN);
  }

  @Test
  void aTermIsCountedFromItsFirstToItsLastDay() {
    LocalDate first = LocalDate.of(2026, 3, 1);
    LocalDate last = LocalDate.of(2026, 12, 31);
    RegisterFixture fixture =
        new RegisterFixture().grant("g", DELEGATION, "ubnd-tinh", "ubnd-xa", "qd", first, last);
    assertThat(fixture.resolve(first.minusDays(1)).answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(fixture.resolve(first).answer()).isEqualTo(Answer.COMMUNE);
    assertThat(fixture.resolve(last).answer()).isEqualTo(Answer.COMMUNE);
    assertThat(fixture.resolve(last.plusDays(1)).answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(fixture.resolve(last.plusDays(1)))).contains(WarningCode.TERM_ENDED);
    assertThat(codes(fixture.resolve(last.minusDays(59)))).contains(WarningCode.TERM_ENDING);
    assertThat(codes(fixture.resolve(last.minusDays(61)))).doesNotContain(WarningCode.TERM_ENDING);
  }

  @Test
  void anExpiredBasisCarriesNothing() {
    LocalDate last = LocalDate.of(2027, 2, 28);
    RegisterFixture fixture =
        new RegisterFixture()
            .instrument("qd", "1/NQ", LocalDate.of(2025, 7, 1), last, InstrumentStatus.IN_FORCE)
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa");
    assertThat(fixture.resolve(last).answer()).isEqualTo(Answer.COMMUNE);
    assertThat(codes(fixture.resolve(last))).contains(WarningCode.BASIS_EXPIRING);
    Competence after = fixture.resolve(last.plusDays(1));
    assertThat(after.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(after)).contains(WarningCode.BASIS_EXPIRED);
    assertThat(after.chain().getFirst().counts()).isFalse();
    assertThat(fixture.resolve(LocalDate.of(2025, 6, 30)).answer()).isEqualTo(Answer.UNDETERMINED);
  }

  @Test
  void aRepealTakesEffectOnTheDayOfTheRepealingAct() {
    LocalDate day = LocalDate.of(2026, 6, 1);
    RegisterFixture fixture =
        new RegisterFixture()
            .instrument("new", "99/2026/QĐ-UBND", day, null, InstrumentStatus.IN_FORCE)
            .relation("new", RelationKind.REPEALS, "qd")
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa");
    assertThat(fixture.resolve(day.minusDays(1)).answer()).isEqualTo(Answer.COMMUNE);
    assertThat(fixture.resolve(day).answer()).isEqualTo(Answer.UNDETERMINED);
  }

  @Test
  void aStatedRepealDoesNotReachBackBeforeItsDay() {
    LocalDate day = LocalDate.of(2026, 6, 1);
    RegisterFixture fixture =
        new RegisterFixture()
            .instrument("qd", "17", LocalDate.of(2016, 8, 17), null, InstrumentStatus.EXPIRED)
            .instrument("new", "95", day, null, InstrumentStatus.IN_FORCE)
            .relation("new", RelationKind.REPEALS, "qd")
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa");
    assertThat(fixture.resolve(day.minusDays(1)).chain().getFirst().status())
        .isEqualTo(InstrumentStatus.IN_FORCE);
    assertThat(fixture.resolve(day).chain().getFirst().status())
        .isEqualTo(InstrumentStatus.EXPIRED);
  }

  @Test
  void anAmendedBasisStillCarriesAndIsPointedOut() {
    Competence competence =
        new RegisterFixture()
            .undated("old", InstrumentStatus.PARTLY_EXPIRED)
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa", "old", null, null)
            .resolve();
    assertThat(competence.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(codes(competence))
        .contains(
            WarningCode.BASIS_PARTLY_EXPIRED,
            WarningCode.BASIS_NUMBER_MISSING,
            WarningCode.BASIS_DATE_MISSING);
  }

  @Test
  void aTerritoryNamesCommunesByCodeOrName() {
    assertThat(new RegisterFixture().grantIn("03151; 03160").resolve().answer())
        .isEqualTo(Answer.COMMUNE);
    assertThat(new RegisterFixture().grantIn("Xã Mường Nhé").resolve().answer())
        .isEqualTo(Answer.COMMUNE);
    Competence elsewhere = new RegisterFixture().grantIn("03151").resolve();
    assertThat(elsewhere.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(elsewhere)).contains(WarningCode.TERRITORY_ELSEWHERE);
  }

  @Test
  void vagueWordingAndAnUnnamedOrganAreToBeChecked() {
    Competence competence =
        new RegisterFixture()
            .power("p", "Thực hiện một số nhiệm vụ", null)
            .grant("g", DELEGATION, "ubnd-tinh", "cap-xa")
            .resolve();
    assertThat(competence.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(codes(competence))
        .contains(WarningCode.SCOPE_VAGUE, WarningCode.ORGAN_UNNAMED, WarningCode.TERM_MISSING);
  }

  @Test
  void devolutionNeedsALaw() {
    assertThat(codes(new RegisterFixture().grant("g", DEVOLUTION, "ubnd-tinh", "so").resolve()))
        .contains(WarningCode.DEVOLUTION_NOT_BY_LAW);
    RegisterFixture byLaw =
        new RegisterFixture()
            .instrument("qd", "31/2024/QH15", TODAY.minusYears(1), null, InstrumentStatus.IN_FORCE)
            .grant("g", DEVOLUTION, "ubnd-tinh", "so");
    assertThat(codes(byLaw.resolve())).doesNotContain(WarningCode.DEVOLUTION_NOT_BY_LAW);
  }

  @Test
  void twoInstrumentsForOneGranteeOverlap() {
    Competence competence =
        new RegisterFixture()
            .undated("other", InstrumentStatus.UNKNOWN)
            .grant("g1", DELEGATION, "ubnd-tinh", "ubnd-xa")
            .grant("g2", DELEGATION, "ubnd-tinh", "ubnd-xa", "other", null, null)
            .resolve();
    assertThat(codes(competence)).contains(WarningCode.OVERLAP);
    assertThat(competence.holders()).hasSize(1);
  }

  @Test
  void aDocumentIssuedAfterTheDayCannotCarryAndLooksOdd() {
    Competence competence =
        new RegisterFixture()
            .instrument("qd", "15-HD/TU", TODAY.plusDays(15), null, InstrumentStatus.UNKNOWN)
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa")
            .resolve();
    assertThat(competence.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(competence))
        .contains(WarningCode.DATE_ODD, WarningCode.BASIS_NOT_YET_IN_FORCE);
  }

  @Test
  void reasonsStandBeforeChecksAndNotes() {
    Competence competence =
        new RegisterFixture().grant("g", DELEGATION, "ubnd-tinh", null).resolve();
    assertThat(competence.warnings().stream().map(w -> w.code().severity()).toList()).isSorted();
  }

  /**
   * Whatever the grants are: an answer, never an exception, and the rule between holders and
   * answer.
   */
  @Test
  void everyRegisterGetsAnAnswerThatFollowsFromItsHolders() {
    String[] bodies = {"ubnd-tinh", "so", "gd-so", "cap-xa", "ubnd-xa", "ct-xa", "btv-xa", null};
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      RegisterFixture fixture = new RegisterFixture().undated("u", InstrumentStatus.UNKNOWN);
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        fixture.grant(
            "g" + i,
            Mode.values()[random.nextInt(4)],
            bodies[random.nextInt(bodies.length)],
            bodies[random.nextInt(bodies.length)],
            random.nextBoolean() ? "qd" : "u",
            random.nextInt(4) == 0 ? TODAY.plusDays(random.nextInt(20) - 10) : null,
            random.nextInt(4) == 0 ? TODAY.plusDays(random.nextInt(20) - 10) : null);
      }
      Competence competence = fixture.resolve();
      boolean commune =
          competence.holders().stream()
              .anyMatch(holder -> holder.level() != null && holder.level().isCommune());
      Answer expected =
          competence.holders().isEmpty()
              ? Answer.UNDETERMINED
              : commune ? Answer.COMMUNE : Answer.NOT_COMMUNE;
      assertThat(competence.answer()).as("seed %d", seed).isEqualTo(expected);
      assertThat(competence.chain()).as("seed %d", seed).hasSize(count);
      if (expected == Answer.UNDETERMINED) {
        assertThat(competence.warnings())
            .as("seed %d says why", seed)
            .anyMatch(warning -> warning.code().severity() == WarningCode.Severity.REASON);
      }
    }
  }

  private static List<WarningCode> codes(Competence competence) {
    return competence.warnings().stream().map(Warning::code).toList();
  }

  private static Warning warning(Competence competence, WarningCode code) {
    return competence.warnings().stream()
        .filter(warning -> warning.code() == code)
        .findFirst()
        .orElseThrow();
  }
}
