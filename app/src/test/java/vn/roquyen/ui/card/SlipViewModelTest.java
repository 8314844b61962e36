package vn.roquyen.ui.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Standpoint;

final class SlipViewModelTest {
  @TempDir Path folder;
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Path> viewed = new ArrayList<>();
  private final Background background = new Background(Runnable::run);
  private SampleRegister sample;
  private SlipViewModel model;

  @BeforeEach
  void open() {
    sample = new SampleRegister(folder);
    model =
        new SlipViewModel(
            new SlipViewModel.Sources(
                sample.wiring().history().times(), viewed::add, folder.resolve("phiếu đã in")),
            background.lane("slip"),
            new Messages(Locale.of("vi")),
            failures::add);
  }

  @AfterEach
  void close() {
    sample.close();
  }

  @Test
  void aSlipIsKeptAsPdfAndOpenedInTheViewer() throws Exception {
    List<Path> made = new ArrayList<>();
    model.print("1.001193", from(), PaperSize.A5, made::add);
    awaitLane();
    assertThat(failures).isEmpty();
    assertThat(viewed).isEqualTo(made).hasSize(1);
    assertThat(Files.readAllBytes(made.getFirst()))
        .startsWith((byte) '%', (byte) 'P', (byte) 'D', (byte) 'F');
  }

  @Test
  void theCopiedTextSaysWhoIsCompetent() {
    List<String> copied = new ArrayList<>();
    model.copy("nv-gpld", from(), copied::add);
    awaitLane();
    assertThat(failures).isEmpty();
    assertThat(copied).hasSize(1);
    assertThat(copied.getFirst().toLowerCase(Locale.of("vi"))).contains("chưa xác định được");
  }

  @Test
  void anUnknownRecordIsTold() {
    model.copy("khong-co", from(), text -> failures.add(new AssertionError(text)));
    awaitLane();
    assertThat(failures).hasSize(1).first().isInstanceOf(Fault.class);
  }

  /** The first piece of work may put a second one into the lane, so the lane is awaited twice. */
  private void awaitLane() {
    for (int round = 0; round < 2; round++) {
      var done = new CountDownLatch(1);
      background.lane("slip").run(() -> done, CountDownLatch::countDown, failures::add);
      try {
        done.await();
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }
  }

  private Standpoint from() {
    return new Standpoint(sample.unit(), SampleRegister.TODAY);
  }
}
