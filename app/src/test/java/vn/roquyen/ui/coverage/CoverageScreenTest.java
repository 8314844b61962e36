package vn.roquyen.ui.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.ui.common.Picture;
import vn.roquyen.ui.common.ScreenStage;
import vn.roquyen.ui.coverage.CoverageViewModel.Item;

@ExtendWith(ApplicationExtension.class)
final class CoverageScreenTest {
  @TempDir static Path folder;
  private ScreenStage window;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.show(
        stage,
        new CoverageScreen(
            window.wiring().history().times(), window.wiring().changes(), window.desk()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFigureIsReachedByTheArrowsAndOpensItsListAndTheRecord(FxRobot robot) throws IOException {
    window.await("the headline", () -> robot.lookup("144").tryQuery().isPresent());
    robot.clickOn("61");
    ListView<Item> list = window.rows(robot);
    window.await("the tasks that are counted", () -> list.getItems().size() == 61);
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.await("those of the communes", () -> list.getItems().size() == 12);
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertThat(window.navigator().opened).containsExactly(list.getItems().getFirst().id());

    robot.clickOn("Lĩnh vực, hình thức, cấp");
    window.await("the heat map", () -> robot.lookup(".heat-3").tryQuery().isPresent());
    Button darkest = robot.lookup(".heat-3").queryButton();
    robot.interact(darkest::fire);
    window.await(
        "the grants of the darkest cell",
        () -> list.getItems().size() == Integer.parseInt(darkest.getText()));
    assertThat(list.getItems().getFirst().note()).contains("→");
    picture(robot);
  }

  /** The picture holds the whole table, twice as fine as the window. */
  private void picture(FxRobot robot) throws IOException {
    Region table = robot.lookup(".rq-figures").queryAs(Region.class);
    Path file = folder.resolve("hình.png");
    Picture[] taken = new Picture[1];
    robot.interact(() -> taken[0] = Picture.of(table));
    taken[0].write(file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo((int) (2 * table.getWidth()));
  }

  @Test
  void theCellOfAClassListsItsUnitsAndATrendIsDrawn(FxRobot robot) {
    window.await("the headline", () -> robot.lookup("144").tryQuery().isPresent());
    robot.clickOn("Nhiệm vụ theo loại xã");
    window.await(
        "all powers", () -> robot.lookup(".rq-link.rq-figure-name").queryAll().size() == 77);
    List<Button> cells = List.copyOf(robot.lookup(".rq-figure-cell").queryAllAs(Button.class));
    robot.interact(() -> cells.getFirst().fire());
    ListView<Item> list = window.rows(robot);
    String units = cells.getFirst().getText().replaceAll(".*/", "");
    window.await("its units", () -> list.getItems().size() == Integer.parseInt(units));
    assertThat(list.getItems()).allMatch(item -> item.id() == null);
    robot.clickOn("Diễn biến");
    window.await("the trend", () -> robot.lookup(".rq-chart").tryQuery().isPresent());
    assertThat(robot.lookup(".rq-chart").query().getAccessibleText()).contains("84");
  }
}
