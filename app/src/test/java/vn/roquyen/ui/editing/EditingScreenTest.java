package vn.roquyen.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TextField;
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

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.wiring().editing().drafts().begin(Entity.INSTRUMENT);
    window.show(
        stage,
        new EditingScreen(
            window.wiring().editing(),
            window.wiring().registers(),
            window.wiring().review().impact(),
            window.wiring().changes(),
            window.desk()));
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

  private Draft draft() {
    return window.wiring().editing().drafts().list().drafts().getFirst();
  }
}
