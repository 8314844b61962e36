package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyNamesTest {
  /** Names of the catalogue that hold commas, "và" or dashes, and plain ones. */
  private static final List<String> REAL =
      List.of(
          "Sở Văn hóa, Thể thao và Du lịch",
          "Ủy ban Nhân dân xã, phường, thị trấn",
          "Uỷ ban Nhân dân cấp xã, phường, thị trấn",
          "Thuế tỉnh, thành phố",
          "Sở Tài chính các tỉnh, thành phố",
          "Cục cảnh sát quản lý hành chính về trật tự, xã hội",
          "Cục Mỹ thuật, Nhiếp ảnh và Triển lãm - Bộ Văn hóa, Thể thao và Du lịch",
          "Cục Quản lý Y, Dược cổ truyền - Bộ Y tế",
          "Cục an ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
          "Cục Quản lý Đê điều và Phòng, Chống thiên tai - Bộ NN và MT",
          "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ TP HCM",
          "Ban quản lý khu công nghiệp, khu kinh tế, khu chế xuất, khu công nghệ cao các tỉnh, thành phố",
          "Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương",
          "Cơ quan chuyên môn về thể dục, thể thao thuộc Ủy ban nhân dân cấp tỉnh",
          "Chi nhánh NHPT Sơn La, Lai Châu, Điện Biên",
          "Cơ sở đăng kiểm (xe cơ giới, xe máy chuyên dùng)",
          "Công an cấp Xã",
          "Bộ Quốc phòng",
          "Ngân hàng Chính sách xã hội",
          "Văn phòng đăng ký đất đai");

  @Test
  void aListOfNamesComesApartIntoTheSameNames() {
    Random random = new Random(20261124);
    for (int round = 0; round < 500; round++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        names.add(REAL.get(random.nextInt(REAL.size())));
      }
      String text = String.join(random.nextBoolean() ? ", " : "; ", names);
      assertThat(BodyNames.split(text)).as(text).isEqualTo(names);
    }
  }

  @Test
  void aFinalStopIsNoPartOfTheName() {
    assertThat(BodyNames.split("Ủy ban Nhân dân xã, phường, thị trấn."))
        .containsExactly("Ủy ban Nhân dân xã, phường, thị trấn");
    assertThat(BodyNames.split(null)).isEmpty();
    assertThat(BodyNames.split(" , ;")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ủy ban nhân dân cấp xã",
        "Uỷ ban Nhân dân cấp xã, phường, thị trấn",
        "Chủ tịch UBND cấp xã",
        "Chủ tịch Ủy ban nhân dân xã",
        "Công an cấp Xã",
        "Công an Xã",
        "Ban chỉ huy quân sự cấp Xã",
        "Trung tâm Phục vụ hành chính công cấp xã",
        "Cơ quan đăng ký kinh doanh cấp xã",
        "Cơ quan quản lý đất đai cấp xã",
        "Cơ quan chuyên môn về Nông nghiệp và Môi trường thuộc UBND cấp xã",
        "UBND phường",
        "UBND cấp xã - tỉnh Quảng Trị"
      })
  void communeBodies(String name) {
    assertThat(BodyNames.level(name)).isEqualTo(Level.COMMUNE);
    assertThat(BodyNames.level(name.toUpperCase(Locale.ROOT))).isEqualTo(Level.COMMUNE);
    assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Văn hóa, Thể thao và Du lịch|DEPARTMENT",
        "Giám đốc Sở Giáo dục và Đào tạo|DEPARTMENT",
        "Bộ phận Một cửa Sở Xây dựng|DEPARTMENT",
        "Cơ quan chuyên môn về thể dục, thể thao thuộc Ủy ban nhân dân cấp tỉnh|DEPARTMENT",
        "Ủy ban nhân dân cấp tỉnh|PROVINCE",
        "Chủ tịch ủy ban nhân dân cấp tỉnh|PROVINCE",
        "Công an tỉnh|PROVINCE",
        "Bộ chỉ huy quân sự cấp tỉnh|PROVINCE",
        "Bộ Giáo dục và Đào tạo|CENTRAL",
        "Bộ trưởng Bộ Quốc phòng|CENTRAL",
        "Thủ tướng Chính phủ|CENTRAL",
        "Cục Hàng không Việt Nam|CENTRAL",
        "Cục Tác chiến/Bộ Tổng Tham mưu|CENTRAL",
        "Ngân hàng Nhà nước Việt Nam|CENTRAL"
      })
  void higherTiers(String name, Level level) {
    assertThat(BodyNames.level(name)).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ngân hàng Chính sách xã hội",
        "Bảo hiểm xã hội cấp huyện",
        "Thuế cơ sở",
        "Chi cục Hải quan khu vực",
        "Cục Hải quan tỉnh, thành phố",
        "Ngân hàng Nhà nước Khu vực",
        "Bộ Tư lệnh Quân khu",
        "Sở Giao dịch",
        "Hợp tác xã",
        "Cơ sở trợ giúp xã hội",
        "Văn phòng đăng ký đất đai"
      })
  void namesThatTellNoTierOfLocalGovernment(String name) {
    assertThat(BodyNames.level(name)).isNull();
    assertThat(BodyNames.isVague(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cơ quan có thẩm quyền",
        "Cấp có thẩm quyền",
        "Người có thẩm quyền",
        "Cơ quan chủ quản",
        "Các cơ quan, tổ chức liên quan",
        "Cơ quan khác",
        "Ban quản lý",
        "Trung tâm Hành chính công"
      })
  void namesThatNameNobody(String name) {
    assertThat(BodyNames.isVague(name)).isTrue();
  }

  @Test
  void theTierMakesAGeneralNamePrecise() {
    assertThat(BodyNames.isVague("Cơ quan có chức năng quản lý đất đai cấp tỉnh")).isFalse();
    assertThat(BodyNames.isVague("Cơ quan quản lý nhà nước về thủy sản cấp tỉnh")).isFalse();
    assertThat(BodyNames.isVague("Trung tâm phục vụ hành chính công cấp xã")).isFalse();
  }

  @Test
  void districtOrgansAreNoMore() {
    assertThat(BodyNames.isAbolished("Ủy ban nhân dân cấp Huyện")).isTrue();
    assertThat(BodyNames.isAbolished("Công an huyện")).isTrue();
    assertThat(BodyNames.isAbolished("Bảo hiểm xã hội cấp huyện")).isFalse();
    assertThat(BodyNames.isAbolished("Ủy ban nhân dân cấp xã")).isFalse();
  }
}
