package vn.roquyen.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.ImportReport.Outcome;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.WindowQueue;
import vn.roquyen.ui.importing.ImportViewModel.State;

final class ImportViewModelTest {
  @TempDir Path folder;

  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<Throwable> failures = new ArrayList<>();
  private Wiring wiring;
  private ImportViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(folder.resolve("dữ liệu"), Clock.systemDefaultZone());
    model =
        new ImportViewModel(wiring.imports(), background, background.lane("import"), failures::add);
  }

  @AfterEach
  void close() {
    background.close();
    wiring.close();
  }

  @Test
  void theSampleIsLoadedWithProgress() {
    List<State> seen = new ArrayList<>();
    model.state().subscribe(state -> seen.add(state));
    model.start(List.of(SampleData.folder().resolve("admin")));
    window.runUntil(() -> model.state().get() instanceof State.Ended);
    State.Ended ended = (State.Ended) model.state().get();
    assertThat(ended.report().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(wiring.registers().current().communes()).hasSize(45);
    assertThat(seen).anyMatch(State.Running.class::isInstance);
    assertThat(failures).isEmpty();
  }

  @Test
  void stoppingLeavesTheDataAsTheyWere() {
    model.start(List.of(SampleData.folder()));
    model.stop();
    assertThat(((State.Running) model.state().get()).stopping()).isTrue();
    window.runUntil(() -> !model.isRunning());
    assertThat(model.state().get()).isInstanceOf(State.Stopped.class);
    assertThat(wiring.registers().current().powers()).isEmpty();
    assertThat(failures).as("to stop is no failure").isEmpty();
  }

  @Test
  void badRowsStopAllUnlessOneLeavesThemOut() throws IOException {
    Path provinces = Files.createDirectories(folder.resolve("usb")).resolve("provinces.csv");
    String sample = Files.readString(SampleData.folder().resolve("admin/provinces.csv"));
    String[] lines = sample.split("\n");
    Files.writeString(provinces, lines[0] + "\n" + lines[1] + "\nhai ô,thôi\n");
    model.start(List.of(provinces));
    window.runUntil(() -> model.state().get() instanceof State.Ended);
    State.Ended refused = (State.Ended) model.state().get();
    assertThat(refused.report().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.report().badRows().getFirst().line()).isEqualTo(3);
    assertThat(provinces()).isZero();
    model.skipBadRows();
    window.runUntil(
        () -> model.state().get() instanceof State.Ended ended && !ended.equals(refused));
    assertThat(provinces()).isEqualTo(1);
  }

  private int provinces() {
    return wiring.stats().stats().rows().getOrDefault(Entity.PROVINCE, 0);
  }

  @Test
  void aFileThatCannotBeUsedIsToldAndForgotten() {
    model.start(List.of(folder.resolve("không có")));
    window.runUntil(() -> !model.isRunning());
    assertThat(failures).singleElement().isInstanceOf(Fault.class);
    assertThat(model.state().get()).isInstanceOf(State.Idle.class);
  }
}
