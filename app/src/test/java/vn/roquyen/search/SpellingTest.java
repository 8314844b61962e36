package vn.roquyen.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "thuat, thuatj, true",
    "sung, sugn, true",
    "hieu, htieu, true",
    "non, nom, true",
    "hanh, hnah, true",
    "hanh, hanh, false",
    "khai, kai, true",
    "khai, kahi, true",
    "khai, ki, false",
    "sinh, sinhh, true",
  })
  void oneSlipIsOneLetterOrOneSwap(String right, String typed, boolean near) {
    assertThat(Spelling.isOneSlipAway(right, typed)).isEqualTo(near);
    assertThat(Spelling.isOneSlipAway(typed, right)).isEqualTo(near);
  }
}
