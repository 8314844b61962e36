package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of bodies that the national catalogue gives in one text, separated by commas that
 * also stand inside names ("Sở Văn hóa, Thể thao và Du lịch").
 */
final class BodyNames {
  /** Longer "names" are web pages that were glued into the field. */
  private static final int LONGEST = 200;

  /** The first words of a name; a part that begins otherwise continues the name before it. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Chủ tịch|Phó Chủ tịch|Giám đốc|Tổng Giám đốc|Bộ trưởng|Thủ"
              + " tướng|Thủ trưởng|Chính phủ|Quốc [Hh]ội|Bộ|Tổng cục|Cục|Chi [Cc]ục|Vụ|Sở|Lãnh đạo|Phòng"
              + "|Ban|Công an|Công An|Cơ quan|Chi nhánh|Văn phòng|Trung tâm|Đội|Đồn|Cảng vụ|Bảo hiểm"
              + "|Ngân hàng|Kho bạc|Thuế|Hải quan|Biên phòng|Tòa án|Toà án|Viện|Trường|Cơ sở|Tổ chức|Tổ"
              + "|Đơn vị|Quỹ|Khu|Thanh tra|Thi hành án|Tư lệnh|Chỉ huy|Bệnh viện|Đài|Liên đoàn|Quân"
              + "|Người|Công đoàn|Các|Hiệu trưởng|Trạm|Tổng công ty|Cấp|Trưởng|Hợp tác xã|Doanh nghiệp"
              + "|Công dân|Y tế)\\b.*",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private static final String UNIT = "(xã|phường|thị trấn|đặc khu)";

  private static final Pattern COMMUNE =
      words(
          "((ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|hđnd|công an|ban chỉ huy quân sự|trạm y tế"
              + "|trung tâm phục vụ hành chính công|trung tâm hành chính công|trung tâm pvhcc"
              + "|cơ quan đăng ký kinh doanh|cơ quan quản lý đất đai|cơ quan chuyên môn)( cấp)? "
              + UNIT
              + "|(ủy|uỷ) ban nhân dân cấp cơ sở");
  private static final Pattern HIGHER = words("cấp (tỉnh|huyện|bộ)|trung ương|quân khu");

  private static final Pattern DEPARTMENT =
      words(
          "^(lãnh đạo |giám đốc |phó giám đốc |văn phòng |bộ phận một cửa |thanh tra )?sở(?! giao dịch)"
              + "|^(người đứng đầu )?cơ quan chuyên môn .*(tỉnh|thành phố)");
  private static final Pattern PROVINCE =
      words(
          "cấp tỉnh|^(chủ tịch )?((ủy|uỷ) ban|hội đồng) nhân dân (tỉnh|thành phố)|^(chủ tịch )?ubnd tỉnh"
              + "|^công an (tỉnh|thành phố)|^(chỉ huy trưởng )?bộ chỉ huy quân sự tỉnh");

  /** Offices of central bodies in a province stand on no tier of local government. */
  private static final Pattern BRANCH =
      words("tỉnh|khu vực|huyện|vùng|chi nhánh|chi cục|các cấp|cơ sở|cửa khẩu|quân khu");

  private static final Pattern CENTRAL =
      words(
          "^(bộ|bộ trưởng|thứ trưởng|cục|cục trưởng|tổng cục|vụ|vụ trưởng|thủ tướng|chính phủ|quốc hội"
              + "|chủ tịch nước|ủy ban chứng khoán|ủy ban cạnh tranh|ngân hàng nhà nước việt nam"
              + "|thanh tra bộ|ban cơ yếu|tòa án nhân dân tối cao|bảo hiểm xã hội việt nam)"
              + "|(-|/|thuộc) ?(bộ|tổng cục)");

  private static final Pattern VAGUE =
      words(
          "(cơ quan|cấp|người|đơn vị)( nhà nước)? có (thẩm quyền|chức năng)"
              + "|^(các )?cơ quan( khác| chủ quản| thanh tra|, tổ chức.*)?$|^các cơ quan"
              + "|^cơ quan (chuyên môn được|trực tiếp quản lý|giải quyết bồi thường|phân cấp|giúp)"
              + "|^cơ quan quản lý (nhà nước|cơ sở dữ liệu)|cơ quan đại diện chủ sở hữu"
              + "|^(ban quản lý|đơn vị|thủ trưởng( cơ quan)?|bộ phận kế toán|bộ trưởng|(phòng|ban) tài"
              + " chính kế toán|trung tâm (phục vụ )?hành chính công|cơ quan đăng ký kinh doanh)$"
              + "|liên quan$");

  /** Organs of the districts, which ended on 1 July 2025; later data still name them. */
  private static final Pattern DISTRICT =
      words(
          "^(chủ tịch |chỉ huy trưởng )?((ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|công an|ban chỉ huy"
              + " quân sự)( cấp)? (huyện|quận)|^phòng tư pháp$");

  private BodyNames() {}

  /** The names in a text, each whole. */
  static List<String> split(@Nullable String text) {
    List<String> names = new ArrayList<>();
    if (text == null || text.length() > LONGEST * 4) {
      return names;
    }
    for (String part : text.split("[,;]")) {
      String name = part.strip().replaceFirst("\\.$", "");
      if (name.isEmpty()) {
        continue;
      }
      if (names.isEmpty() || HEAD.matcher(name).matches()) {
        names.add(name);
      } else {
        names.set(names.size() - 1, names.getLast() + ", " + name);
      }
    }
    names.removeIf(name -> name.length() > LONGEST);
    return names;
  }

  /** The tier that the name tells, or null when it tells none. */
  static @Nullable Level level(String name) {
    String low = lower(name);
    if (COMMUNE.matcher(low).find() && !HIGHER.matcher(low).find()) {
      return Level.COMMUNE;
    }
    if (DEPARTMENT.matcher(low).find()) {
      return Level.DEPARTMENT;
    }
    if (PROVINCE.matcher(low).find()) {
      return Level.PROVINCE;
    }
    return CENTRAL.matcher(low).find() && !BRANCH.matcher(low).find() ? Level.CENTRAL : null;
  }

  /** True when the name says no more than "the competent body". */
  static boolean isVague(String name) {
    String low = lower(name);
    return VAGUE.matcher(low).find() && level(name) == null;
  }

  /** True when the name is that of a district organ, of which there are none any more. */
  static boolean isAbolished(String name) {
    return DISTRICT.matcher(lower(name)).find();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  private static Pattern words(String regex) {
    return Pattern.compile("(?<!\\p{L})(" + regex + ")(?!\\p{L})");
  }
}
