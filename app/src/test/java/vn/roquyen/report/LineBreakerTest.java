package vn.roquyen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineBreakerTest {
  /** Every letter is one unit wide. */
  private static LineBreaker breaker(int width) {
    return new LineBreaker(String::length, width);
  }

  @Test
  void linesAreFilledAndBrokenAtBlanks() {
    assertThat(breaker(10).lines("Ủy ban nhân dân xã")).containsExactly("Ủy ban", "nhân dân", "xã");
    assertThat(breaker(10).lines("một hai ba")).containsExactly("một hai ba");
  }

  @Test
  void lineBreaksOfTheTextAreKept() {
    assertThat(breaker(20).lines("a)  một\nb) hai\n")).containsExactly("a) một", "b) hai");
  }

  @Test
  void aNoBreakSpaceHoldsWordsTogether() {
    assertThat(breaker(9).lines("ngày 24\u00A011\u00A02026"))
        .containsExactly("ngày", "24\u00A011\u00A02026".substring(0, 9), "6");
    assertThat(breaker(12).lines("ngày 24\u00A011\u00A02026"))
        .containsExactly("ngày", "24\u00A011\u00A02026");
  }

  @Test
  void aWordTooWideIsBrokenWhereAnAddressMayBe() {
    assertThat(breaker(12).lines("xem https://dichvucong.gov.vn/tra-cuu"))
        .containsExactly("xem", "https://", "dichvucong.", "gov.vn/tra-", "cuu");
    assertThat(breaker(4).lines("aaaaaaaaaa")).containsExactly("aaaa", "aaaa", "aa");
  }

  @Test
  void nothingIsLostAndNothingStandsOut() {
    Random random = new Random(20261124);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < 60; at++) {
        text.append("ăb c-d/ệ".charAt(random.nextInt(8)));
      }
      int width = 1 + random.nextInt(15);
      List<String> lines = breaker(width).lines(text.toString());
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
      assertThat(String.join("", lines).replace(" ", ""))
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }
}
