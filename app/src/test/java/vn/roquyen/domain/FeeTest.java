package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Miễn phí;Miễn phí;false",
        "8,000 VNĐ;8.000 VNĐ;false",
        "1,500,000 VNĐ;1.500.000 VNĐ;false",
        "50,000 Việt Nam Đồng(/văn bản);50.000 Việt Nam Đồng(/văn bản);false",
        "25 VNĐ;25 VNĐ;true",
        "Phí : 20 Đồng (mỗi tờ);Phí: 20 Đồng (mỗi tờ);true",
        "Phí : 0 Đồng;Phí: 0 Đồng;false",
        "Phí : 250.000 Đồng;Phí: 250.000 Đồng;false",
        "10 USD(/bản);10 USD(/bản);false",
        "Phí : Đồng;;false",
        "Lệ phí :  Đồng (Theo quy định);Lệ phí: (Theo quy định);false",
        "Phí :   Lệ phí : ;;false",
        "Phí : (Theo quy định của Bộ Tài chính);Phí: (Theo quy định của Bộ Tài chính);false"
      })
  void aFeeIsShownAsGivenAndDoubtedWhenSmall(String given, String text, boolean doubtful) {
    assertThat(Fee.of(given)).isEqualTo(new Fee(text, doubtful));
  }

  @Test
  void aLongFeeFallsIntoItsParts() {
    Fee fee = Fee.of("Phí : Đồng (- Tại xã: 5.000) Phí : Đồng (- Tại phường) Lệ phí : 0 Đồng");
    assertThat(fee.parts())
        .containsExactly("Phí: (- Tại xã: 5.000)", "Phí: (- Tại phường)", "Lệ phí: 0 Đồng");
  }

  @Test
  void noFeeIsNotAFeeOfNothing() {
    assertThat(Fee.of(null)).isNull();
    assertThat(Fee.of("  ")).isNull();
  }
}
