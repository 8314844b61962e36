package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.SearchFilter;

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

  @Test
  void aRowWithoutANameIsShownByItsKeyAndFound() {
    try (Machine one = new Machine(folder)) {
      one.insert(Entity.FIELD, "f", "parent_id", "x");
      one.insert(Entity.BODY, "b", "level", "COMMUNE", "kind", "COLLECTIVE");
      one.insert(Entity.INSTRUMENT, "i", "number", "1/QĐ");
      one.insert(Entity.POWER, "cap-giay", "field_id", "f");
      one.insert(Entity.PROCEDURE, "9.000001", "field", "Đất đai");
      var register = one.wiring.registers().current();
      assertThat(register.powers().get("cap-giay").title()).isEqualTo("cap-giay");
      assertThat(register.instruments().get("i").title()).isEqualTo("i");
      assertThat(register.bodies().get("b").name()).isEqualTo("b");
      assertThat(register.fields().get("f").name()).isEqualTo("f");
      assertThat(
              one.wiring
                  .lookup()
                  .find(
                      new Question(
                          "9.000001",
                          false,
                          SearchFilter.ALL,
                          new Commune("03160", "xã", "Mường Nhé", "Xã Mường Nhé", "11", List.of()),
                          LocalDate.of(2026, 11, 24),
                          5))
                  .hits())
          .extracting(LookupHit::title)
          .containsExactly("9.000001");
    }
  }
}
