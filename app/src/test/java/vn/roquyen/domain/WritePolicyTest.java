package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.RowEdit.Kind;
import vn.roquyen.domain.WritePolicy.Verdict;

final class WritePolicyTest {
  private static final Author PUBLISHER = new Author(Set.of(Role.PUBLISHER), "tinh", Set.of());
  private static final Author DEPARTMENT =
      new Author(Set.of(Role.DEPARTMENT), "so-noi-vu", Set.of("noi-vu"));
  private static final Author COMMUNE = new Author(Set.of(Role.COMMUNE), "03160", Set.of());
  private static final Author ISSUER = new Author(Set.of(Role.ISSUER), "tinh", Set.of());

  private final Map<String, String> facts = new HashMap<>();
  private final WritePolicy policy = new WritePolicy(false);
  private final WritePolicy strict = new WritePolicy(true);

  @Test
  void thePublisherWritesTheRegisterAndNobodyElseItsWholeWidth() {
    for (Entity entity :
        EnumSet.complementOf(
            EnumSet.of(
                Entity.NOTE,
                Entity.RECEIPT,
                Entity.CHECK_ANSWER,
                Entity.APPROVAL,
                Entity.ACKNOWLEDGEMENT))) {
      RowEdit edit = edit(entity, "x", Kind.INSERT);
      assertThat(judge(PUBLISHER, edit)).as("%s", entity).isEqualTo(Verdict.ALLOWED);
      assertThat(judge(COMMUNE, edit)).as("%s", entity).isEqualTo(Verdict.WRONG_ROLE);
      assertThat(judge(ISSUER, edit)).as("%s", entity).isEqualTo(Verdict.WRONG_ROLE);
      assertThat(judge(DEPARTMENT, edit).permits()).as("%s", entity).isFalse();
    }
  }

  @Test
  void receiptsAreTheHubsAndOnlyGoForward() {
    Author hub = new Author(Set.of(Role.HUB), "tinh", Set.of());
    assertThat(judge(COMMUNE, edit(Entity.RECEIPT, "03160/r", Kind.INSERT, "seq", 3)))
        .isEqualTo(Verdict.WRONG_ROLE);
    assertThat(judge(hub, edit(Entity.RECEIPT, "tinh/r", Kind.INSERT, "seq", 3)))
        .isEqualTo(Verdict.ALLOWED);
    facts.put(Entity.RECEIPT + "/tinh/r/seq", "3");
    assertThat(judge(hub, edit(Entity.RECEIPT, "tinh/r", Kind.SET, "seq", 4)))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(hub, edit(Entity.RECEIPT, "tinh/r", Kind.SET, "seq", 2)))
        .isEqualTo(Verdict.ONLY_FORWARD);
    assertThat(judge(hub, edit(Entity.RECEIPT, "tinh/r", Kind.REMOVE)))
        .isEqualTo(Verdict.ONLY_FORWARD);
  }

  @Test
  void aCommuneConfirmsForItselfAndNobodyForIt() {
    RowEdit own = edit(Entity.ACKNOWLEDGEMENT, "03160/g-1", Kind.INSERT, "appointed", "x");
    assertThat(judge(COMMUNE, own)).isEqualTo(Verdict.ALLOWED);
    assertThat(judge(COMMUNE, edit(Entity.ACKNOWLEDGEMENT, "03160/g-1", Kind.REMOVE)))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(COMMUNE, edit(Entity.ACKNOWLEDGEMENT, "03161/g-1", Kind.INSERT)))
        .isEqualTo(Verdict.WRONG_UNIT);
    assertThat(judge(PUBLISHER, own)).isEqualTo(Verdict.WRONG_ROLE);
    assertThat(WritePolicy.isOfUnit(Entity.ACKNOWLEDGEMENT)).isTrue();
  }

  @Test
  void anEntityWithoutARuleIsWrittenByNobody() {
    RowEdit unknown = new RowEdit(9_999, "x", Kind.INSERT, new TreeMap<>());
    assertThat(judge(PUBLISHER, unknown)).isEqualTo(Verdict.WRONG_ROLE);
  }

  @Test
  void fault42_aUnitWritesItsOwnRowsOnly() {
    assertThat(judge(COMMUNE, edit(Entity.NOTE, "03160/1", Kind.INSERT)))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(COMMUNE, edit(Entity.NOTE, "03161/1", Kind.INSERT)))
        .isEqualTo(Verdict.WRONG_UNIT);
    assertThat(judge(COMMUNE, edit(Entity.NOTE, "031601/1", Kind.SET)))
        .isEqualTo(Verdict.WRONG_UNIT);
    assertThat(judge(COMMUNE, edit(Entity.NOTE, "03160", Kind.REMOVE)))
        .isEqualTo(Verdict.WRONG_UNIT);
    assertThat(judge(PUBLISHER, edit(Entity.NOTE, "03160/1", Kind.REMOVE)))
        .isEqualTo(Verdict.WRONG_UNIT);
  }

  @Test
  void aDepartmentStaysInItsFieldBeforeAndAfter() {
    facts.put("POWER/p1/field_id", "noi-vu");
    facts.put("POWER/p2/field_id", "xay-dung");
    facts.put("GRANT/g1/power_id", "p1");
    assertThat(judge(DEPARTMENT, edit(Entity.POWER, "p1", Kind.SET, "title", "x")))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(DEPARTMENT, edit(Entity.POWER, "p2", Kind.SET, "title", "x")))
        .isEqualTo(Verdict.WRONG_FIELD);
    assertThat(judge(DEPARTMENT, edit(Entity.POWER, "p2", Kind.SET, "field_id", "noi-vu")))
        .isEqualTo(Verdict.WRONG_FIELD);
    assertThat(judge(DEPARTMENT, edit(Entity.POWER, "p1", Kind.SET, "field_id", "xay-dung")))
        .isEqualTo(Verdict.WRONG_FIELD);
    assertThat(judge(DEPARTMENT, edit(Entity.POWER, "p3", Kind.INSERT, "field_id", "noi-vu")))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(DEPARTMENT, edit(Entity.GRANT, "g1", Kind.SET, "scope", "x")))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(DEPARTMENT, edit(Entity.GRANT, "g1", Kind.SET, "power_id", "p2")))
        .isEqualTo(Verdict.WRONG_FIELD);
    assertThat(judge(DEPARTMENT, edit(Entity.BODY, "b", Kind.INSERT)))
        .isEqualTo(Verdict.WRONG_ROLE);
  }

  @Test
  void aDepartmentWritesTheInstrumentsThatItIssued() {
    assertThat(
            judge(DEPARTMENT, edit(Entity.INSTRUMENT, "i", Kind.INSERT, "issuer_id", "so-noi-vu")))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(DEPARTMENT, edit(Entity.INSTRUMENT, "i", Kind.INSERT, "issuer_id", "khac")))
        .isEqualTo(Verdict.WRONG_FIELD);
  }

  @Test
  void whatMovesAuthorityNeedsASecondKeyUnderFourEyes() {
    assertThat(strict(edit(Entity.GRANT, "g", Kind.INSERT))).isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.GRANT, "g", Kind.REMOVE))).isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.GRANT, "g", Kind.SET, "valid_to", null)))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.GRANT, "g", Kind.SET, "person", "x"))).isEqualTo(Verdict.ALLOWED);
    assertThat(strict(edit(Entity.INSTRUMENT, "i", Kind.SET, "status", "EXPIRED")))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.INSTRUMENT_RELATION, "r", Kind.INSERT, "relation", "REPEALS")))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.INSTRUMENT_RELATION, "r", Kind.SET, "provision_id", null)))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.PROVISION, "k", Kind.INSERT, "article", "5")))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.PROVISION, "k", Kind.SET, "clause", "3")))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.PROVISION, "k", Kind.SET, "text", "x")))
        .isEqualTo(Verdict.ALLOWED);
    assertThat(judge(PUBLISHER, edit(Entity.GRANT, "g", Kind.INSERT))).isEqualTo(Verdict.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"power_id", "mode", "grantor_id", "instrument_id", "territory", "valid_from"})
  void aGrantIsNotMovedByOneKey(String column) {
    assertThat(strict(edit(Entity.GRANT, "g", Kind.SET, column, null)))
        .isEqualTo(Verdict.SECOND_KEY);
  }

  /** An insert takes the place of a row that is there, so it could repeal what one key may not. */
  @ParameterizedTest
  @ValueSource(strings = {"status", "effective_from", "effective_to"})
  void anInstrumentIsNotTakenOutOfForceByAnInsertOverIt(String column) {
    assertThat(strict(edit(Entity.INSTRUMENT, "i", Kind.INSERT, column, "x")))
        .isEqualTo(Verdict.SECOND_KEY);
    assertThat(strict(edit(Entity.INSTRUMENT, "i", Kind.SET, "title", "x")))
        .isEqualTo(Verdict.ALLOWED);
  }

  private Verdict judge(Author author, RowEdit edit) {
    return policy.judge(author, edit, this::fact);
  }

  private Verdict strict(RowEdit edit) {
    return strict.judge(PUBLISHER, edit, this::fact);
  }

  private String fact(Entity entity, String key, String column) {
    return facts.get(entity + "/" + key + "/" + column);
  }

  private static RowEdit edit(Entity entity, String key, Kind kind, Object... namesAndValues) {
    TreeMap<Integer, Object> fields = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(entity.column((String) namesAndValues[i]).number(), namesAndValues[i + 1]);
    }
    return new RowEdit(entity.number(), key, kind, fields);
  }
}
