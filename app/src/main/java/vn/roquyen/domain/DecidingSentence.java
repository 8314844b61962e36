package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the steps of a procedure who decides, for the few (238 of 4,432) whose catalogue entry
 * names neither an agency nor an authority. It answers only when the steps agree with the tier that
 * the catalogue states; in doubt it answers nothing.
 */
public final class DecidingSentence {
  private static final String NAME = "(?:chủ tịch |phó chủ tịch |trưởng )?";
  private static final String UNIT = "(?:cấp )?(?:xã|phường|đặc khu)(?!\\p{L})";
  private static final Pattern COMMUNE =
      words(
          NAME
              + "(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|công an|ban chỉ huy quân sự"
              + "|cơ quan đăng ký kinh doanh|cơ quan quản lý đất đai|trạm y tế) "
              + UNIT);
  private static final Pattern DESK =
      words(
          "trung tâm (?:phục vụ )?hành chính công (?:của ubnd )?cấp xã|bộ phận (?:một cửa|tiếp nhận và"
              + " trả kết quả)[\\p{L} ]{0,60}?(?: của (?:ủy ban nhân dân|ubnd))? cấp xã");
  private static final Pattern OTHER =
      words(
          "(?:giám đốc )?sở (?:xây dựng|y tế|tư pháp|nội vụ|tài chính|công thương|ngoại vụ|du lịch"
              + "|giáo dục và đào tạo|nông nghiệp và môi trường|khoa học và công nghệ|dân tộc và tôn"
              + " giáo|văn hóa, thể thao và du lịch)"
              + "|(?:chủ tịch )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|công an"
              + "|cơ quan đăng ký kinh doanh|bộ chỉ huy quân sự) (?:cấp )?(?:tỉnh|huyện)"
              + "|cơ quan thuế|thuế cơ sở|thuế tỉnh, thành phố|cơ quan bảo hiểm xã hội"
              + "|bảo hiểm xã hội (?:cấp )?(?:tỉnh|cơ sở)|ngân hàng chính sách xã hội"
              + "|kho bạc nhà nước|văn phòng đăng ký đất đai|cơ quan đăng ký đầu tư|thủ tướng chính phủ"
              + "|bộ (?:xây dựng|y tế|tư pháp|nội vụ|tài chính|công thương|công an"
              + "|quốc phòng|ngoại giao|nông nghiệp và môi trường|khoa học và công nghệ)");

  private static final int REACH = 60;
  private static final Pattern DECIDES =
      Pattern.compile(
          "^[^.;:\\n]{0,60}?(?<!\\p{L})(quyết định|phê duyệt|ban hành|ký|chấp thuận|công nhận|công bố"
              + "|xác nhận|giải quyết|chứng thực|đăng ký|ghi vào sổ|chi trả|thỏa thuận|ra thông báo"
              + "|cấp (giấy|lại|phép|đổi|bản|gia|điều|sổ|cho|chứng|thẻ))(?!\\p{L}).*",
          Pattern.DOTALL);
  private static final Pattern HANDLES =
      Pattern.compile(
          "^[^.;:\\n]{0,60}?(?<!\\p{L})(tiếp nhận|kiểm tra|thẩm định|xem xét|trả lời|thông báo|xác"
              + " minh|tổ chức|trả kết quả|đăng tải)(?!\\p{L}).*",
          Pattern.DOTALL);
  private static final Pattern ASKED_TO_DECIDE =
      Pattern.compile(".*(trình|báo cáo|thẩm quyền( [\\p{L}]+){0,6} của)\\s*$", Pattern.DOTALL);
  private static final Pattern SENT_TO =
      Pattern.compile(".*(nộp|gửi|đến|tới|về|tại|cho|hoặc)\\s*$", Pattern.DOTALL);

  private enum Side {
    COMMUNE,
    DESK,
    OTHER
  }

  private enum Role {
    DECIDES,
    RECEIVES,
    NONE
  }

  private record Mention(int start, int end, Side side, String name) {}

  /** What the steps say of one side: how often it decides, and under which names. */
  private static final class Tally {
    private final Set<String> deciding = new LinkedHashSet<>();
    private final Set<String> receiving = new LinkedHashSet<>();
    private int decisions;
  }

  private DecidingSentence() {}

  /**
   * The body that decides according to the steps, as they write it.
   *
   * @param levels tags of the tiers on which the catalogue places the procedure
   * @return null when the steps do not say it clearly
   */
  public static @Nullable String body(@Nullable String steps, Set<String> levels) {
    if (steps == null || steps.isBlank()) {
      return null;
    }
    String text = steps.replace('\u00A0', ' ').replaceAll("[ \\t]+", " ");
    String low = text.toLowerCase(Locale.ROOT);
    List<Mention> mentions = mentions(text, low);
    Tally commune = new Tally();
    Tally desk = new Tally();
    Tally other = new Tally();
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      int next = i + 1 < mentions.size() ? mentions.get(i + 1).start() : low.length();
      note(
          switch (mention.side()) {
            case COMMUNE -> commune;
            case DESK -> desk;
            case OTHER -> other;
          },
          mention,
          role(low, mention, next));
    }
    return weighed(commune, desk, other, levels);
  }

  private static @Nullable String weighed(
      Tally commune, Tally desk, Tally other, Set<String> levels) {
    boolean tagged = levels.contains("xa");
    boolean communeOnly = tagged && !levels.contains("tinh");
    if (commune.decisions > 0 && other.decisions == 0) {
      return tagged ? first(commune.deciding) : null;
    }
    if (other.decisions > 0 && commune.decisions == 0) {
      return communeOnly ? null : String.join("; ", other.deciding);
    }
    if (commune.decisions > 0) {
      boolean outweighs = communeOnly && commune.decisions >= 2 * other.decisions;
      return outweighs ? first(commune.deciding) : null;
    }
    if (communeOnly && other.receiving.isEmpty()) {
      // The desk takes in and hands out, whatever verb follows its name.
      desk.receiving.addAll(desk.deciding);
      Set<String> receiving = commune.receiving.isEmpty() ? desk.receiving : commune.receiving;
      return receiving.isEmpty() ? null : first(receiving);
    }
    boolean onlyOthers = commune.receiving.isEmpty() && !other.receiving.isEmpty();
    return onlyOthers && !communeOnly ? String.join("; ", other.receiving) : null;
  }

  private static List<Mention> mentions(String text, String low) {
    List<Mention> mentions = new ArrayList<>();
    collect(mentions, text, low, DESK, Side.DESK);
    collect(mentions, text, low, COMMUNE, Side.COMMUNE);
    collect(mentions, text, low, OTHER, Side.OTHER);
    mentions.sort(Comparator.comparingInt(Mention::start));
    List<Mention> apart = new ArrayList<>();
    for (Mention mention : mentions) {
      if (apart.isEmpty() || mention.start() >= apart.getLast().end()) {
        apart.add(mention);
      }
    }
    return apart;
  }

  private static void collect(
      List<Mention> mentions, String text, String low, Pattern pattern, Side side) {
    Matcher found = pattern.matcher(low);
    while (found.find()) {
      String name = text.substring(found.start(), found.end());
      // District bodies ended on 1 July 2025; steps written before still name them.
      if (!name.endsWith("huyện")) {
        mentions.add(new Mention(found.start(), found.end(), side, capital(name)));
      }
    }
  }

  private static Role role(String low, Mention mention, int next) {
    String before = low.substring(Math.max(0, mention.start() - REACH), mention.start());
    String after = low.substring(mention.end(), Math.min(next, mention.end() + 2 * REACH));
    if (DECIDES.matcher(after).matches() || ASKED_TO_DECIDE.matcher(before).matches()) {
      return Role.DECIDES;
    }
    boolean receives = SENT_TO.matcher(before).matches() || HANDLES.matcher(after).matches();
    return receives ? Role.RECEIVES : Role.NONE;
  }

  private static void note(Tally tally, Mention mention, Role role) {
    switch (role) {
      case DECIDES -> {
        tally.decisions++;
        tally.deciding.add(mention.name());
      }
      case RECEIVES -> tally.receiving.add(mention.name());
      case NONE -> {}
    }
  }

  private static String first(Set<String> names) {
    return names.iterator().next();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static Pattern words(String regex) {
    return Pattern.compile("(?<!\\p{L})(?:" + regex + ")(?!\\p{L})");
  }
}
