package vn.roquyen.ui.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.service.LookupHit;
import vn.roquyen.ui.common.ScreenStage;
import vn.roquyen.ui.common.Standpoint;

@ExtendWith(ApplicationExtension.class)
final class LookupScreenTest {
  @TempDir static Path folder;

  private final SimpleStringProperty query = new SimpleStringProperty("");
  private ScreenStage window;
  private LookupScreen screen;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    screen = new LookupScreen(window.sources(), window.desk(), query);
    window.show(stage, screen);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theEmptyScreenTeachesWithExamples(FxRobot robot) {
    robot.clickOn("dang ky khai sinh");
    assertThat(window.navigator().opened).containsExactly("dang ky khai sinh");
  }

  @Test
  void theCitizensWordsGiveTheVerdictAndThePapers(FxRobot robot) {
    ask(robot, "dang ky khai sinh");
    awaitVerdict(robot, "Xã có thẩm quyền");
    assertThat(robot.lookup(".rq-banner.good").tryQuery()).isPresent();
    assertThat(robot.lookup(".rq-paper").queryAllAs(CheckBox.class)).isNotEmpty();
    CheckBox paper = robot.lookup(".rq-paper").queryAs(CheckBox.class);
    robot.interact(paper::fire);
    assertThat(isSaid(robot, "Đã có 1/")).isTrue();
  }

  @Test
  void whatTheRegisterDoesNotSayIsSaidToBeUnknown(FxRobot robot) {
    ask(robot, "gia hạn giấy phép lao động");
    awaitVerdict(robot, "Chưa xác định được thẩm quyền");
    assertThat(robot.lookup(".rq-banner.check").tryQuery()).isPresent();
    assertThat(robot.lookup("Nguồn dữ liệu không nêu cơ quan, chức danh được giao.").tryQuery())
        .isPresent();
    robot.clickOn("Vì sao?");
    assertThat(robot.lookup(".rq-reasons").query().isVisible()).isTrue();
  }

  @Test
  void whatMayOnlyBeRelatedShowsNoVerdictByItself(FxRobot robot) {
    ask(robot, "mua tàu vũ trụ");
    window.await("the note", () -> isVisible(robot, ".rq-list-head .rq-note"));
    assertThat(robot.lookup(".rq-banner").tryQuery()).isEmpty();
    press(KeyCode.DOWN, robot);
    window.await("the card", () -> robot.lookup(".rq-banner").tryQuery().isPresent());
    assertThat(robot.lookup(".rq-card > .rq-note").tryQuery())
        .as("the warning above the verdict")
        .isPresent();
  }

  @Test
  void arrowKeysChooseWhileOneGoesOnTyping(FxRobot robot) {
    ask(robot, "dang ky khai sinh");
    window.await("the list", () -> isVisible(robot, ".rq-hits"));
    ListView<LookupHit> rows = window.rows(robot);
    window.await("results", () -> rows.getSelectionModel().getSelectedIndex() == 0);
    press(KeyCode.DOWN, robot);
    window.await("the second", () -> rows.getSelectionModel().getSelectedIndex() == 1);
    String second = rows.getItems().get(1).title();
    window.await("its card", () -> isSaid(robot, second));
    press(KeyCode.UP, robot);
    window.await("the first", () -> rows.getSelectionModel().getSelectedIndex() == 0);
  }

  @Test
  void anotherDayIsAnsweredForEverywhere(FxRobot robot) {
    ask(robot, "dang ky thuong tru");
    awaitVerdict(robot, "Xã có thẩm quyền");
    LocalDate day = LocalDate.of(2026, 3, 2);
    robot.interact(() -> window.standpoint().set(new Standpoint(window.unit(), day)));
    window.await("the card of that day", () -> isSaid(robot, "Nộp ngày 02/03/2026"));
  }

  @Test
  void noHitSaysWhatToDo(FxRobot robot) {
    ask(robot, "zzzz qqqq xxxx");
    window.await("advice", () -> isVisible(robot, ".rq-nothing"));
    assertThat(robot.lookup("Không tìm thấy “zzzz qqqq xxxx”").tryQuery()).isPresent();
  }

  private void ask(FxRobot robot, String words) {
    robot.interact(() -> query.set(words));
  }

  private void press(KeyCode code, FxRobot robot) {
    robot.interact(
        () ->
            screen.searchKey(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private static boolean isVisible(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static boolean isSaid(FxRobot robot, String beginning) {
    return robot.lookup((Node node) -> says(node, beginning)).tryQuery().isPresent();
  }

  private static boolean says(Node node, String beginning) {
    return node.isVisible()
        && node instanceof Labeled label
        && Objects.toString(label.getText(), "").startsWith(beginning);
  }

  private void awaitVerdict(FxRobot robot, String beginning) {
    window.await(
        beginning,
        () ->
            robot.lookup(".rq-verdict").tryQuery().isPresent()
                && robot
                    .lookup(".rq-verdict")
                    .queryAs(Labeled.class)
                    .getText()
                    .startsWith(beginning));
  }
}
