package vn.roquyen.domain.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Power;

/**
 * What a power does to what, read from its title: "Tổ chức" + "tiếp nhận đội viên …". Two powers of
 * a field whose words meet may cover the same matter.
 *
 * @param verb what the holder does, empty when the title begins with no known verb
 * @param object the words of what it is done to, in their order
 * @param range the ranks it is limited to, or null
 */
record Wording(String verb, List<String> object, @Nullable RankRange range) {
  /** Objects that share this part of their words are asked about. */
  private static final double ALIKE = 0.8;

  /** With ranks, the first words of the object name the matter: "xét thăng hạng". */
  private static final int MATTER = 3;

  private static final List<String> VERBS =
      List.of(
          "tổ chức",
          "quyết định",
          "phê duyệt",
          "thẩm định",
          "ban hành",
          "giải quyết",
          "thực hiện",
          "quản lý",
          "bổ nhiệm",
          "cấp",
          "xem xét",
          "công nhận",
          "xác nhận",
          "đánh giá");

  static Wording of(Power power) {
    String title = power.title().toLowerCase(Locale.ROOT);
    String verb =
        VERBS.stream().filter(known -> title.startsWith(known + " ")).findFirst().orElse("");
    List<String> object =
        Arrays.stream(title.substring(verb.length()).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return new Wording(
        verb,
        object,
        RankRange.in(power.title() + " " + Objects.toString(power.description(), "")));
  }

  /** True when both do the same to something that is, or may be, the same. */
  boolean overlaps(Wording other) {
    return verb.equals(other.verb)
        && (range != null && other.range != null
            ? range.meets(other.range) && matter().equals(other.matter())
            : range == null && other.range == null && isAlike(other));
  }

  /** True when the two do different things to the same object: one matter, divided. */
  boolean splits(Wording other) {
    return !verb.isEmpty() && !other.verb.isEmpty() && !verb.equals(other.verb) && isAlike(other);
  }

  private List<String> matter() {
    return object.subList(0, Math.min(MATTER, object.size()));
  }

  private boolean isAlike(Wording other) {
    Set<String> all = new HashSet<>(object);
    all.addAll(other.object);
    Set<String> shared = new HashSet<>(object);
    shared.retainAll(other.object);
    return object.size() >= MATTER && shared.size() >= ALIKE * all.size();
  }
}
