package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence.Holder;

/**
 * Who decides a procedure, read from the names that the national catalogue gives: first the
 * deciding authority, then the agency that carries it out. The portal's level tags alone decide
 * nothing, because local branches of tax, customs or social insurance bear the tag of the commune.
 */
final class DecidingBody {
  private static final Pattern COMMUNE =
      Pattern.compile(
          "(ủy ban nhân dân|uỷ ban nhân dân|ubnd|công an|ban chỉ huy quân sự|trung tâm phục vụ hành chính"
              + " công|cơ quan đăng ký kinh doanh|cơ quan quản lý đất đai|trạm y tế)\\s*(cấp\\s*)?"
              + "(xã|phường|thị trấn|đặc khu).*");
  private static final Pattern HIGHER =
      Pattern.compile(".*(cấp tỉnh|cấp huyện|tỉnh và thành phố|cấp có thẩm quyền).*");
  private static final Pattern VAGUE =
      Pattern.compile(".*(cấp có thẩm quyền|cơ quan có thẩm quyền|người có thẩm quyền).*");

  private final List<Holder> holders;
  private final boolean vague;

  private DecidingBody(List<Holder> holders, boolean vague) {
    this.holders = holders;
    this.vague = vague;
  }

  static DecidingBody of(Procedure procedure) {
    List<Holder> deciding = holders(procedure.authority());
    List<Holder> carrying = holders(procedure.agency());
    boolean communeCarries = carrying.stream().anyMatch(Holder::isCommune);
    List<Holder> holders =
        deciding.isEmpty() || (communeCarries && deciding.stream().noneMatch(Holder::isCommune))
            ? carrying
            : deciding;
    boolean vague =
        holders.stream()
            .anyMatch(holder -> VAGUE.matcher(holder.name().toLowerCase(Locale.ROOT)).matches());
    return new DecidingBody(vague ? List.of() : holders, vague);
  }

  Competence competence(Procedure procedure) {
    List<Warning> warnings = new ArrayList<>();
    Answer answer;
    if (holders.isEmpty()) {
      answer = Answer.UNDETERMINED;
      WarningCode why = vague ? WarningCode.DECIDING_BODY_VAGUE : WarningCode.DECIDING_BODY_MISSING;
      warnings.add(new Warning(why, procedure.code()));
    } else if (holders.stream().anyMatch(Holder::isCommune)) {
      answer = Answer.COMMUNE;
    } else {
      answer = Answer.NOT_COMMUNE;
      if (procedure.levels().contains("xa")) {
        warnings.add(
            new Warning(WarningCode.LOCAL_BRANCH, procedure.code(), holders.getFirst().name()));
      }
    }
    if (procedure.snapshot() != null) {
      warnings.add(new Warning(WarningCode.SNAPSHOT, procedure.code(), procedure.snapshot()));
    }
    return new Competence(answer, holders, List.of(), List.copyOf(warnings), SixClears.NONE);
  }

  private static List<Holder> holders(@Nullable String names) {
    List<Holder> holders = new ArrayList<>();
    if (names == null) {
      return holders;
    }
    for (String part : splitNames(names)) {
      holders.add(new Holder(null, part, level(part)));
    }
    holders.sort((left, right) -> Boolean.compare(right.isCommune(), left.isCommune()));
    return holders;
  }

  /**
   * Splits at commas, but keeps "Ủy ban nhân dân xã, phường, thị trấn" and "Sở Văn hóa, Thể thao …"
   * whole.
   */
  private static List<String> splitNames(String names) {
    List<String> parts = new ArrayList<>();
    for (String part : names.split("[,;]")) {
      String name = part.strip();
      boolean continues =
          !parts.isEmpty()
              && name.toLowerCase(Locale.ROOT)
                  .matches("(phường|thị trấn|đặc khu|thể thao|thành phố|xã hội|phòng chống).*");
      if (continues) {
        parts.set(parts.size() - 1, parts.getLast() + ", " + name);
      } else if (!name.isEmpty()) {
        parts.add(name);
      }
    }
    return parts;
  }

  private static @Nullable Level level(String name) {
    String low = name.toLowerCase(Locale.ROOT).replaceFirst("^chủ tịch\\s+", "");
    if (COMMUNE.matcher(low).matches() && !HIGHER.matcher(low).matches()) {
      return Level.COMMUNE;
    }
    if (low.startsWith("sở ") || low.startsWith("giám đốc sở")) {
      return Level.DEPARTMENT;
    }
    if (HIGHER.matcher(low).matches()) {
      return Level.PROVINCE;
    }
    return low.startsWith("bộ ") || low.startsWith("cục ") || low.startsWith("thủ tướng")
        ? Level.CENTRAL
        : null;
  }
}
