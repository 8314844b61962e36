package vn.roquyen.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.platform.Messages;

final class AmountsTest {
  private final Messages messages = new Messages(Locale.of("vi"));

  @ParameterizedTest
  @CsvSource({
    "200,chưa đến một giây", "1000,khoảng 1 giây", "9000,khoảng 9 giây", "41000,khoảng 40 giây",
    "59000,khoảng 60 giây", "61000,khoảng 1 phút", "1500000,khoảng 25 phút", "7300000,khoảng 2 giờ"
  })
  void aTimeIsNeverMoreExactThanItIsKnown(long millis, String words) {
    assertThat(Amounts.time(Duration.ofMillis(millis), messages)).isEqualTo(words);
  }

  @Test
  void aSizeIsToldInKilobytesAndMegabytes() {
    assertThat(Amounts.bytes(214, messages)).isEqualTo("1 kB");
    assertThat(Amounts.bytes(48_300, messages)).isEqualTo("48 kB");
    assertThat(Amounts.bytes(2_350_000, messages)).isEqualTo("2,4 MB");
  }
}
