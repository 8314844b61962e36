package vn.roquyen.domain.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.roquyen.domain.Mode.DECENTRALISATION;
import static vn.roquyen.domain.Mode.DELEGATION;
import static vn.roquyen.domain.RegisterFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RegisterFixture;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.impact.Difference.Kind;
import vn.roquyen.domain.impact.Difference.Why;

/** What ends with an instrument, and what differs between two days. */
final class ImpactAnalysisTest {
  @Test
  void aLostGrantTakesTheChainBehindItAlong() {
    RegisterImpact impact =
        impact(
            new RegisterFixture()
                .instrument("qd2", "2/QĐ", TODAY.minusYears(1), null, InstrumentStatus.IN_FORCE)
                .grant("g1", DECENTRALISATION, "ubnd-tinh", "so", "qd", null, null)
                .grant("g2", DELEGATION, "so", "ct-xa", "qd2", null, null));
    assertThat(ids(impact.grants())).containsExactly("g1");
    assertThat(ids(impact.broken())).containsExactly("g2");
    assertThat(impact.statusAfter()).isEqualTo(InstrumentStatus.EXPIRED);
  }

  @Test
  void withoutItsOnlyBasisNobodyHoldsThePowerInTheCommune() {
    RegisterImpact impact =
        impact(new RegisterFixture().grant("g", DECENTRALISATION, "ubnd-tinh", "ct-xa"));
    PowerEffect effect = impact.powers().getFirst();
    assertThat(effect.kind()).isEqualTo(PowerEffect.Kind.LOST);
    assertThat(effect.before()).extracting(holder -> holder.bodyId()).containsExactly("ct-xa");
    assertThat(effect.communes()).isEqualTo(1);
    assertThat(impact.communes()).hasSize(1);
    assertThat(impact.persons()).extracting(body -> body.id()).containsExactly("ct-xa");
  }

  @Test
  void whatRestsOnAnotherBasisTooStaysValid() {
    RegisterImpact impact =
        impact(
            new RegisterFixture()
                .instrument("qd2", "2/QĐ", TODAY.minusYears(1), null, InstrumentStatus.IN_FORCE)
                .grant("g1", DECENTRALISATION, "ubnd-tinh", "ubnd-xa", "qd", null, null)
                .grant("g2", DECENTRALISATION, "ubnd-tinh", "ubnd-xa", "qd2", null, null));
    assertThat(impact.powers().getFirst().kind()).isEqualTo(PowerEffect.Kind.STAYS);
    assertThat(impact.broken()).isEmpty();
  }

  @Test
  void anAmendmentEndsNothingButAsksToRead() {
    Register register =
        new RegisterFixture().grant("g", DECENTRALISATION, "ubnd-tinh", "ct-xa").register();
    RegisterImpact impact =
        new ImpactAnalysis(
                register,
                Objects.requireNonNull(register.instrument("qd")),
                null,
                Event.AMENDMENT,
                TODAY)
            .impact();
    assertThat(impact.powers().getFirst().kind()).isEqualTo(PowerEffect.Kind.TO_READ);
    assertThat(impact.statusAfter()).isEqualTo(InstrumentStatus.PARTLY_EXPIRED);
  }

  @Test
  void aRepealEndsTheInstrumentAndItsGrantsWithTheReason() {
    LocalDate day = TODAY.minusDays(10);
    Register register =
        new RegisterFixture()
            .instrument("moi", "9/QĐ", day, null, InstrumentStatus.IN_FORCE)
            .relation("moi", RelationKind.REPEALS, "qd")
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa")
            .register();
    List<Difference> found =
        new Comparison(register, day.minusDays(1), register, TODAY).differences();
    assertThat(found)
        .extracting(Difference::id, Difference::kind, one -> one.reason().why())
        .containsExactlyInAnyOrder(
            tuple("qd", Kind.ENDED, Why.REPEALED),
            tuple("moi", Kind.NEW, Why.BEGINS),
            tuple("g", Kind.ENDED, Why.REPEALED));
    assertThat(new Comparison(register, day, register, TODAY).differences()).isEmpty();
  }

  @Test
  void theTermOfAGrantBeginsAndEndsOnItsDays() {
    Register register =
        new RegisterFixture()
            .grant(
                "g",
                DECENTRALISATION,
                "ubnd-tinh",
                "ubnd-xa",
                "qd",
                TODAY.plusDays(1),
                TODAY.plusDays(5))
            .register();
    assertThat(new Comparison(register, TODAY, register, TODAY.plusDays(1)).differences())
        .extracting(Difference::kind, one -> one.reason().why())
        .containsExactly(tuple(Kind.NEW, Why.GRANT_BEGINS));
    assertThat(
            new Comparison(register, TODAY.plusDays(5), register, TODAY.plusDays(6)).differences())
        .extracting(Difference::kind, one -> one.reason().why())
        .containsExactly(tuple(Kind.ENDED, Why.GRANT_ENDS));
  }

  private static RegisterImpact impact(RegisterFixture fixture) {
    Register register = fixture.register();
    return new ImpactAnalysis(
            register, Objects.requireNonNull(register.instrument("qd")), null, Event.REPEAL, TODAY)
        .impact();
  }

  private static List<String> ids(List<Grant> grants) {
    return grants.stream().map(Grant::id).toList();
  }
}
