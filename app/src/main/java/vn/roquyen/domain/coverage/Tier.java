package vn.roquyen.domain.coverage;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Level;

/** How near to the people a power lies; State and Party side are one here. */
public enum Tier {
  COMMUNE,
  DEPARTMENT,
  PROVINCE,
  CENTRAL,
  /** The register does not say who holds it. */
  UNNAMED;

  /** The tier of a level; a level that is not known is unnamed. */
  public static Tier of(@Nullable Level level) {
    return switch (level) {
      case null -> UNNAMED;
      case COMMUNE, PARTY_COMMUNE -> COMMUNE;
      case DEPARTMENT -> DEPARTMENT;
      case PROVINCE, PARTY_PROVINCE -> PROVINCE;
      case CENTRAL, PARTY_CENTRAL -> CENTRAL;
    };
  }

  /** The nearest tier among some holders; none of them is unnamed. */
  static Tier nearest(Collection<Holder> holders) {
    return holders.stream().map(holder -> of(holder.level())).min(Tier::compareTo).orElse(UNNAMED);
  }

  /** True for what the province keeps, itself or with its departments. */
  public boolean isAtProvince() {
    return this == DEPARTMENT || this == PROVINCE;
  }
}
