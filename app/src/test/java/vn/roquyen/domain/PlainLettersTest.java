package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainLettersTest {
  @Test
  void wordsAreFoundWithAndWithoutDiacritics() {
    String text = "Cấp đổi giấy phép, Ủy ban nhân dân";
    assertThat(PlainLetters.of(text)).isEqualTo("cap doi giay phep, uy ban nhan dan");
    assertThat(PlainLetters.containsWords(text, "uỷ ban cấp")).isTrue();
    assertThat(PlainLetters.containsWords(text, "doi GIAY")).isTrue();
    assertThat(PlainLetters.containsWords(text, "đổi thẻ")).isFalse();
    assertThat(PlainLetters.containsWords(text, "hep")).isFalse();
    assertThat(PlainLetters.containsWords(text, "dan")).isTrue();
    assertThat(PlainLetters.containsWords("20/2021/QĐ-UBND", "2021 qd")).isTrue();
    assertThat(PlainLetters.containsWords("20/2021/QĐ-UBND", "021")).isFalse();
    assertThat(PlainLetters.containsWords(text, " ")).isTrue();
  }
}
