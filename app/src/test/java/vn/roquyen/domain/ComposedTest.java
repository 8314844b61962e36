package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

final class ComposedTest {
  /** Every pair of a letter with what follows decides as the Unicode tables do. */
  @Test
  void decidesAsTheUnicodeTablesDo() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (!Character.isSurrogate((char) c)) {
        for (String text :
            new String[] {"" + (char) c, "a" + (char) c, "ữ" + (char) c, "x\u0301" + (char) c}) {
          assertThat(Composed.is(text))
              .as("U+%04X after %s", c, text.substring(0, text.length() - 1))
              .isEqualTo(Normalizer.isNormalized(text, Normalizer.Form.NFC));
        }
      }
    }
  }

  @Test
  void composesWhatIsNot() {
    String decomposed = Normalizer.normalize("Tiếp nhận hồ sơ đăng ký", Normalizer.Form.NFD);
    assertThat(Composed.is(decomposed)).isFalse();
    assertThat(Composed.of(decomposed)).isEqualTo("Tiếp nhận hồ sơ đăng ký");
  }
}
