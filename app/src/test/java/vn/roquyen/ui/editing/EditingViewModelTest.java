package vn.roquyen.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck;
import vn.roquyen.service.EditableRecords.Known;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.WindowQueue;

/** A decision is written, mended, undone, sent, and taken back on the sample. */
final class EditingViewModelTest {
  @TempDir Path folder;
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<Throwable> failures = new ArrayList<>();
  private SampleRegister sample;
  private EditingViewModel model;

  @BeforeEach
  void open() {
    sample = new SampleRegister(folder);
    model =
        new EditingViewModel(
            sample.wiring().editing(),
            sample.wiring().registers(),
            background.lane("editing"),
            new Messages(Locale.of("vi")),
            failures::add);
    model.load();
    window.runUntil(() -> model.shown().get() != null);
  }

  @AfterEach
  void close() {
    background.close();
    sample.close();
  }

  @Test
  void aDecisionIsWrittenSentAndTakenBack() {
    model.begin(Entity.INSTRUMENT);
    window.runUntil(() -> model.open().get() != null);
    set("number", "77/2026/QĐ-UBND");
    set("title", "Quyết định về ủy quyền");
    model.add(Entity.GRANT);
    window.runUntil(() -> rows().size() == 2 && model.open().get().row() == 1);
    assertThat(model.open().get().chosen().field("instrument_id").shown()).contains("77/2026");
    assertThat(model.open().get().check().problems()).isPositive();
    model.send(waits -> failures.add(new AssertionError("sent")));
    window.runUntil(() -> !failures.isEmpty());
    assertThat(((Fault) failures.removeFirst()).code()).isEqualTo(FaultCode.DRAFT_UNFINISHED);
    for (String field : List.of("power_id", "mode", "grantor_id", "grantee_id")) {
      set(field, model.complete(Entity.GRANT, field, "").getFirst().key());
    }
    assertThat(model.open().get().check().problems()).isZero();
    List<Boolean> sent = new ArrayList<>();
    model.send(sent::add);
    window.runUntil(
        () -> !sent.isEmpty() && entries().stream().allMatch(Entry.Waiting.class::isInstance));
    assertThat(sent).containsExactly(true);
    assertThat(model.open().get()).isNull();
    takeBackAndSendAgain((Entry.Waiting) entries().getFirst(), sent);
    withdraw(entries().getFirst());
    assertThat(failures).isEmpty();
  }

  private void takeBackAndSendAgain(Entry.Waiting waiting, List<Boolean> sent) {
    model.open(waiting);
    window.runUntil(() -> model.open().get() != null);
    model.takeBack(waiting.change());
    window.runUntil(() -> entries().stream().allMatch(Entry.Writing.class::isInstance));
    assertThat(rows()).hasSize(2);
    model.send(sent::add);
    window.runUntil(
        () -> sent.size() == 2 && entries().stream().allMatch(Entry.Waiting.class::isInstance));
  }

  @Test
  void aStepIsUndoneAndMadeAgainAndTheDraftThrownAway() {
    model.begin(Entity.POWER);
    window.runUntil(() -> model.open().get() != null);
    set("title", "Cấp giấy phép");
    model.undo();
    window.runUntil(() -> text("title").isEmpty());
    model.redo();
    window.runUntil(() -> text("title").equals("Cấp giấy phép"));
    window.runUntil(() -> entries().size() == 1);
    model.delete();
    window.runUntil(() -> entries().isEmpty());
    assertThat(model.open().get()).isNull();
    assertThat(failures).isEmpty();
  }

  @Test
  void namesAreOfferedByAnyOfTheirWordsWithoutDiacritics() {
    assertThat(model.complete(Entity.GRANT, "mode", "uy"))
        .extracting(Completion.Name::key)
        .containsExactly("DELEGATION");
    Completion.Name body = model.complete(Entity.GRANT, "grantee_id", "").getLast();
    assertThat(model.complete(Entity.GRANT, "grantee_id", body.plain())).contains(body);
    assertThat(model.complete(Entity.GRANT, "grantee_id", "zzz")).isEmpty();
    assertThat(model.complete(Entity.GRANT, "provision", "")).isEmpty();
  }

  @Test
  void aBodyIsFoundByItsShortNameAndWhatBeginsWithTheWordsComesFirst() {
    assertThat(model.complete(Entity.GRANT, "grantor_id", "ubnd t").getFirst().key())
        .isEqualTo("ubnd-tinh");
    assertThat(model.complete(Entity.GRANT, "grantor_id", "uy ban nhan dan tinh"))
        .extracting(Completion.Name::key)
        .contains("ubnd-tinh");
    assertThat(model.complete(Entity.INSTRUMENT_RELATION, "relation", ""))
        .extracting(Completion.Name::key)
        .startsWith("AMENDS", "REPLACES", "REPEALS");
    assertThat(model.complete(Entity.BODY, "kind", ""))
        .extracting(Completion.Name::name)
        .doesNotContain("COLLECTIVE", "HEAD", "CLASS");
  }

  @Test
  void aGrantOfTheRegisterIsFoundByWordsAndChangedInADraft() {
    Known grant = found("quan ly can bo theo phan cap", Entity.GRANT);
    model.beginWith(grant, DraftRow.Kind.CHANGE);
    window.runUntil(() -> model.open().get() != null);
    assertThat(model.open().get().chosen().row().key()).isEqualTo(grant.key());
    assertThat(model.open().get().check().operations()).isEmpty();
    assertThat(model.title(model.open().get().entry())).contains("cán bộ theo phân cấp");
    set("resources", "2 biên chế");
    assertThat(model.open().get().chosen().changed())
        .extracting(DraftCheck.CheckedField::name)
        .containsExactly("resources");
    model.addRecord(found("95/2025", Entity.INSTRUMENT), DraftRow.Kind.REMOVE);
    window.runUntil(() -> rows().size() == 2);
    assertThat(model.open().get().chosen().row().kind()).isEqualTo(DraftRow.Kind.REMOVE);
    assertThat(model.open().get().check().secondKey()).isTrue();
    assertThat(failures).isEmpty();
  }

  @Test
  void draftsThatHoldOnlyGrantsAreToldApartByTheirPowers() {
    model.begin(Entity.GRANT);
    window.runUntil(() -> model.open().get() != null);
    assertThat(model.title(model.open().get().entry())).isEqualTo("Giao thẩm quyền");
    set("power_id", "cb-quy-hoach");
    assertThat(model.title(model.open().get().entry()))
        .isEqualTo("Giao thẩm quyền: Quy hoạch cán bộ");
    model.add(Entity.GRANT);
    window.runUntil(() -> rows().size() == 2);
    assertThat(model.title(model.open().get().entry()))
        .isEqualTo("Giao thẩm quyền: Quy hoạch cán bộ và 1 mục khác");
    assertThat(failures).isEmpty();
  }

  @Test
  void theCardOfAPowerBringsItsGrantsIntoTheOpenDraftAndProceduresAreNamesToo() {
    model.begin(Entity.FIELD);
    window.runUntil(() -> model.open().get() != null);
    model.edit("cb-quan-ly");
    window.runUntil(() -> rows().size() > 2);
    assertThat(rows().get(1).row().entity()).isEqualTo(Entity.GRANT);
    assertThat(rows().getLast().row().entity()).isEqualTo(Entity.POWER);
    assertThat(model.open().get().row()).isEqualTo(rows().get(1).row().number());
    model.edit("không có");
    window.runUntil(() -> !failures.isEmpty());
    assertThat(((Fault) failures.removeFirst()).code()).isEqualTo(FaultCode.RECORD_UNKNOWN);
    Known procedure = found("", Entity.PROCEDURE);
    assertThat(model.complete(Entity.GRANT, "power_id", procedure.key()))
        .extracting(Completion.Name::key)
        .contains(procedure.key());
  }

  private Known found(String words, Entity entity) {
    window.runUntil(() -> !model.records(words).isEmpty());
    return model.records(words).stream()
        .filter(known -> known.entity() == entity)
        .findFirst()
        .orElseThrow();
  }

  private void withdraw(Entry entry) {
    model.open(entry);
    window.runUntil(() -> model.open().get() != null);
    assertThat(rows().getFirst().changed()).isNotEmpty();
    List<WaitingChange> decided = new ArrayList<>();
    model.decide(ApprovalVerdict.APPROVED, "", decided::add);
    window.runUntil(() -> !failures.isEmpty());
    assertThat(((Fault) failures.removeFirst()).code()).isEqualTo(FaultCode.PROPOSAL_OWN);
    model.decide(ApprovalVerdict.WITHDRAWN, "", decided::add);
    window.runUntil(() -> !decided.isEmpty() && entries().isEmpty());
  }

  private void set(String field, String text) {
    model.set(model.open().get().row(), field, text);
    window.runUntil(() -> text(field).equals(text));
  }

  private String text(String field) {
    return model.open().get().chosen().field(field).text();
  }

  private List<DraftCheck.CheckedRow> rows() {
    return model.open().get().check().rows();
  }

  private List<Entry> entries() {
    return model.shown().get().entries();
  }
}
