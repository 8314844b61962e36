package vn.roquyen.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.roquyen.domain.Mode.DECENTRALISATION;
import static vn.roquyen.domain.Mode.DELEGATION;
import static vn.roquyen.domain.RegisterFixture.MUONG_NHE;
import static vn.roquyen.domain.RegisterFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RegisterFixture;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.WarningCode;

/** What the checks ask about, one case at a time, and when an answered question comes back. */
final class RegisterChecksTest {
  @Test
  void effectBeforeIssueAndADateInTheFutureAreTwoQuestions() {
    RegisterFixture register =
        new RegisterFixture()
            .add(issued("a", TODAY.minusDays(3), TODAY.minusDays(9)))
            .add(issued("b", TODAY.plusDays(3), TODAY.plusDays(9)));
    assertThat(subjects(register, WarningCode.EFFECT_BEFORE_ISSUE)).containsExactly("a");
    assertThat(subjects(register, WarningCode.DATE_ODD)).containsExactly("b");
  }

  @Test
  void aDelegationThatIsDelegatedOnIsAskedAbout() {
    RegisterFixture register =
        new RegisterFixture()
            .grant("g1", DELEGATION, "ubnd-tinh", "so")
            .grant("g2", DELEGATION, "so", "gd-so");
    assertThat(subjects(register, WarningCode.SUBDELEGATION)).containsExactly("g2");
    assertThat(subjects(register, WarningCode.ORIGIN_NOT_SHOWN)).containsExactly("g1");
  }

  @Test
  void twoHoldersInDifferentCommunesAreNotTwoHolders() {
    RegisterFixture apart =
        new RegisterFixture()
            .add(grant("g1", "p", "so", "qd", "03160"))
            .add(grant("g2", "p", "ubnd-xa", "qd", "03169"));
    assertThat(subjects(apart, WarningCode.TWO_HOLDERS)).isEmpty();
    RegisterFixture together =
        new RegisterFixture()
            .add(grant("g1", "p", "so", "qd", "03160"))
            .add(grant("g2", "p", "ubnd-xa", "qd", "03160;03169"));
    assertThat(subjects(together, WarningCode.TWO_HOLDERS)).containsExactly("p");
  }

  @Test
  void termsThatMeetInTheFutureOverlapAndTermsThatFollowEachOtherDoNot() {
    LocalDate end = TODAY.plusDays(30);
    assertThat(overlap(end, end)).containsExactly("g1");
    assertThat(overlap(end, end.plusDays(1))).isEmpty();
    assertThat(overlap(TODAY.minusDays(1), TODAY.minusDays(2))).isEmpty();
  }

  @Test
  void aBasisThatEndsInHalfAYearIsAskedAboutButNotOneThatEndsLater() {
    RegisterFixture soon =
        new RegisterFixture()
            .instrument("qd", "1/QĐ", TODAY, LocalDate.of(2027, 2, 28), InstrumentStatus.IN_FORCE)
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa");
    assertThat(subjects(soon, WarningCode.BASIS_EXPIRING)).containsExactly("g", "qd");
    RegisterFixture later =
        new RegisterFixture()
            .instrument("qd", "1/QĐ", TODAY, TODAY.plusYears(1), InstrumentStatus.IN_FORCE)
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa");
    assertThat(subjects(later, WarningCode.BASIS_EXPIRING)).isEmpty();
  }

  @Test
  void aRepealedBasisIsAskedAboutAtItsGrants() {
    RegisterFixture register =
        new RegisterFixture()
            .instrument("moi", "2/QĐ", TODAY.minusDays(5), null, InstrumentStatus.IN_FORCE)
            .relation("moi", RelationKind.REPEALS, "qd")
            .grant("g", DECENTRALISATION, "ubnd-tinh", "ubnd-xa");
    assertThat(subjects(register, WarningCode.BASIS_EXPIRED)).containsExactly("g");
  }

  @Test
  void fieldsWithoutGrantOrWithoutGranteeAreGaps() {
    RegisterFixture register =
        new RegisterFixture()
            .field("giao-duc", null)
            .field("tai-chinh", null)
            .field("tai-san", "tai-chinh")
            .powerIn("tai-san", "q", "Quản lý tài sản")
            .add(grant("g", "q", null, "qd", null));
    assertThat(subjects(register, WarningCode.FIELD_NO_GRANT)).containsExactly("giao-duc");
    assertThat(subjects(register, WarningCode.FIELD_NO_GRANTEE))
        .containsExactly("tai-chinh", "tai-san");
  }

  @Test
  void aStatedNumberOfProceduresAgreesOnceTheListIsThere() {
    RegisterFixture register = new RegisterFixture().add(counted(1));
    assertThat(subjects(register, WarningCode.PROCEDURES_UNCOUNTED)).containsExactly("g");
    register.add(grant("g2", "1.000001", "so", "qd", null));
    assertThat(subjects(register, WarningCode.PROCEDURES_UNCOUNTED)).isEmpty();
  }

  @Test
  void vagueWordingWithAListIsNotVague() {
    RegisterFixture register =
        new RegisterFixture()
            .power("p", "Giải quyết một số thủ tục", null)
            .grant("g", DECENTRALISATION, "ubnd-tinh", "so");
    assertThat(subjects(register, WarningCode.SCOPE_VAGUE)).containsExactly("g");
    register.add(grant("g2", "1.000001", "so", "qd", null));
    assertThat(subjects(register, WarningCode.SCOPE_VAGUE)).isEmpty();
  }

  @Test
  void aFindingKeepsItsKeyUntilItsFactsChange() {
    Finding before = only(new RegisterFixture().add(grant("g", "p", null, "qd", null)));
    Finding same = only(new RegisterFixture().add(grant("g", "p", null, "qd", null)));
    Finding moved = only(new RegisterFixture().add(grant("g", "p", null, "qd", "03160")));
    assertThat(same.key()).isEqualTo(before.key());
    assertThat(moved.key()).isNotEqualTo(before.key());
    assertThat(before.concern().atUnit(MUONG_NHE, new RegisterFixture().register())).isTrue();
  }

  private static Finding only(RegisterFixture register) {
    return findings(register).stream()
        .filter(finding -> finding.warning().code() == WarningCode.GRANTEE_MISSING)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> overlap(LocalDate firstEnds, LocalDate secondBegins) {
    RegisterFixture register =
        new RegisterFixture()
            .instrument("qd2", "2/QĐ", TODAY.minusYears(1), null, InstrumentStatus.IN_FORCE)
            .grant("g1", DECENTRALISATION, "ubnd-tinh", "ubnd-xa", "qd", null, firstEnds)
            .grant("g2", DECENTRALISATION, "ubnd-tinh", "ubnd-xa", "qd2", secondBegins, null);
    return subjects(register, WarningCode.OVERLAP);
  }

  private static List<Finding> findings(RegisterFixture register) {
    return new RegisterChecks(register.register()).findings(TODAY);
  }

  private static List<String> subjects(RegisterFixture register, WarningCode code) {
    return findings(register).stream()
        .filter(finding -> finding.warning().code() == code)
        .map(finding -> finding.warning().subjectId())
        .toList();
  }

  private static Instrument issued(String id, LocalDate issued, LocalDate effective) {
    return new Instrument(
        id, id, null, null, issued, effective, null, InstrumentStatus.UNKNOWN, id, null);
  }

  private static Grant counted(int procedures) {
    return grant("g", "p", "so", "qd", null, procedures);
  }

  private static Grant grant(
      String id, String power, String grantee, String basis, String territory) {
    return grant(id, power, grantee, basis, territory, null);
  }

  private static Grant grant(
      String id, String power, String grantee, String basis, String territory, Integer procedures) {
    return new Grant(
        id,
        power,
        Mode.DECENTRALISATION,
        "ubnd-tinh",
        grantee,
        basis,
        null,
        null,
        null,
        null,
        territory,
        null,
        null,
        procedures,
        SixClears.NONE,
        null);
  }
}
