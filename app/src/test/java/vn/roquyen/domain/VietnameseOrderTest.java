package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VietnameseOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "1.013225",
          "2.000815",
          "An toàn thực phẩm",
          "Anh",
          "Ăn uống",
          "Ân xá",
          "Ba",
          "Bà",
          "Bả",
          "Bã",
          "Bá",
          "Bạ",
          "Cấp bản sao",
          "Cấp, đổi giấy phép",
          "Cấp giấy phép",
          "Chứng thực",
          "Doanh nghiệp",
          "Đất đai",
          "Em",
          "Oanh",
          "Ông",
          "Ơn",
          "Uỷ ban",
          "Ưu tiên",
          "Y tế",
          "Yên");

  private final VietnameseOrder order = new VietnameseOrder();

  @Test
  void lettersThenTonesWordByWord() {
    List<String> shuffled = new ArrayList<>(ORDERED);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(order);
    assertThat(shuffled).isEqualTo(ORDERED);
    assertThat(order.sorted(shuffled.reversed(), text -> text)).isEqualTo(ORDERED);
  }

  @Test
  void decomposedTextStandsWhereComposedTextStands() {
    String decomposed = Normalizer.normalize("Ưu tiên", Normalizer.Form.NFD);
    assertThat(order.key(decomposed)).isEqualTo(order.key("Ưu tiên"));
    assertThat(order.compare("Uu", "UU")).isNotZero();
    assertThat(order.compare(decomposed, "Uỷ ban")).isPositive();
  }

  @Test
  void aSignBeforeAWordDoesNotPutItFirst() {
    assertThat(order.compare("(Thử nghiệm)", "Anh")).isPositive();
    assertThat(order.compare("“Bán hàng”", "Ba")).isPositive();
  }
}
