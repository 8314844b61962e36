package vn.roquyen.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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

  @Test
  void theDiagramIsWalkedByArrowsAndAnInstrumentOpenedFromIt(FxRobot robot) {
    choose(robot, "qd-17-2016-ubnd");
    robot.clickOn("Sơ đồ");
    window.await("the diagram", () -> robot.lookup(".rq-node").queryAll().size() > 1);
    window.await("the keyboard in it", () -> robot.lookup(".rq-node.centre").query().isFocused());
    double before = width(robot);
    press(robot, KeyCode.EQUALS);
    assertThat(width(robot)).isGreaterThan(before);
    press(robot, KeyCode.DIGIT0);
    assertThat(width(robot)).isEqualTo(before);
    press(robot, KeyCode.LEFT);
    assertThat(robot.lookup(".rq-node.centre").query().isFocused()).isFalse();
    press(robot, KeyCode.ENTER);
    ListView<InstrumentLine> rows = window.rows(robot);
    window.await(
        "the repealing decision in the list",
        () ->
            rows.getSelectionModel().getSelectedItem().instrument().id().equals("qd-95-2025-ubnd"));
  }

  @Test
  void theRepealOfTheRoyaltiesDecisionIsTriedOutWithWhatWasToldOfIt(FxRobot robot) {
    choose(robot, "qd-17-2016-ubnd");
    robot.clickOn("Tác động");
    window.await("the impact", () -> robot.lookup(".rq-impact-figure").queryAll().size() == 7);
    assertThat(robot.lookup("Bị bãi bỏ bởi 95/2025/QĐ-UBND").tryQuery()).isPresent();
    assertThat(robot.lookup(".rq-day-field").queryTextInputControl().getText())
        .isEqualTo("29/12/2025");
    assertThat(robot.lookup(this::tellsOfTheMonthlyLicence).tryQuery()).isPresent();
    robot.clickOn("Sửa đổi, bổ sung");
    window.await(
        "the amendment",
        () -> robot.lookup(".rq-title").queryLabeled().getText().startsWith("Sửa đổi"));
    press(robot, KeyCode.ESCAPE);
    window.await("the list", () -> robot.lookup(".rq-hits").tryQuery().isPresent());
  }

  private boolean tellsOfTheMonthlyLicence(Node node) {
    return node instanceof Labeled label && label.getText().contains("Hằng tháng");
  }

  private void choose(FxRobot robot, String id) {
    ListView<InstrumentLine> rows = window.rows(robot);
    window.await("all instruments", () -> rows.getItems().size() == 73);
    InstrumentLine wanted =
        rows.getItems().stream()
            .filter(line -> line.instrument().id().equals(id))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> rows.getSelectionModel().select(wanted));
  }

  private static double width(FxRobot robot) {
    return robot.lookup(".rq-diagram").query().getBoundsInParent().getWidth();
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
  }
}
