package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UnitNamesTest {
  @Test
  void aUnitIsCalledByItsNameAndAnUnknownOneByItsCode() {
    Commune commune =
        new Commune("03160", "phường", "Mường Thanh", "Phường Mường Thanh", "11", List.of());
    Body body =
        new Body("so-tu-phap", "Sở Tư pháp", "STP", Level.DEPARTMENT, BodyKind.COLLECTIVE, null);
    UnitNames names = new UnitNames(Map.of("03160", commune), Map.of("so-tu-phap", body));
    assertThat(names.of("03160")).isEqualTo("Phường Mường Thanh");
    assertThat(names.of("so-tu-phap")).isEqualTo("Sở Tư pháp");
    assertThat(names.of("99999")).isEqualTo("99999");
  }
}
