package vn.roquyen.ui.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CoverageTable;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

final class CoverageViewModelTest {
  @TempDir Path folder;
  private final List<Throwable> failures = new ArrayList<>();
  private final Background background = new Background(Runnable::run);
  private final SimpleObjectProperty<Standpoint> standpoint = new SimpleObjectProperty<>();
  private SampleRegister sample;
  private CoverageViewModel model;

  @BeforeEach
  void open() {
    sample = new SampleRegister(folder.resolve("dữ liệu"));
    standpoint.set(new Standpoint(sample.unit(), SampleRegister.TODAY));
    model =
        new CoverageViewModel(
            sample.wiring().history().times(),
            new Messages(Locale.of("vi")),
            new Workplace(background.lane("coverage"), standpoint, failures::add));
    model.load();
    awaitLane();
  }

  @AfterEach
  void close() {
    assertThat(failures).isEmpty();
    background.close();
    sample.close();
  }

  @Test
  void everyCellOfTheFieldsHasAsManyLinesAsItCounts() {
    Coverage coverage = model.shown().get();
    int all = 0;
    for (FieldRow row : coverage.fields()) {
      for (FieldRow.Slot slot : coverage.slots()) {
        model.openActs("", row.acts(slot));
        awaitLane();
        assertThat(model.behind().get().items()).hasSize(row.acts(slot).size());
        all += row.acts(slot).size();
      }
    }
    assertThat(all).isEqualTo(84);
    model.show(CoverageTable.POWERS);
    assertThat(model.behind().get()).isNull();
  }

  @Test
  void theUnitsBehindACellAreThoseThatItCounts() {
    Coverage coverage = model.shown().get();
    for (int at = 0; at < coverage.classes().size(); at++) {
      model.openUnits(coverage.powers().getFirst(), coverage.classes().get(at));
      awaitLane();
      assertThat(model.behind().get().items()).hasSize(coverage.classes().get(at).units());
    }
  }

  @Test
  void everyTableIsWrittenWithTheFiguresOfTheScreen() throws IOException {
    for (CoverageTable table : CoverageTable.values()) {
      model.show(table);
      model.export(folder.resolve(table + ".csv"), file -> {});
      model.export(folder.resolve(table + ".xlsx"), file -> {});
    }
    awaitLane();
    assertThat(text("HEADLINE")).contains("Tổng số,144,61,").contains("Giao cấp xã,70,12,");
    assertThat(text("POWERS").lines()).hasSize(78);
    assertThat(text("TREND").lines()).hasSize(26);
    assertThat(text("FIELDS")).contains("Ủy quyền – Cấp xã");
    assertThat(folder.resolve("FIELDS.xlsx")).isNotEmptyFile();
  }

  private String text(String table) throws IOException {
    return Files.readString(folder.resolve(table + ".csv"), StandardCharsets.UTF_8);
  }

  private void awaitLane() {
    CountDownLatch done = new CountDownLatch(1);
    background.lane("coverage").run(() -> done, CountDownLatch::countDown, failures::add);
    try {
      done.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
