package vn.roquyen.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.ui.common.ScreenStage;

/** The forms in a window: what is typed is kept at once and undone by the keyboard. */
@ExtendWith(ApplicationExtension.class)
final class EditingScreenTest {
  @TempDir static Path folder;
  private ScreenStage window;
  private EditingScreen screen;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.wiring().editing().drafts().begin(Entity.INSTRUMENT);
    screen =
        new EditingScreen(
            window.wiring().editing(),
            window.wiring().registers(),
            window.wiring().review().impact(),
            window.wiring().changes(),
            window.desk());
    window.show(stage, screen);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatIsTypedIsKeptAndUndone(FxRobot robot) {
    window.await("the draft", () -> window.rows(robot).getItems().size() == 1);
    robot.interact(() -> window.rows(robot).getSelectionModel().select(0));
    window.await("its form", () -> robot.lookup(".rq-form .text-field").tryQuery().isPresent());
    TextField number = robot.lookup(".rq-form .text-field").query();
    robot.interact(number::requestFocus);
    robot.write("88/2026").type(KeyCode.ENTER);
    window.await("it is kept", () -> draft().rows().getFirst().text("number").equals("88/2026"));
    assertThat(number.isFocused()).isFalse();
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    window.await("it is undone", () -> number.getText().isEmpty());
    assertThat(draft().canRedo()).isTrue();
  }

  @Test
  void enterGoesThroughTheFormInViewAndIntoTheNextGrant(FxRobot robot) {
    window.await("the draft", () -> window.rows(robot).getItems().size() == 1);
    robot.interact(() -> window.rows(robot).getSelectionModel().select(0));
    window.await("its form", () -> robot.lookup(".rq-form .text-field").tryQuery().isPresent());
    TextField first = robot.lookup(".rq-form .text-field").query();
    robot.interact(first::requestFocus);
    Scene scene = first.getScene();
    int fields = robot.lookup(".rq-form .text-field").queryAll().size();
    for (int i = 0; i < fields; i++) {
      window.await("in view", () -> isInView(robot, scene.getFocusOwner()));
      robot.type(KeyCode.ENTER);
    }
    window.await("a grant", () -> draft().rows().size() == 2);
    window.await(
        "its first field",
        () -> "Việc được giao".equals(scene.getFocusOwner().getAccessibleText()));
    window.await("in view", () -> isInView(robot, scene.getFocusOwner()));
  }

  private static boolean isInView(FxRobot robot, Node node) {
    Node pane = robot.lookup(".rq-card-scroll").query();
    return pane.localToScene(pane.getBoundsInLocal())
        .contains(node.localToScene(node.getBoundsInLocal()));
  }

  @Test
  void aFileThatIsChosenOrDroppedGoesIntoTheOpenDraftWhenThePersonSaysSo(FxRobot robot)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("phụ lục.CSV"),
            "Nhiệm vụ, quyền hạn;Hình thức;Bên nhận\nQuy hoạch cán bộ;phân cấp;ubnd-cap-xa\n");
    Path other = Files.writeString(folder.resolve("ghi chú.txt"), "x");
    assertThat(AnnexEntrance.table(List.of(other.toFile()))).isNull();
    Path table = AnnexEntrance.table(List.of(other.toFile(), file.toFile()));
    assertThat(table).isEqualTo(file);
    window.await("the draft", () -> window.rows(robot).getItems().size() == 1);
    robot.interact(() -> window.rows(robot).getSelectionModel().select(0));
    window.await("its form", () -> robot.lookup(".rq-form .text-field").tryQuery().isPresent());
    robot.interact(() -> screen.annex(table, false));
    window.await("a new draft at first", () -> isChosen(robot, "Bản nháp mới"));
    robot.interact(() -> choice(robot, "Bản nháp đang mở").fire());
    window.await("read for the open one", () -> isChosen(robot, "Bản nháp đang mở"));
    robot.interact(() -> button(robot, "Đưa vào bản nháp").fire());
    window.await("taken", () -> draft().rows().size() == 2);
    assertThat(window.wiring().editing().drafts().list().drafts()).hasSize(1);
    assertThat(draft().rows().getLast().text("power_id")).isEqualTo("cb-quy-hoach");
  }

  private static boolean isChosen(FxRobot robot, String words) {
    return robot.lookup(".accent").queryAll().stream()
            .anyMatch(node -> node instanceof Button take && take.getText().startsWith("Đưa vào"))
        && choice(robot, words).isSelected();
  }

  private static ToggleButton choice(FxRobot robot, String words) {
    return robot
        .lookup((Node node) -> node instanceof ToggleButton one && one.getText().startsWith(words))
        .query();
  }

  private static Button button(FxRobot robot, String words) {
    return robot
        .lookup((Node node) -> node instanceof Button one && words.equals(one.getText()))
        .query();
  }

  private Draft draft() {
    return window.wiring().editing().drafts().list().drafts().getFirst();
  }
}
