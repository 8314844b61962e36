package vn.roquyen.ui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
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
import vn.roquyen.domain.ProposalState;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.service.DraftService;
import vn.roquyen.service.EditableRecords;
import vn.roquyen.service.ExchangeService;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.ui.common.ScreenStage;

/** Two editors at two machines, without a mouse: one writes a decision, the other approves it. */
@ExtendWith(ApplicationExtension.class)
final class EditingByKeyboardTest {
  private static final EditableRecords.Known REMOVAL =
      new EditableRecords.Known(Entity.GRANT, "g-cb-quy-hoach", "");

  @TempDir static Path folder;
  private Stage stage;
  private ScreenStage author;
  private ScreenStage second;
  private ScreenStage window;

  @Start
  void show(Stage shown) {
    stage = shown;
    author = new ScreenStage(folder.resolve(System.nanoTime() + "a"));
    second = new ScreenStage(folder.resolve(System.nanoTime() + "b"));
    show(author);
  }

  @AfterEach
  void close() {
    author.close();
    second.close();
  }

  @Test
  void aDecisionIsWrittenSentAndApprovedByAnotherKey(FxRobot robot) {
    window.await("nothing to choose yet, but to begin", () -> focused() instanceof MenuButton);
    robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
    field("Số, ký hiệu");
    robot.write("77/2026").type(KeyCode.ENTER);
    go(robot, "Hiệu lực từ");
    robot.write("01/12/2026").type(KeyCode.ENTER);
    go(robot, "Tên, trích yếu");
    robot.write("Quyet dinh uy quyen").type(KeyCode.ENTER);
    robot.type(KeyCode.ENTER);
    fill(robot, "Việc được giao", "quan ly can bo theo phan cap");
    fill(robot, "Hình thức", "uy quyen");
    fill(robot, "Bên giao", "ct-ubnd-tinh");
    fill(robot, "Bên nhận", "ct-ubnd-cap-xa");
    window.await(
        "two rows without a problem", () -> robot.lookup("Có thể gửi").tryQuery().isPresent());
    seeImpactAndSend(robot);
    window.await("it waits", () -> waiting(author).size() == 1 && drafts() == 0);
    assertThat(waiting(author).getFirst().edits()).hasSize(2);

    handOver(robot);
    window.await("what it hits", () -> robot.lookup(this::saysGained).tryQuery().isPresent());
    tabTo(robot, node -> node instanceof Button button && "Duyệt".equals(button.getText()));
    readBelow(robot);
    robot.type(KeyCode.SPACE);
    window.await("decided, and gone from the list", () -> window.rows(robot).getItems().isEmpty());
    assertThat(waiting(second)).isEmpty();
    assertThat(second.wiring().editing().approvals().all())
        .extracting(WaitingChange::state)
        .containsExactly(ProposalState.APPROVED);
    // Services are told after the tables have it.
    window.await(
        "the grant",
        () ->
            second.wiring().registers().current().grantsOf("cb-quan-ly").stream()
                .anyMatch(grant -> "ct-ubnd-cap-xa".equals(grant.granteeId())));
  }

  @Test
  void whatTheSecondKeyReturnsIsShownAsReturnedAndTheListKeepsTheKeyboard(FxRobot robot) {
    DraftService drafts = author.wiring().editing().drafts();
    drafts.send(drafts.begin(List.of(REMOVAL), DraftRow.Kind.REMOVE).id());
    handOver(robot);
    tabTo(robot, node -> node instanceof TextField && "Lý do".equals(brief(node)));
    robot.write("Thieu can cu");
    tabTo(robot, node -> node instanceof Button button && "Trả lại".equals(button.getText()));
    robot.type(KeyCode.SPACE);
    window.await("why", () -> robot.lookup("Lý do: Thieu can cu").tryQuery().isPresent());
    assertThat(focused()).isSameAs(window.rows(robot));
  }

  private static String brief(Node field) {
    String name = field.getAccessibleText();
    return name == null ? "" : name.replaceAll(" \\(.*", "");
  }

  /** The author's change goes to the second editor, who chooses it. */
  private void handOver(FxRobot robot) {
    Path files = folder.resolve(System.nanoTime() + "gửi");
    author.wiring().exchange().export(files, ExchangeService.Selection.ALL);
    second.wiring().exchange().receive(List.of(files));
    robot.interact(() -> show(second));
    window.await("the change", () -> window.rows(robot).getItems().size() == 1);
    robot.type(KeyCode.DOWN);
    window.await("its content", () -> robot.lookup("NỘI DUNG THAY ĐỔI").tryQuery().isPresent());
  }

  /** On demand first, and again before it is sent; nothing is written by looking. */
  private void seeImpactAndSend(FxRobot robot) {
    tabTo(robot, node -> node instanceof ToggleButton view && "Tác động".equals(view.getText()));
    robot.type(KeyCode.SPACE);
    window.await("what it hits", () -> robot.lookup(this::saysGained).tryQuery().isPresent());
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    window.await("the question", () -> robot.lookup("Xem lại").tryQuery().isPresent());
    assertThat(waiting(author)).isEmpty();
    robot.type(KeyCode.SPACE);
  }

  /** What has no button is read by the page keys. */
  private static void readBelow(FxRobot robot) {
    robot.type(KeyCode.PAGE_DOWN);
    ScrollPane read = robot.lookup(".rq-card-scroll").query();
    assertThat(read.getVvalue()).isPositive();
  }

  private void show(ScreenStage wanted) {
    window = wanted;
    wanted.show(
        stage,
        new EditingScreen(
            wanted.wiring().editing(),
            wanted.wiring().registers(),
            wanted.wiring().review().impact(),
            wanted.wiring().changes(),
            wanted.desk()));
  }

  /** Types into the field that has the keyboard, and goes on to the next one. */
  private void fill(FxRobot robot, String name, String words) {
    go(robot, name);
    robot.write(words).type(KeyCode.ESCAPE).type(KeyCode.TAB);
  }

  private void go(FxRobot robot, String name) {
    field(null);
    tabTo(robot, node -> node instanceof TextField && name.equals(node.getAccessibleText()));
  }

  /** Waits until a form has the keyboard. */
  private void field(String name) {
    window.await(
        "the keyboard in the form",
        () ->
            focused() instanceof TextField field
                && (name == null || name.equals(field.getAccessibleText())));
  }

  private void tabTo(FxRobot robot, Predicate<Node> wanted) {
    for (int i = 0; i < 60 && !wanted.test(focused()); i++) {
      robot.type(KeyCode.TAB);
    }
    assertThat(wanted.test(focused())).as("reached by Tab: %s", focused()).isTrue();
  }

  private Node focused() {
    return stage.getScene().getFocusOwner();
  }

  private boolean saysGained(Node node) {
    return node instanceof Labeled label
        && label.getText() != null
        && label.getText().startsWith("Nơi có thẩm quyền trước → sau");
  }

  private List<WaitingChange> waiting(ScreenStage at) {
    return at.wiring().editing().approvals().waiting();
  }

  private int drafts() {
    return author.wiring().editing().drafts().list().drafts().size();
  }
}
