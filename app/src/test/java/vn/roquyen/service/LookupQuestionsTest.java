package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.platform.SampleData;

/** People's questions against the sample data: how often the right record comes first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LookupQuestionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private record Asked(String kind, boolean powersOnly, String query, Set<String> relevant) {}

  @TempDir static Path folder;
  private Wiring wiring;
  private Commune muongNhe;
  private List<Asked> questions;

  @BeforeAll
  void open() throws IOException {
    wiring = new Wiring(folder.resolve("Dữ liệu xã"), Clock.systemDefaultZone());
    wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
    muongNhe = wiring.registers().unit("03160");
    questions = read();
  }

  @AfterAll
  void close() {
    wiring.close();
  }

  @Test
  void citizensQuestionsFindTheirProcedure() {
    List<Asked> asked = questions.stream().filter(each -> !each.powersOnly()).toList();
    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(share(asked, 1)).isGreaterThan(0.85);
    assertThat(share(asked, 5)).isGreaterThan(0.95);
  }

  @Test
  void questionsInEverydayWordsFindTheirPower() {
    List<Asked> asked =
        questions.stream().filter(each -> each.powersOnly() && !isNone(each)).toList();
    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(share(asked, 1)).isGreaterThan(0.88);
    assertThat(share(asked, 5)).isGreaterThan(0.94);
  }

  @Test
  void whatTheRegisterCannotAnswerIsNotAnsweredConfidently() {
    List<Asked> asked = questions.stream().filter(LookupQuestionsTest::isNone).toList();
    assertThat(asked).hasSizeGreaterThan(30);
    assertThat(asked.stream().filter(each -> isConfident(find(each))).map(Asked::query))
        .as("loud")
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void mostRightAnswersAreConfident() {
    List<Lookup> right =
        questions.stream()
            .filter(each -> !isNone(each) && rank(each) == 0)
            .map(this::find)
            .toList();
    long sure =
        right.stream()
            .filter(lookup -> lookup.hits().getFirst().confidence() == Confidence.HIGH)
            .count();
    assertThat(sure / (double) right.size()).isGreaterThan(0.58);
  }

  @ParameterizedTest
  @CsvSource({
    "gia hạn giấy phép lao động, nv-gpld, UNDETERMINED",
    "dang ky khai sinh, 1.001193,",
    "xét thăng hạng giáo viên mầm non, nv-uq-th-mn-a1, COMMUNE"
  })
  void theThreeQuestionsOfTheClerk(String query, String id, Answer answer) {
    LookupHit first = find(new Asked("one", false, query, Set.of())).hits().getFirst();
    assertThat(first.id()).isEqualTo(id);
    assertThat(first.confidence()).isEqualTo(Confidence.HIGH);
    if (answer != null) {
      assertThat(Objects.requireNonNull(first.competence()).answer()).isEqualTo(answer);
    }
  }

  private double share(List<Asked> asked, int within) {
    return asked.stream().filter(each -> rank(each) < within).count() / (double) asked.size();
  }

  private int rank(Asked asked) {
    List<String> ids = find(asked).hits().stream().map(LookupHit::id).toList();
    for (int i = 0; i < ids.size(); i++) {
      if (asked.relevant().contains(ids.get(i))) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private Lookup find(Asked asked) {
    SearchFilter filter =
        asked.powersOnly()
            ? SearchFilter.ALL.withKinds(EnumSet.of(RecordKind.POWER))
            : SearchFilter.ALL;
    return wiring.lookup().find(new Question(asked.query(), false, filter, muongNhe, DAY, 10));
  }

  private static boolean isConfident(Lookup lookup) {
    return lookup.hits().stream().anyMatch(hit -> hit.confidence() == Confidence.HIGH);
  }

  private static boolean isNone(Asked asked) {
    return asked.relevant().isEmpty();
  }

  private static List<Asked> read() throws IOException {
    List<Asked> asked = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LookupQuestionsTest.class.getResourceAsStream(
                        "/vn/roquyen/search/questions.tsv")),
                StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        Set<String> relevant =
            cells[4].isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(cells[4].split(" ")));
        asked.add(new Asked(cells[1], cells[2].equals("power"), cells[3], relevant));
      }
    }
    return asked;
  }
}
