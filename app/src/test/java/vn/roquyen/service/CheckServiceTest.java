package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.roquyen.service.SampleRegister.TODAY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.check.Completeness;
import vn.roquyen.domain.check.Finding;
import vn.roquyen.platform.Messages;

/** The checks on the sample register: they find what can be counted in the data by other means. */
final class CheckServiceTest {
  @TempDir static Path folder;
  private static SampleRegister sample;
  private static List<Finding> all;
  private static List<Map<String, String>> grants;
  private static Map<String, Map<String, String>> instruments;

  @BeforeAll
  static void open() throws IOException {
    sample = new SampleRegister(folder);
    all = checks().findings(new CheckService.Wanted(null, null, TODAY));
    grants = SampleTable.rows("grants");
    instruments =
        SampleTable.rows("instruments").stream()
            .collect(Collectors.toMap(row -> row.get("id"), Function.identity()));
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  @Test
  void granteesNumbersAndDatesThatAreMissingAreCountedAsInTheData() {
    assertThat(subjects(WarningCode.GRANTEE_MISSING)).isEqualTo(lacking("grantee_id"));
    assertThat(subjects(WarningCode.BASIS_MISSING)).isEqualTo(lacking("instrument_id"));
    assertThat(subjects(WarningCode.BASIS_NUMBER_MISSING)).isEqualTo(withoutBasis("number"));
    assertThat(subjects(WarningCode.BASIS_DATE_MISSING)).isEqualTo(withoutBasis("issued_on"));
    assertThat(subjects(WarningCode.GRANTEE_MISSING)).isNotEmpty();
    assertThat(subjects(WarningCode.BASIS_NUMBER_MISSING)).isNotEmpty();
  }

  @Test
  void everyGrantThatLacksOneOfTheSixIsFoundAndTheMissingAreNamed() {
    List<String> six =
        List.of("person", "task", "responsibility", "authority", "resources", "result");
    Map<String, String> expected =
        grants.stream()
            .filter(row -> !row.keySet().containsAll(six))
            .collect(
                Collectors.toMap(
                    row -> row.get("id"),
                    row ->
                        six.stream()
                            .filter(clear -> !row.containsKey(clear))
                            .map(clear -> clear.toUpperCase(Locale.ROOT))
                            .collect(Collectors.joining(";"))));
    Map<String, String> found =
        of(WarningCode.SIX_CLEARS_MISSING).stream()
            .collect(
                Collectors.toMap(
                    finding -> finding.warning().subjectId(),
                    finding -> finding.warning().arguments().getLast()));
    assertThat(found).isEqualTo(expected);
    int stated =
        grants.stream().mapToInt(row -> (int) six.stream().filter(row::containsKey).count()).sum();
    Completeness complete = checks().completeness(new CheckService.Wanted(null, null, TODAY));
    assertThat(complete)
        .isEqualTo(new Completeness(grants.size(), stated, grants.size() * six.size()));
  }

  @Test
  void theDatesAfterTheReportAreFoundAndTheOneInTheFuture() {
    String answered = instruments.get("cv-923-vptu").get("issued_on");
    Set<String> younger =
        instruments.values().stream()
            .filter(
                row -> row.containsKey("issued_on") && row.get("issued_on").compareTo(answered) > 0)
            .map(row -> row.get("id"))
            .collect(Collectors.toSet());
    assertThat(subjects(WarningCode.DATE_AFTER_REPORT)).isEqualTo(younger).hasSize(2);
    assertThat(subjects(WarningCode.DATE_ODD)).containsExactly("hd-15-tu");
  }

  @Test
  void ordersThatAreYoungerThanWhatCarriesThemOutAreFound() throws IOException {
    Set<String> older =
        SampleTable.rows("instrument_relations").stream()
            .filter(
                row -> {
                  String from = instruments.get(row.get("from_id")).get("issued_on");
                  String to = instruments.get(row.get("to_id")).get("issued_on");
                  return from != null && to != null && from.compareTo(to) < 0;
                })
            .map(row -> row.get("from_id"))
            .collect(Collectors.toSet());
    assertThat(subjects(WarningCode.RELATION_DATE_ODD)).isEqualTo(older).isNotEmpty();
  }

  @Test
  void homeAffairsOverlapAndSplitAreFound() {
    Set<String> bases =
        of(WarningCode.SCOPE_OVERLAP).stream()
            .flatMap(finding -> finding.concern().instrumentIds().stream())
            .collect(Collectors.toSet());
    assertThat(bases).containsExactlyInAnyOrder("uq-nv-1", "uq-nv-4", "uq-nv-7", "uq-nv-8");
    Set<String> split =
        of(WarningCode.SPLIT_TO_CONFIRM).stream()
            .flatMap(finding -> finding.concern().instrumentIds().stream())
            .collect(Collectors.toSet());
    assertThat(split).containsExactlyInAnyOrder("uq-nv-5", "uq-nv-6");
  }

  @Test
  void statedNumbersOfProceduresAndVagueWordsAreCountedAsInTheData() throws IOException {
    assertThat(
            of(WarningCode.PROCEDURES_UNCOUNTED).stream()
                .map(finding -> finding.warning().arguments().getFirst()))
        .containsExactlyInAnyOrderElementsOf(
            grants.stream()
                .filter(row -> row.containsKey("procedure_count"))
                .map(row -> row.get("procedure_count"))
                .toList());
    Set<String> vague =
        SampleTable.rows("powers").stream()
            .filter(
                row ->
                    (row.get("title") + row.get("description"))
                        .toLowerCase(Locale.ROOT)
                        .contains("một số"))
            .map(row -> row.get("id"))
            .collect(Collectors.toSet());
    assertThat(subjects(WarningCode.SCOPE_VAGUE))
        .isEqualTo(
            grants.stream()
                .filter(row -> vague.contains(row.get("power_id")))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet()));
  }

  @Test
  void fieldsWithoutAnyGrantAreGapsAndLandNamesNobody() {
    assertThat(subjects(WarningCode.FIELD_NO_GRANT))
        .contains("giao-duc-dao-tao", "dau-tu", "dau-tu-cong", "ngan-sach");
    assertThat(subjects(WarningCode.FIELD_NO_GRANTEE)).contains("dat-dai");
  }

  @Test
  void otherOdditiesOfTheReportAreFound() {
    assertThat(subjects(WarningCode.ORGAN_UNNAMED)).hasSize(3);
    assertThat(subjects(WarningCode.ORIGIN_IS_GRANTEE))
        .containsExactlyInAnyOrder("g-nn-uq-bao-ton", "g-kc-uq-tthc-hd");
    assertThat(subjects(WarningCode.MODE_NOT_WORDED))
        .containsExactlyInAnyOrder("g-tp-boi-thuong", "g-vh-internet", "g-vh-game");
    assertThat(subjects(WarningCode.ISSUER_MISSING)).containsExactly("bc-207-du");
    assertThat(subjects(WarningCode.BASIS_PARTLY_EXPIRED))
        .containsExactly("g-xd-quy-che-kien-truc");
  }

  @Test
  void proceduresOnTheDecreesThatEndInFebruaryAreFound() {
    assertThat(of(WarningCode.BASIS_EXPIRING))
        .isNotEmpty()
        .allSatisfy(
            finding -> assertThat(finding.warning().arguments().getLast()).isEqualTo("28/02/2027"));
  }

  @Test
  void everyFindingHasASentenceARuleAndAReason() {
    Messages messages = new Messages(Locale.of("vi"));
    assertThat(all)
        .allSatisfy(
            finding -> {
              assertThat(messages.of(finding.warning())).isNotBlank().doesNotContain("{");
              assertThat(finding.warning().code().citation()).isNotBlank();
              assertThat(messages.why(finding.warning().code())).isNotBlank();
            });
    assertThat(all.stream().map(Finding::key)).doesNotHaveDuplicates();
  }

  @Test
  void aFieldAndACommuneNarrowTheList() {
    List<Finding> land = checks().findings(new CheckService.Wanted("dat-dai", null, TODAY));
    assertThat(land).isNotEmpty().hasSizeLessThan(all.size()).isSubsetOf(all);
    assertThat(checks().findings(new CheckService.Wanted("đất đai", null, TODAY))).isEqualTo(land);
    List<Finding> here = checks().findings(new CheckService.Wanted(null, sample.unit(), TODAY));
    assertThat(here).isNotEmpty().hasSizeLessThan(all.size()).isSubsetOf(all);
    assertThat(here.stream().map(finding -> finding.warning().subjectId()))
        .contains("g-nv-uq-chqs")
        .doesNotContain("g-nn-uq-tthc");
    assertThatThrownBy(() -> checks().findings(new CheckService.Wanted("không có", null, TODAY)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("FIELD_UNKNOWN");
  }

  private static CheckService checks() {
    return sample.wiring().review().checks();
  }

  private static List<Finding> of(WarningCode code) {
    return all.stream().filter(finding -> finding.warning().code() == code).toList();
  }

  private static Set<String> subjects(WarningCode code) {
    return of(code).stream()
        .map(finding -> finding.warning().subjectId())
        .collect(Collectors.toSet());
  }

  private static Set<String> lacking(String column) {
    return grants.stream()
        .filter(row -> !row.containsKey(column))
        .map(row -> row.get("id"))
        .collect(Collectors.toSet());
  }

  private static Set<String> withoutBasis(String column) {
    return grants.stream()
        .filter(
            row ->
                !row.containsKey("instrument_id")
                    || !instruments.get(row.get("instrument_id")).containsKey(column))
        .map(row -> row.get("id"))
        .collect(Collectors.toSet());
  }
}
