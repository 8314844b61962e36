package vn.roquyen.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.service.InstrumentLine;
import vn.roquyen.ui.common.ScreenStage;

@ExtendWith(ApplicationExtension.class)
final class InstrumentsScreenTest {
  @TempDir static Path folder;
  private ScreenStage window;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.show(
        stage,
        new InstrumentsScreen(
            window.wiring().history().times(),
            window.wiring().exports(),
            window.sources(),
            window.wiring().changes(),
            window.desk()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void relationsAreFollowedWithinTheScreenAndPowersInTheWindow(FxRobot robot) {
    ListView<InstrumentLine> rows = window.rows(robot);
    window.await("all instruments", () -> rows.getItems().size() == 73);
    robot.write("95/2025");
    window.await(
        "the repealing decision",
        () -> robot.lookup(".rq-related .rq-link").tryQuery().isPresent());
    assertThat(robot.lookup("bãi bỏ").tryQuery()).isPresent();
    robot.clickOn(".rq-related .rq-link");
    window.await(
        "the repealed decision", () -> robot.lookup("bị bãi bỏ bởi").tryQuery().isPresent());
    InstrumentLine chosen = rows.getSelectionModel().getSelectedItem();
    assertThat(chosen.instrument().id()).isEqualTo("qd-17-2016-ubnd");
    assertThat(window.navigator().opened).isEmpty();

    robot.clickOn(".rq-list-head .text-field").write("04-QĐ/TU");
    window.await(
        "what rests on it",
        () -> robot.lookup("Quản lý cán bộ theo phân cấp").tryQuery().isPresent());
    robot.clickOn("Quản lý cán bộ theo phân cấp");
    assertThat(window.navigator().opened).containsExactly("cb-quan-ly");
  }
}
