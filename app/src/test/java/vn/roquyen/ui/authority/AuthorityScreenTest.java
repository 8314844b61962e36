package vn.roquyen.ui.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
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
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.service.PowerAtUnit;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.ScreenStage;

@ExtendWith(ApplicationExtension.class)
final class AuthorityScreenTest {
  @TempDir static Path folder;
  private final List<Path> viewed = new CopyOnWriteArrayList<>();
  private ScreenStage window;
  private AuthorityScreen screen;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    screen =
        new AuthorityScreen(
            window.wiring().history().times(),
            window.wiring().exports(),
            window.sources(),
            new HandbookViewModel.Sources(
                window.wiring().history().times(), viewed::add, folder.resolve("sổ tay")),
            window.wiring().changes(),
            window.desk());
    window.show(stage, screen);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void powersAreNarrowedChosenAndReadByKeyboardAlone(FxRobot robot) {
    ListView<PowerAtUnit> rows = window.rows(robot);
    window.await("all powers", () -> rows.getItems().size() == 77);

    robot.write("giao vien mam non");
    window.await("fewer powers", () -> rows.getItems().size() < 10);
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    PowerAtUnit chosen = rows.getSelectionModel().getSelectedItem();
    assertThat(chosen).isEqualTo(rows.getItems().get(1));
    window.await(
        "the card of the chosen power",
        () ->
            robot.lookup(".rq-card .rq-title").tryQuery().isPresent()
                && robot
                    .lookup(".rq-card .rq-title")
                    .queryLabeled()
                    .getText()
                    .equals(chosen.power().title()));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.await(
        "the keyboard in the card",
        () -> robot.lookup(".rq-card-scroll").queryAs(ScrollPane.class).isFocused());
    PseudoClass visible = PseudoClass.getPseudoClass("focus-visible");
    window.await(
        "which is seen",
        () -> robot.lookup(".rq-card-scroll").query().getPseudoClassStates().contains(visible));

    robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
    robot.clickOn(".rq-list-head .text-field");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    window.await("all powers again", () -> rows.getItems().size() == 77);
  }

  @Test
  void aMenuHasLettersOfFullSize(FxRobot robot) {
    ListView<PowerAtUnit> rows = window.rows(robot);
    window.await("all powers", () -> rows.getItems().size() == 77);
    MenuButton menu = robot.lookup(".rq-facet-menu").queryAs(MenuButton.class);
    robot.interact(menu::show);
    Labeled entry = robot.lookup(".context-menu .menu-item .label").queryLabeled();
    window.await("full size", () -> entry.getFont().getSize() >= 14);
    robot.interact(menu::hide);
  }

  @Test
  void aFigureOfTheHeadlineShowsItsRows(FxRobot robot) {
    ListView<PowerAtUnit> rows = window.rows(robot);
    window.await("all powers", () -> rows.getItems().size() == 77);
    List<ToggleButton> tiles =
        robot.lookup(".rq-tile").queryAllAs(ToggleButton.class).stream().toList();
    assertThat(tiles).hasSize(3);
    robot.clickOn(tiles.getFirst());
    window.<PowerAtUnit>awaitRows(
        robot, "powers of the commune", row -> row.competence().answer() == Answer.COMMUNE);
    assertThat(tiles.getFirst().getAccessibleText()).startsWith(rows.getItems().size() + " ");
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await("the keyboard stayed on the figure", () -> rows.getItems().size() == 77);
  }

  @Test
  void whatChangesWhileTheScreenIsInViewIsShownAndNothingIsAskedAfterwards(FxRobot robot) {
    ListView<PowerAtUnit> rows = window.rows(robot);
    window.await("all powers", () -> rows.getItems().size() == 77);
    window.wiring().ledger().record(List.of(power("moi")));
    window.await("the new power", () -> rows.getItems().size() == 78);
    robot.interact(() -> screen.hidden());
    window.wiring().ledger().record(List.of(new Operation.Remove(Entity.POWER, "moi")));
    assertThat(window.wiring().competence().powersAt(window.unit(), SampleRegister.TODAY))
        .hasSize(77);
    robot.interact(() -> {});
    assertThat(rows.getItems()).hasSize(78);
    robot.interact(() -> screen.shown());
    window.await("the power is gone", () -> rows.getItems().size() == 77);
  }

  @Test
  void theHandbookOfAPositionIsPrintedByKeyboard(FxRobot robot) {
    ListView<PowerAtUnit> rows = window.rows(robot);
    window.await("all powers", () -> rows.getItems().size() == 77);
    robot.interact(() -> robot.lookup("#handbook-body").query().requestFocus());
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await("the choice", () -> robot.lookup(".rq-choices").tryQuery().isPresent());
    robot.write("chu tich ubnd cap xa");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.await("the paper in the viewer", () -> viewed.size() == 1);
    assertThat(viewed.getFirst()).exists();
    assertThat(viewed.getFirst().getFileName().toString())
        .isEqualTo("so-tay-03160-ct-ubnd-cap-xa-2026-11-24.pdf");
    assertThat(window.navigator().opened).hasSize(1);
  }

  private static Operation power(String id) {
    return new Operation.Insert(
        Entity.POWER, id, Map.of("title", "Việc mới", "field_id", "tu-phap"));
  }
}
