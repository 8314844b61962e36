package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class DecidingSentenceTest {
  private static final Set<String> COMMUNE_ONLY = Set.of("xa");
  private static final Set<String> BOTH = Set.of("tinh", "xa");

  @Test
  void whoDecidesIsRead() {
    String steps =
        "Bước 1: Tổ chức, cá nhân nộp hồ sơ đến Ủy ban nhân dân cấp xã.\n"
            + "Bước 2: Trong thời hạn 05 ngày làm việc, Chủ tịch Ủy ban nhân dân cấp xã xem xét, quyết định"
            + " công nhận.";
    assertThat(DecidingSentence.body(steps, COMMUNE_ONLY))
        .isEqualTo("Chủ tịch Ủy ban nhân dân cấp xã");
  }

  @Test
  void whoIsAskedToDecideIsRead() {
    String steps = "Công chức thẩm tra hồ sơ, lập tờ trình, trình UBND cấp xã.";
    assertThat(DecidingSentence.body(steps, COMMUNE_ONLY)).isEqualTo("UBND cấp xã");
  }

  @Test
  void theDeskOfTheCommuneDoesNotMakeATaxMatterItsOwn() {
    String steps =
        "Người nộp thuế nộp hồ sơ tại Trung tâm Phục vụ hành chính công cấp xã.\n"
            + "Cơ quan thuế tiếp nhận và giải quyết hồ sơ theo quy định.";
    assertThat(DecidingSentence.body(steps, BOTH)).isEqualTo("Cơ quan thuế");
  }

  @Test
  void theDeskAloneSuffisesOnlyWhereTheCatalogueNamesNoOtherTier() {
    String steps = "Chủ đầu tư nộp hồ sơ cho Trung tâm phục vụ hành chính công cấp xã.";
    assertThat(DecidingSentence.body(steps, COMMUNE_ONLY))
        .isEqualTo("Trung tâm phục vụ hành chính công cấp xã");
    assertThat(DecidingSentence.body(steps, BOTH)).isNull();
  }

  @Test
  void whereTwoDecideNothingIsSaid() {
    String steps =
        "Ủy ban nhân dân cấp xã phê duyệt danh sách.\nỦy ban nhân dân cấp tỉnh quyết định hỗ trợ.";
    assertThat(DecidingSentence.body(steps, BOTH)).isNull();
    assertThat(DecidingSentence.body(steps, COMMUNE_ONLY)).isNull();
  }

  @Test
  void aTierThatTheCatalogueDoesNotNameIsNotBelieved() {
    String steps = "Ủy ban nhân dân cấp xã quyết định hỗ trợ.";
    assertThat(DecidingSentence.body(steps, Set.of("tinh"))).isNull();
  }

  @Test
  void stepsThatNameNobodySayNothing() {
    assertThat(DecidingSentence.body("Cơ quan có thẩm quyền xem xét, quyết định.", BOTH)).isNull();
    assertThat(DecidingSentence.body("Hợp tác xã nộp hồ sơ.", COMMUNE_ONLY)).isNull();
    assertThat(DecidingSentence.body("", COMMUNE_ONLY)).isNull();
    assertThat(DecidingSentence.body(null, COMMUNE_ONLY)).isNull();
  }

  @Test
  void partsThatOverlapAreReadOnce() {
    String steps =
        "Nộp hồ sơ tại Trung tâm hành chính công của UBND cấp xã; UBND cấp xã cấp Giấy xác nhận.";
    assertThat(DecidingSentence.body(steps, COMMUNE_ONLY)).isEqualTo("UBND cấp xã");
  }
}
