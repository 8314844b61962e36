package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.roquyen.service.SampleRegister.TODAY;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.check.CheckAnswer;

/** An answer quietens a finding until its facts change, and stays as history. */
final class CheckAnswersTest {
  private static final String GRANT = "g-nn-thuy-loi";

  @TempDir Path folder;
  private SampleRegister sample;

  @BeforeEach
  void open() {
    sample = new SampleRegister(folder);
  }

  @AfterEach
  void close() {
    sample.close();
  }

  @Test
  void anAnswerTellsWhoWhenAndWhyAndIsSignedByTheUnit() {
    answers().answer(line().finding(), "Lò Thị Mai", "Đã đối chiếu bản gốc");
    CheckLine after = line();
    assertThat(after.isOpen()).isFalse();
    CheckAnswer answer = answers().all().getFirst();
    assertThat(after.answer()).isEqualTo(answer);
    assertThat(answer.author()).isEqualTo("Lò Thị Mai");
    assertThat(answer.reason()).isEqualTo("Đã đối chiếu bản gốc");
    assertThat(answer.answeredOn()).isEqualTo(TODAY);
    assertThat(answer.unit()).isEqualTo(answers().unit()).isNotEmpty();
    assertThat(lines().stream().filter(line -> !line.isOpen())).hasSize(1);
  }

  @Test
  void whenItsFactsChangeTheFindingComesBackWithTheFormerAnswer() {
    answers().answer(line().finding(), "Lò Thị Mai", "Đúng như vậy");
    set(Map.of("result", "Kiểm tra hằng năm"));
    assertThat(line().isOpen()).as("not a fact of this finding").isFalse();
    set(Map.of("procedure_count", 3));
    CheckLine back = line();
    assertThat(back.isOpen()).isTrue();
    assertThat(back.former()).isNotNull();
    assertThat(back.former().reason()).isEqualTo("Đúng như vậy");
  }

  @Test
  void anAnswerThatIsTakenBackOpensTheFindingAgain() {
    answers().answer(line().finding(), "Lò Thị Mai", "Đúng như vậy");
    answers().reopen(answers().all().getFirst());
    assertThat(line().isOpen()).isTrue();
    assertThat(line().former()).isNull();
  }

  @Test
  void linesNameTheirRecordsAndWhereToLook() {
    CheckLine line = line();
    assertThat(line.title()).contains("thủy lợi");
    assertThat(line.opens()).isEqualTo("nn-thuy-loi");
    assertThat(line.here()).isTrue();
    assertThat(lines()).allSatisfy(one -> assertThat(one.title()).isNotBlank());
  }

  private CheckAnswers answers() {
    return sample.wiring().review().answers();
  }

  private List<CheckLine> lines() {
    return sample.wiring().review().list().make(sample.unit(), TODAY).lines();
  }

  private CheckLine line() {
    return lines().stream()
        .filter(one -> one.finding().warning().code() == WarningCode.GRANTEE_MISSING)
        .filter(one -> one.finding().warning().subjectId().equals(GRANT))
        .findFirst()
        .orElseThrow();
  }

  private void set(Map<String, Object> values) {
    sample
        .wiring()
        .ledger()
        .record(List.of(new Operation.SetFields(Entity.GRANT, GRANT, Map.copyOf(values))));
  }
}
