package vn.roquyen.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnnexPreview;
import vn.roquyen.service.DraftService;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.WindowQueue;
import vn.roquyen.ui.editing.AnnexViewModel.State;

/** Annexes as offices make them come into a draft, with their columns chosen once. */
final class AnnexViewModelTest {
  @TempDir Path folder;
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<Throwable> failures = new ArrayList<>();
  private SampleRegister sample;
  private AnnexViewModel model;

  @BeforeEach
  void open() {
    sample = new SampleRegister(folder.resolve("dữ liệu"));
    model =
        new AnnexViewModel(
            sample.wiring().editing(),
            background.lane("annex"),
            new Messages(Locale.of("vi")),
            failures::add);
  }

  @AfterEach
  void close() {
    background.close();
    sample.close();
  }

  @Test
  void columnsThatNobodyKnowsAreChosenOnceAndRememberedForTheNextAnnex() throws IOException {
    read(csv("a.csv", "Việc;Kiểu;Ghi;Ai nhận\nQuy hoạch cán bộ;phân cấp;x;UBND cấp xã\n"), null);
    assertThat(now().preview().isUnderstood()).isFalse();
    assertThat(now().preview().leftOut()).hasSize(4);
    choose("Việc", "power_id");
    choose("Kiểu", "mode");
    assertThat(now().preview().isUnderstood()).isTrue();
    choose("Ai nhận", "grantee_id");
    assertThat(now().isReady()).isTrue();
    assertThat(now().check().rows().getFirst().name()).isEqualTo("Quy hoạch cán bộ");
    choose("Ghi", "grantee_id");
    assertThat(now().preview().columns()).as("a field once").doesNotContainKey("Ai nhận");
    assertThat(now().preview().problems()).extracting(AnnexPreview.Problem::cell).contains("C2");
    choose("Ghi", "");
    choose("Ai nhận", "grantee_id");
    model.close();
    read(csv("b.csv", "VIỆC;kiểu;Ghi;Ai  nhận\nĐánh giá cán bộ;ủy quyền;y;\n"), null);
    assertThat(now().remembered()).isTrue();
    assertThat(now().preview().columns().values())
        .containsExactly("power_id", "mode", "grantee_id");
    assertThat(failures).isEmpty();
  }

  @Test
  void anAnnexGoesUnderTheInstrumentOfTheOpenDraftAndNothingIsEffective() throws IOException {
    DraftService drafts = sample.wiring().editing().drafts();
    Draft draft = drafts.begin(Entity.INSTRUMENT);
    draft = drafts.step(draft.id(), new Draft.Step.Set(0, "number", "88/2026/QĐ-UBND"));
    draft = drafts.step(draft.id(), new Draft.Step.Set(0, "title", "Quyết định phân cấp"));
    Path file =
        book(
            List.of("Nhiệm vụ, quyền hạn", "Hình thức", "Căn cứ", "Nguồn lực"),
            List.of("Quy hoạch cán bộ", "phân cấp", "88/2026/QĐ-UBND", "Céng hßa x· héi"),
            List.of("Quản lý cán bộ theo phân cấp", "ủy quyền", "", "2 biên chế"));
    read(file, draft);
    assertThat(now().preview().sheet()).isEqualTo("Phụ lục I");
    assertThat(now().preview().converted()).isEqualTo(1);
    assertThat(now().isReady()).isTrue();
    List<Draft> taken = new ArrayList<>();
    model.take(taken::add);
    window.runUntil(() -> !taken.isEmpty());
    List<DraftRow> rows = taken.getFirst().rows();
    assertThat(rows).hasSize(3);
    assertThat(rows.subList(1, 3))
        .allMatch(row -> row.text("instrument_id").equals(rows.getFirst().key()));
    assertThat(rows.get(1).text("resources")).isEqualTo("Cộng hòa xã hội");
    assertThat(sample.wiring().editing().approvals().waiting()).isEmpty();
    assertThat(model.state().get()).isInstanceOf(State.None.class);
    read(file, taken.getFirst());
    model.take(taken::add);
    window.runUntil(() -> taken.size() == 2);
    assertThat(taken.getLast().rows()).as("the same annex again").hasSize(3);
    assertThat(failures).isEmpty();
  }

  @Test
  void aBadCellIsNamedWithItsSheetAndKeepsTheAnnexOut() throws IOException {
    read(
        book(
            List.of("Nhiệm vụ, quyền hạn", "Hình thức", "Từ ngày"),
            List.of("Quy hoạch cán bộ", "phân cấp", "31/02/2027")),
        null);
    assertThat(now().preview().problems().getFirst().cell()).isEqualTo("C2");
    assertThat(now().isReady()).isFalse();
    model.take(draft -> failures.add(new AssertionError("taken")));
    model.readAs(Entity.POWER);
    window.runUntil(() -> now().preview().entity() == Entity.POWER);
    model.open(folder.resolve("không có.xlsx"), null, false);
    window.runUntil(() -> !failures.isEmpty());
    assertThat(failures).hasSize(1);
    assertThat(model.state().get()).isInstanceOf(State.None.class);
  }

  private void read(Path file, Draft draft) {
    model.open(file, draft, true);
    window.runUntil(() -> model.state().get() instanceof State.Read || !failures.isEmpty());
    assertThat(failures).isEmpty();
  }

  private void choose(String header, String field) {
    State before = model.state().get();
    model.choose(header, field);
    window.runUntil(() -> model.state().get() != before);
  }

  private State.Read now() {
    return (State.Read) model.state().get();
  }

  private Path csv(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @SafeVarargs
  private Path book(List<String>... rows) throws IOException {
    Path file = Files.createTempFile(folder, "phụ lục ", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Phụ lục I");
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].size(); column++) {
          sheet.value(row, column, rows[row].get(column));
        }
      }
    }
    return file;
  }
}
