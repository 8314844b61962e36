package vn.roquyen.domain.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Grant;

/** Whether two grants hold in the same place. */
final class Territories {
  private Territories() {}

  static boolean meet(Grant one, Grant other) {
    Set<String> parts = parts(one.territory());
    Set<String> others = parts(other.territory());
    return parts.isEmpty() || others.isEmpty() || parts.stream().anyMatch(others::contains);
  }

  private static Set<String> parts(@Nullable String territory) {
    return territory == null || territory.isBlank()
        ? Set.of()
        : Arrays.stream(territory.split(";"))
            .map(part -> part.strip().toLowerCase(Locale.ROOT))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toSet());
  }
}
