package vn.roquyen.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "1.013225, 1.013225",
    "1013225, 1.013225",
    "thủ tục 2.000815 nộp ở đâu, 2.000815",
    "20/2021/QĐ-UBND, 20/2021/qd/ubnd",
    "20/2021/qd-ubnd, 20/2021/qd/ubnd",
    "quyết định số 20/2021, 20/2021",
    "15-HD/TU, 15/hd/tu",
    "QLCB theo 04-QĐ/TU, 04/qd/tu",
    "nghị định 154, nghi dinh:154",
    "Nghị định số 154, nghi dinh:154",
    "NĐ 154, nghi dinh:154",
  })
  void areFoundInAQuestion(String question, String key) {
    assertThat(Identifiers.in(question).keys()).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 tri thức trẻ", "lớp 6", "24/7", "hạng II", "0912345678", "1.5 ha"})
  void otherNumbersAreNone(String question) {
    assertThat(Identifiers.in(question).keys()).isEmpty();
  }

  @Test
  void theRestOfTheQuestionStays() {
    assertThat(Identifiers.in("QLCB theo 04-QĐ/TU").rest().strip()).isEqualTo("QLCB theo");
  }

  @Test
  void aNumberIsFoundInFullAndInPart() {
    assertThat(Identifiers.keysOf("154/2025/NĐ-CP", "Nghị định"))
        .containsExactly("154/2025", "154/2025/nd", "154/2025/nd/cp", "nghi dinh:154");
    assertThat(Identifiers.keysOf("1.013225", null)).containsExactly("1.013225");
  }

  @Test
  void bothEndsMeet() {
    for (String question : new String[] {"154/2025", "154/2025/nđ-cp", "nghi dinh 154"}) {
      assertThat(Identifiers.keysOf("154/2025/NĐ-CP", "Nghị định"))
          .containsAll(Identifiers.in(question).keys());
    }
  }
}
