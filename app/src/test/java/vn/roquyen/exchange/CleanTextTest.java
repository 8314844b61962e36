package vn.roquyen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CleanTextTest {

  @Test
  void decomposedLettersAreComposed() {
    String composed = "Đăng ký khai sinh tại Ủy ban nhân dân xã Mường Nhé";
    assertThat(CleanText.of(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(composed);
  }

  /** A dropped character in front keeps the text from being taken as clean at a glance. */
  @Test
  void aTextCleanAtAGlanceIsWhatCleaningItLetterByLetterGives() {
    String letters = "aZ~ \n\t\u00A0\u00D0\u0189đữỹẠ×ÀƯơ\u0300\u1EFF•<&;\uD83D\uDE00";
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(CleanText.of(text.toString()))
          .as("%s", text)
          .isEqualTo(CleanText.of("\u00AD" + text));
    }
  }

  @Test
  void lookalikesOfTheVietnameseLetterBecomeIt() {
    assertThat(CleanText.of("Quy\u1EBFt \u0111\u1ECBnh 659/Q\u00D0-BNNMT"))
        .isEqualTo("Quyết định 659/QĐ-BNNMT");
    assertThat(CleanText.of("\u00D0i\u1EC7n Bi\u00EAn, \u0189i\u1EC7n Bi\u00EAn"))
        .isEqualTo("Điện Biên, Điện Biên");
  }

  @Test
  void invisibleCharactersGo() {
    assertThat(CleanText.of("thủ\u00ADtục\u200B \u200Ehành\u00A0chính\uFEFF"))
        .isEqualTo("thủtục hành chính");
    assertThat(CleanText.of("a\u0000b\u0007c")).isEqualTo("abc");
    assertThat(CleanText.of("x\uD800y")).isEqualTo("xy");
    assertThat(CleanText.of("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void symbolsOfWordProcessorsBecomePlain() {
    assertThat(CleanText.of("\uF0FC Bản sao\n\uF02D Đơn\n\uF02B Ảnh"))
        .isEqualTo("• Bản sao\n- Đơn\n+ Ảnh");
  }

  @Test
  void leftoversOfWebPagesGo() {
    assertThat(CleanText.of("<p>Bước 1:&nbsp;nộp <b>h&#7891; s&#x1A1;</b></p><br/>Bước 2"))
        .isEqualTo("Bước 1: nộp hồ sơ\n\nBước 2");
    assertThat(CleanText.of("Ngh&ecirc;̣ &amp; l&agrave;m")).isEqualTo("Nghệ & làm");
    assertThat(CleanText.of("d&lt;5 v&agrave; &lt;b&gt;x&lt;/b&gt;")).isEqualTo("d<5 và x");
  }

  @Test
  void whatOnlyLooksLikeThemStays() {
    assertThat(CleanText.of("thu nhập < 5 triệu và > 2 triệu"))
        .isEqualTo("thu nhập < 5 triệu và > 2 triệu");
    assertThat(CleanText.of("A&B; R&D &VV;")).isEqualTo("A&B; R&D &VV;");
    assertThat(CleanText.of("&#9999999; ")).isNull();
  }

  @Test
  void blanksAreJoinedAndLinesKept() {
    assertThat(CleanText.of("  a  b \t c \r\n\r\n\r\n\r\n d \r e\n")).isEqualTo("a b c\n\nd\ne");
    assertThat(CleanText.of(" \u00A0\n\t ")).isNull();
    assertThat(CleanText.of("")).isNull();
    assertThat(CleanText.of(null)).isNull();
  }

  @Test
  void aCleanTextStaysAsItIs() {
    Random random = new Random(11);
    String letters = "ạbcđ êÊ\n<>&;#\u0300\u00AD\uF0FC\u00A0\u00D0\r\tẫ";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        raw.append(letters.charAt(random.nextInt(letters.length())));
      }
      String clean = CleanText.of(raw.toString());
      if (clean != null) {
        assertThat(CleanText.of(clean)).isEqualTo(clean);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(clean)
            .isEqualTo(clean.strip())
            .doesNotContain("\u00A0", "\u00AD", "\u00D0", "\r");
      }
    }
  }
}
