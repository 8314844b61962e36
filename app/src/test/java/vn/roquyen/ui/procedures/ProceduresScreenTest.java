package vn.roquyen.ui.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.ui.common.ScreenStage;

@ExtendWith(ApplicationExtension.class)
final class ProceduresScreenTest {
  @TempDir static Path folder;
  private ScreenStage window;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.show(
        stage,
        new ProceduresScreen(
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
  void aFieldIsChosenByTypingItsName(FxRobot robot) {
    ListView<ProcedureLine> rows = window.rows(robot);
    window.await("the catalogue", () -> rows.getItems().size() == 126);
    robot.clickOn("Lĩnh vực");
    robot.write("ho tich");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.<ProcedureLine>awaitRows(robot, "one field", line -> "Hộ tịch".equals(line.field()));
    assertThat(rows.getItems()).hasSize(19);
    assertThat(robot.lookup("19/126 thủ tục").tryQuery()).isPresent();
    robot.clickOn("Bỏ lọc");
    window.await("the catalogue again", () -> rows.getItems().size() == 126);
  }

  @Test
  void wordsFindProceduresAndWhatIsNotThereLeadsOn(FxRobot robot) {
    ListView<ProcedureLine> rows = window.rows(robot);
    window.await("the catalogue", () -> rows.getItems().size() == 126);
    robot.write("khai sinh");
    window.await(
        "births first",
        () ->
            rows.getItems().size() < 126
                && rows.getItems()
                    .getFirst()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .contains("khai sinh"));
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    robot.write("qqqq zzzz");
    window.await("nothing", () -> robot.lookup(".rq-nothing").query().isVisible());
    assertThat(robot.lookup("Không có thủ tục nào khớp bộ lọc").tryQuery()).isPresent();
  }
}
