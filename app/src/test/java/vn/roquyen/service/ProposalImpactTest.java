package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.impact.Event;
import vn.roquyen.domain.impact.PowerEffect;

/** Who approves sees what a change hits; when it is approved the commune has something to do. */
final class ProposalImpactTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path folder;
  private Machine author;
  private Machine second;
  private Machine commune;

  @BeforeEach
  void open() {
    author = new Machine(folder.resolve("a"), Role.PUBLISHER, "tinh");
    second = new Machine(folder.resolve("b"), Role.PUBLISHER, "so-noi-vu");
    commune = new Machine(folder.resolve("c"), Role.COMMUNE, "03160");
    author.insert(
        Entity.COMMUNE, "03160", "name", "Mường Nhé", "full_name", "Xã Mường Nhé", "type", "Xã");
    author.insert(Entity.BODY, "tinh", "name", "UBND tỉnh", "level", "PROVINCE", "kind", "HEAD");
    author.insert(Entity.BODY, "xa", "name", "UBND cấp xã", "level", "COMMUNE", "kind", "CLASS");
    author.insert(Entity.POWER, "p", "title", "Cấp giấy phép");
    author
        .wiring
        .ledger()
        .record(
            List.of(
                new Operation.Insert(
                    Entity.INSTRUMENT,
                    "i",
                    Map.of(
                        "number",
                        "1/2026/QĐ-UBND",
                        "title",
                        "Quyết định phân cấp",
                        "effective_from",
                        LocalDate.of(2026, 1, 1))),
                new Operation.Insert(
                    Entity.GRANT,
                    "g",
                    Map.of(
                        "power_id",
                        "p",
                        "mode",
                        "DECENTRALISATION",
                        "grantor_id",
                        "tinh",
                        "grantee_id",
                        "xa",
                        "instrument_id",
                        "i"))));
    author.send(second, commune);
  }

  @AfterEach
  void close() {
    for (Machine each : List.of(author, second, commune)) {
      each.close();
    }
  }

  @Test
  void aNewGrantThatWaitsGivesThePowerAHolder() {
    ProposalImpact impact = waiting();
    assertThat(impact.instruments()).isEmpty();
    PowerEffect effect = impact.grants().powers().getFirst();
    assertThat(effect.kind()).isEqualTo(PowerEffect.Kind.GAINED);
    assertThat(effect.after()).extracting(holder -> holder.bodyId()).containsExactly("xa");
    assertThat(impact.grants().communes()).extracting(Commune::code).containsExactly("03160");
  }

  @Test
  void aGrantForSomeCommunesChangesTheAnswerInTheseAlone() {
    for (String code : List.of("03163", "03166", "03169")) {
      author.insert(Entity.COMMUNE, code, "name", code, "full_name", "Xã " + code, "type", "Xã");
    }
    author.insert(Entity.POWER, "p2", "title", "Thu hồi giấy phép");
    Map<String, Object> grant =
        Map.of(
            "power_id", "p2",
            "mode", "DECENTRALISATION",
            "grantor_id", "tinh",
            "grantee_id", "xa",
            "territory", "03163;Xã 03169");
    ProposalImpact impact =
        author
            .wiring
            .review()
            .impact()
            .proposal(List.of(new Operation.Insert(Entity.GRANT, "g2", grant)), TODAY);
    assertThat(impact.grants().communes())
        .extracting(Commune::code)
        .containsExactlyInAnyOrder("03163", "03169");
    assertThat(impact.grants().powers().getFirst().communes()).isEqualTo(2);
    assertThat(impact.grants().powers().getFirst().kind()).isEqualTo(PowerEffect.Kind.GAINED);
  }

  @Test
  void aRepealIsSeenBeforeItIsApprovedAndIsAToDoOfTheCommuneAfterwards() {
    approve();
    nextDay();
    author
        .wiring
        .ledger()
        .record(
            List.of(
                new Operation.Insert(
                    Entity.INSTRUMENT,
                    "j",
                    Map.of("title", "Quyết định bãi bỏ", "effective_from", TODAY)),
                new Operation.Insert(
                    Entity.INSTRUMENT_RELATION,
                    "j:repeals:i",
                    Map.of("from_id", "j", "relation", "REPEALS", "to_id", "i"))));
    author.send(second);
    InstrumentImpact hit = waiting().instruments().getFirst();
    assertThat(hit.register().event()).isEqualTo(Event.REPEAL);
    assertThat(hit.register().on()).isEqualTo(TODAY);
    assertThat(hit.register().powers())
        .extracting(PowerEffect::kind)
        .containsExactly(PowerEffect.Kind.LOST);
    assertThat(hit.communes()).extracting(Commune::code).containsExactly("03160");
    approve();
    NewsService news = commune.wiring.history().news();
    List<NewsItem> digest =
        news.digest(commune.wiring.registers().unit("03160"), TODAY, TODAY.plusDays(1));
    assertThat(digest)
        .filteredOn(item -> item.about().equals("p"))
        .extracting(NewsItem::todo)
        .contains(NewsItem.Todo.STOP);
  }

  @Test
  void theEndOfAGrantLosesThePowerAndWhatMovesNothingHitsNothing() {
    approve();
    ImpactService impacts = second.wiring.review().impact();
    var end =
        new Operation.SetFields(Entity.GRANT, "g", Map.of("valid_to", LocalDate.of(2026, 11, 1)));
    assertThat(impacts.proposal(List.of(end), TODAY).grants().powers())
        .extracting(PowerEffect::kind)
        .containsExactly(PowerEffect.Kind.LOST);
    var expiry =
        new Operation.SetFields(
            Entity.INSTRUMENT, "i", Map.of("effective_to", LocalDate.of(2027, 2, 28)));
    assertThat(impacts.proposal(List.of(expiry), TODAY).instruments())
        .extracting(one -> one.register().on())
        .containsExactly(LocalDate.of(2027, 3, 1));
    var name = new Operation.SetFields(Entity.POWER, "p", Map.of("title", "Cấp giấy"));
    assertThat(impacts.proposal(List.of(name), TODAY).isEmpty()).isTrue();
  }

  @Test
  void whoPassedOnWhatIsTakenBackHasNothingToPassOn() {
    author.insert(
        Entity.BODY, "ct", "name", "Chủ tịch UBND cấp xã", "level", "COMMUNE", "kind", "HEAD");
    author.insert(
        Entity.GRANT,
        "h",
        "power_id",
        "p",
        "mode",
        "DELEGATION",
        "grantor_id",
        "xa",
        "grantee_id",
        "ct",
        "instrument_id",
        "i");
    author.send(second);
    approve();
    approve();
    ProposalImpact impact =
        second
            .wiring
            .review()
            .impact()
            .proposal(List.of(new Operation.Remove(Entity.GRANT, "g")), TODAY);
    assertThat(impact.grants().broken()).extracting(Grant::id).containsExactly("h");
    assertThat(impact.passings().get("h").from()).isEqualTo("UBND cấp xã");
    assertThat(impact.isHit()).isTrue();
    var resources = new Operation.SetFields(Entity.GRANT, "h", Map.of("resources", "1 biên chế"));
    ProposalImpact same = second.wiring.review().impact().proposal(List.of(resources), TODAY);
    assertThat(same.isEmpty()).isFalse();
    assertThat(same.isHit()).isFalse();
  }

  private ProposalImpact waiting() {
    WaitingChange change = second.wiring.editing().approvals().waiting().getFirst();
    return second.wiring.review().impact().proposal(change.operations(), TODAY);
  }

  private void approve() {
    ApprovalService approvals = second.wiring.editing().approvals();
    approvals.decide(approvals.waiting().getFirst().id(), ApprovalVerdict.APPROVED, null);
    second.send(author, commune);
  }

  private void nextDay() {
    for (Machine each : List.of(author, second, commune)) {
      each.clock.forward(24 * 3600);
    }
  }
}
