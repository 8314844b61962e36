package vn.roquyen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "hoà, hòa",
    "HOÁ, hóa",
    "khoẻ, khỏe",
    "thuỷ, thủy",
    "uỷ, ủy",
    "thừơng, thường",
    "lý, lí",
    "kỹ, kĩ",
    "quý, quí",
    "sỹ, sĩ",
    "Ðiện, điện"
  })
  void spellingsOfOneSyllableAreEqual(String left, String right) {
    assertThat(Folding.exact(left)).isEqualTo(Folding.exact(right));
    assertThat(Folding.plain(left)).isEqualTo(Folding.plain(right));
  }

  @ParameterizedTest
  @CsvSource({"hoa, hòa", "ma, mã", "thui, thuy", "tay, tai", "đất, dất", "ăn, ân"})
  void otherSyllablesStayDifferent(String left, String right) {
    assertThat(Folding.exact(left)).isNotEqualTo(Folding.exact(right));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hòa", "thủy", "quý", "quyết", "giấy", "giá", "gì", "đường", "nước", "người", "hoạt",
            "nghiệp",
        "khuỷu", "thuế", "mía", "cứu", "ngoài", "quản", "lợi", "xét", "khuyết", "thừa", "ủy",
            "giếng"
      })
  void theToneGoesBackToItsVowel(String written) {
    assertThat(Folding.written(Folding.exact(written)).replace("quí", "quý")).isEqualTo(written);
  }

  @Test
  void decomposedLettersAreTheSame() {
    String composed = "Đường sắt, giấy phép xây dựng";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(Word.of(Folding.clean(decomposed))).isEqualTo(Word.of(composed));
    assertThat(Folding.exact(Normalizer.normalize("thuỷ", Normalizer.Form.NFD)))
        .isEqualTo(Folding.exact("thủy"));
  }

  @Test
  void plainFormsHaveAsciiLettersOnly() {
    assertThat(Word.plain(Word.of("Ủy ban nhân dân đặc khu, Ỷ lại ưỡn")))
        .isEqualTo("uy ban nhan dan dac khu y lai uon");
  }

  @Test
  void leftoversOfWordProcessorsVanish() {
    assertThat(Folding.clean("khai\u00a0si\u00adnh\u200b")).isEqualTo("khai sinh");
  }

  @Test
  void wordsKnowTheirPlaceInTheText() {
    String text = "Cấp, cấp lại: 500";
    assertThat(Word.of(text))
        .extracting(word -> text.substring(word.start(), word.end()))
        .containsExactly("Cấp", "cấp", "lại", "500");
  }
}
