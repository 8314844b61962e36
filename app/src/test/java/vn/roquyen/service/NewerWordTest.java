package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentStatus;

/** What a newer program states in words that this one does not know. */
final class NewerWordTest {
  @TempDir private Path folder;

  @Test
  void aRowInAWordOfANewerProgramKeepsNoOtherFromBeingRead() {
    try (Machine one = new Machine(folder)) {
      one.insert(Entity.BODY, "b", "name", "Ủy ban", "level", "COMMUNE", "kind", "COLLECTIVE");
      one.insert(Entity.BODY, "new", "name", "Cụm", "level", "CLUSTER", "kind", "COLLECTIVE");
      one.insert(Entity.BODY, "none", "name", "Không cấp");
      one.insert(
          Entity.INSTRUMENT,
          "i",
          "number",
          "1/QĐ",
          "title",
          "Quyết định",
          "status",
          "SUSPENDED_IN_PART");
      one.insert(Entity.POWER, "p", "field_id", "dat-dai", "title", "Cấp giấy");
      one.insert(Entity.GRANT, "g", "power_id", "p", "mode", "DELEGATION");
      one.insert(Entity.GRANT, "new", "power_id", "p", "mode", "SHARED");
      one.insert(Entity.INSTRUMENT_RELATION, "r", "from_id", "i", "relation", "PROLONGS");
      one.insert(Entity.CALENDAR_DAY, "2026-12-01", "kind", "HALF_DAY");
      var register = one.wiring.registers().current();
      assertThat(register.bodies()).containsOnlyKeys("b");
      assertThat(register.instruments().get("i").status()).isEqualTo(InstrumentStatus.UNKNOWN);
      assertThat(register.grantsOf("p")).extracting(grant -> grant.id()).containsExactly("g");
      assertThat(register.relations()).isEmpty();
    }
  }
}
