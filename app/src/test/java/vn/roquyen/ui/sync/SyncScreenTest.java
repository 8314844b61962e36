package vn.roquyen.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.service.ExchangeService.Selection;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.ScreenStage;

@ExtendWith(ApplicationExtension.class)
final class SyncScreenTest {
  @TempDir static Path folder;
  private Path place;
  private ScreenStage window;
  private SyncScreen screen;

  /** What the screen works with in a test. */
  static SyncViewModel.Sources sources(Wiring wiring, Supplier<List<Path>> drives) {
    return new SyncViewModel.Sources(
        wiring.folder(),
        wiring.keys(),
        wiring.exchange(),
        wiring.histories(),
        wiring.sync(),
        drives,
        java.time.Clock.fixed(
            java.time.Instant.parse("2026-11-24T02:00:00Z"),
            java.time.ZoneId.of("Asia/Ho_Chi_Minh")));
  }

  @Start
  void show(Stage stage) {
    place = folder.resolve(Long.toString(System.nanoTime()));
    window = new ScreenStage(place.resolve("mine"));
    Path stick = place.resolve("USB-XANH");
    screen = new SyncScreen(sources(window.wiring(), () -> List.of(stick)), window.desk());
    window.show(stage, screen);
  }

  @AfterEach
  void close() {
    screen.hidden();
    window.close();
  }

  @Test
  void aParcelComesInAndAConflictIsDecidedAndTakenBackByKeyboard(FxRobot robot) {
    window.await("the keys", () -> robot.lookup("máy này").tryQuery().isPresent());
    assertThat(robot.lookup("Dữ liệu mẫu – chữ ký trình diễn").tryQuery()).isPresent();
    window.await("the stick", () -> robot.lookup("USB: USB-XANH").tryQuery().isPresent());
    String power = window.wiring().registers().current().powers().keySet().iterator().next();
    write(window.wiring(), power, "Tên của máy này");
    Path parcel = place.resolve("khác.rqp");
    try (SampleRegister other = new SampleRegister(place.resolve("other"))) {
      write(other.wiring(), power, "Tên của máy khác");
      other.wiring().exchange().export(parcel, Selection.ALL);
    }
    robot.interact(() -> screen.receive(List.of(parcel)));
    window.await("what came", () -> robot.lookup("Đã nhận").tryQuery().isPresent());
    window.await("the review", () -> robot.lookup("Dùng giá trị này").tryQuery().isPresent());
    Button take = robot.lookup("Dùng giá trị này").queryAs(Button.class);
    assertThat(take.getAccessibleText()).contains("Tên của");
    robot.interact(take::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await("settled", () -> robot.lookup("Không có gì cần xem lại.").tryQuery().isPresent());
    Button undo = robot.lookup("Hoàn tác").queryAs(Button.class);
    robot.interact(undo::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await(
        "taken back",
        () ->
            robot
                .lookup(
                    node ->
                        node instanceof Labeled label
                            && label.getText() != null
                            && label.getText().startsWith("Đã trả lại giá trị"))
                .tryQuery()
                .isPresent());
  }

  private static void write(Wiring wiring, String power, String title) {
    wiring
        .ledger()
        .record(List.of(new Operation.SetFields(Entity.POWER, power, Map.of("title", title))));
  }
}
