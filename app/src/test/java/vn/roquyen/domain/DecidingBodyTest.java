package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Competence.Holder;

final class DecidingBodyTest {
  private static final String COMMUNE = "Ủy ban nhân dân cấp xã";

  @Test
  void theAuthorityDecidesBeforeTheAgency() {
    Competence found = of("xa", "Các tổ chức chính trị - xã hội", COMMUNE);
    assertThat(found.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(found.holders()).extracting(Holder::name).containsExactly(COMMUNE);
  }

  @Test
  void whatTheCommuneCarriesOutForAnotherIsItsOwnButTheOtherIsNamed() {
    Competence found = of("xa", COMMUNE, "Bộ Tư lệnh Quân khu");
    assertThat(found.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(found.holders())
        .extracting(Holder::name)
        .containsExactly(COMMUNE, "Bộ Tư lệnh Quân khu");
    assertThat(found.warnings())
        .contains(new Warning(WarningCode.DECIDED_ELSEWHERE, "1.000001", "Bộ Tư lệnh Quân khu"));
  }

  @Test
  void aBranchWithTheTagOfTheCommuneIsNotTheCommune() {
    Competence found = of("bo|tinh|xa", "Thuế tỉnh, thành phố, Thuế cơ sở", null);
    assertThat(found.answer()).isEqualTo(Answer.NOT_COMMUNE);
    assertThat(found.holders())
        .extracting(Holder::name)
        .containsExactly("Thuế tỉnh, thành phố", "Thuế cơ sở");
    assertThat(codes(found)).contains(WarningCode.LOCAL_BRANCH);
  }

  @Test
  void theCommuneAmongOthersIsListedFirst() {
    Competence found = of("bo", "Cục cảnh sát giao thông, Công an tỉnh, Công an cấp Xã", null);
    assertThat(found.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(found.holders().getFirst().level()).isEqualTo(Level.COMMUNE);
    assertThat(found.holders()).hasSize(3);
  }

  @Test
  void aNameThatNamesNobodyDecidesNothing() {
    Competence found = of("xa", "Các cơ quan, tổ chức liên quan", null);
    assertThat(found.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(codes(found)).contains(WarningCode.DECIDING_BODY_VAGUE);
    Competence beside = of("tinh|xa", "Sở Tư pháp, Cơ quan có thẩm quyền", null);
    assertThat(beside.answer()).isEqualTo(Answer.UNDETERMINED);
    Competence above = of("tinh", "Cơ quan chủ quản", null);
    assertThat(above.answer()).isEqualTo(Answer.NOT_COMMUNE);
  }

  @Test
  void anAbolishedDistrictIsNoAnswer() {
    Competence found = of("xa", "Phòng Tư Pháp", "UBND cấp huyện");
    assertThat(found.answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(found.holders()).isEmpty();
    assertThat(codes(found)).contains(WarningCode.DECIDING_BODY_ABOLISHED);
  }

  @Test
  void withoutAnyNameTheTierOfTheCatalogueRulesTheCommuneOut() {
    Competence found = of("tinh", null, null);
    assertThat(found.answer()).isEqualTo(Answer.NOT_COMMUNE);
    assertThat(found.holders()).extracting(Holder::level).containsExactly(Level.PROVINCE);
    assertThat(codes(found)).contains(WarningCode.BODY_FROM_LEVEL);
    assertThat(of("xa", null, null).answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(of("tinh|xa", null, null).answer()).isEqualTo(Answer.UNDETERMINED);
    assertThat(of("khac", null, null).answer()).isEqualTo(Answer.UNDETERMINED);
  }

  @Test
  void theBodyOfTheStepsCountsAndIsMarkedAsReadFromThem() {
    Competence found = of("xa", null, null, COMMUNE);
    assertThat(found.answer()).isEqualTo(Answer.COMMUNE);
    assertThat(codes(found)).contains(WarningCode.BODY_FROM_STEPS);
    assertThat(of("tinh|xa", null, null, "Cơ quan thuế").answer()).isEqualTo(Answer.NOT_COMMUNE);
  }

  private static List<WarningCode> codes(Competence competence) {
    return competence.warnings().stream().map(Warning::code).toList();
  }

  private static Competence of(String levels, @Nullable String agency, @Nullable String authority) {
    return of(levels, agency, authority, null);
  }

  private static Competence of(
      String levels,
      @Nullable String agency,
      @Nullable String authority,
      @Nullable String fromSteps) {
    return DecidingBody.of(
            new Procedure(
                "1.000001",
                "Thủ tục",
                null,
                Set.of(levels.split("\\|")),
                null,
                null,
                agency,
                authority,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                "2026-07-20",
                fromSteps),
            new NamedBodies())
        .competence();
  }
}
