package vn.roquyen.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files that are really dragged with the mouse onto the window. */
@ExtendWith(ApplicationExtension.class)
final class FileDropTest {
  @TempDir static Path folder;
  private final List<Path> dropped = new ArrayList<>();
  private ClipboardContent content;
  private Label files;
  private Label place;

  @Start
  void show(Stage stage) {
    content = new ClipboardContent();
    files = new Label("tệp");
    place = new Label("bất kỳ chỗ nào của cửa sổ");
    files.setOnDragDetected(
        event -> {
          Dragboard board = files.startDragAndDrop(TransferMode.COPY);
          board.setContent(content);
          event.consume();
        });
    Scene scene = new Scene(new VBox(80, files, place), 400, 300);
    new FileDrop(scene, dropped::addAll);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void filesThatAreDroppedAreHandedOver(FxRobot robot) {
    Path parcel = folder.resolve("ROQUYEN_03160.rqp");
    content.putFiles(List.of(parcel.toFile()));
    drag(robot);
    assertThat(dropped).containsExactly(parcel);
  }

  @Test
  void aDraggedTextIsNoFile(FxRobot robot) {
    content.putString("chỉ là chữ");
    drag(robot);
    assertThat(dropped).isEmpty();
  }

  private void drag(FxRobot robot) {
    robot.drag(files).dropTo(place);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
