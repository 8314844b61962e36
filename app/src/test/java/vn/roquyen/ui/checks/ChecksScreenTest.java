package vn.roquyen.ui.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.service.CheckLine;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.ScreenStage;
import vn.roquyen.ui.common.Standpoint;

/** The work list in a window: by keyboard from the filter to the answer. */
@ExtendWith(ApplicationExtension.class)
final class ChecksScreenTest {
  @TempDir static Path folder;
  private ScreenStage window;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.show(
        stage,
        new ChecksScreen(
            window.wiring().history().times(),
            window.wiring().exports(),
            window.wiring().changes(),
            window.desk()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFindingIsFoundExplainedAndAnswered(FxRobot robot) {
    ListView<CheckLine> rows = window.rows(robot);
    window.await("the findings", () -> rows.getItems().size() > 100);
    robot.write("500 tri thuc tre");
    window.awaitRows(
        robot,
        "only those of the young graduates",
        (CheckLine line) -> line.title().contains("500"));
    robot.interact(
        () ->
            rows.getSelectionModel()
                .select(
                    rows.getItems().stream()
                        .filter(line -> code(line) == WarningCode.SPLIT_TO_CONFIRM)
                        .findFirst()
                        .orElseThrow()));
    assertThat(robot.lookup("VÌ SAO TÔI ĐƯỢC BÁO ĐIỀU NÀY").tryQuery()).isPresent();
    assertThat(robot.lookup(".button.accent").queryButton().isDisabled()).isTrue();
    robot.clickOn(".rq-card .text-field").write("Lo Thi Mai");
    robot.type(KeyCode.TAB).write("Hai khau rieng");
    CheckLine asked = rows.getSelectionModel().getSelectedItem();
    robot.type(KeyCode.TAB).type(KeyCode.SPACE);
    int place = rows.getItems().indexOf(asked);
    window.await("it leaves the list", () -> !rows.getItems().contains(asked));
    assertThat(rows.getSelectionModel().getSelectedIndex())
        .as("the line that stood below it, or the last one")
        .isEqualTo(Math.min(place, rows.getItems().size() - 1));
    assertThat(focused(robot)).as("ready for the next reason").isInstanceOf(TextArea.class);
    assertThat(window.wiring().review().answers().all().getFirst().reason())
        .isEqualTo("Hai khau rieng");
  }

  @Test
  void theListOfAPastDayCanOnlyBeRead(FxRobot robot) {
    ListView<CheckLine> rows = window.rows(robot);
    window.await("the findings", () -> rows.getItems().size() > 100);
    robot.interact(() -> rows.getSelectionModel().select(1));
    window.await("the form", () -> robot.lookup(".rq-card .text-field").tryQuery().isPresent());
    int now = rows.getItems().size();
    robot.interact(
        () ->
            window
                .standpoint()
                .set(new Standpoint(window.unit(), SampleRegister.TODAY, SampleRegister.TODAY)));
    window.await(
        "no form any more", () -> robot.lookup(".rq-card .text-field").tryQuery().isEmpty());
    assertThat(robot.lookup(hasText(text -> text.startsWith("Đây là danh sách như sổ"))).tryQuery())
        .isPresent();
    assertThat(rows.getItems()).hasSize(now);
  }

  private static Predicate<Node> hasText(Predicate<String> wanted) {
    return node ->
        node instanceof Labeled labeled
            && labeled.getText() != null
            && wanted.test(labeled.getText());
  }

  private Node focused(FxRobot robot) {
    return window.rows(robot).getScene().getFocusOwner();
  }

  private static WarningCode code(CheckLine line) {
    return line.finding().warning().code();
  }
}
