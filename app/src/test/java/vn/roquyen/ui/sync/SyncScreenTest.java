package vn.roquyen.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
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
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.service.ExchangeService.Selection;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.ContentScroll;
import vn.roquyen.ui.common.ScreenStage;

@ExtendWith(ApplicationExtension.class)
final class SyncScreenTest {
  @TempDir static Path folder;
  private Path place;
  private ScreenStage window;
  private SyncScreen screen;

  /** What the screen works with in a test. */
  static SyncViewModel.Sources sources(Wiring wiring, Supplier<List<Path>> drives) {
    return new SyncViewModel.Sources(
        wiring.folder(),
        wiring.keys(),
        wiring.exchange(),
        wiring.histories(),
        wiring.lost(),
        wiring.sync(),
        wiring.stores(),
        wiring.registers(),
        drives,
        Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));
  }

  @Start
  void show(Stage stage) {
    place = folder.resolve(Long.toString(System.nanoTime()));
    window = new ScreenStage(place.resolve("mine"));
    Path stick = place.resolve("USB-XANH");
    screen = new SyncScreen(sources(window.wiring(), () -> List.of(stick)), window.desk());
    window.show(stage, screen);
  }

  @AfterEach
  void close() {
    screen.hidden();
    window.close();
  }

  @Test
  void aParcelComesInAndAConflictIsDecidedAndTakenBackByKeyboard(FxRobot robot) {
    window.await("the keys", () -> robot.lookup("máy này").tryQuery().isPresent());
    assertThat(robot.lookup("Dữ liệu mẫu – chữ ký trình diễn").tryQuery()).isPresent();
    window.await("the stick", () -> robot.lookup("USB: USB-XANH").tryQuery().isPresent());
    String power = window.wiring().registers().current().powers().keySet().iterator().next();
    write(window.wiring(), power, "Tên của máy này");
    Path parcel = place.resolve("khác.rqp");
    try (SampleRegister other = new SampleRegister(place.resolve("other"))) {
      write(other.wiring(), power, "Tên của máy khác");
      other.wiring().exchange().export(parcel, Selection.ALL);
    }
    robot.interact(() -> screen.receive(List.of(parcel)));
    window.await("what came", () -> robot.lookup("Đã nhận").tryQuery().isPresent());
    window.await("the review", () -> robot.lookup("Dùng giá trị này").tryQuery().isPresent());
    Button take = robot.lookup("Dùng giá trị này").queryAs(Button.class);
    assertThat(take.getAccessibleText()).contains("Tên của");
    robot.interact(take::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await("settled", () -> robot.lookup("Không có gì cần xem lại.").tryQuery().isPresent());
    Button undo = robot.lookup("Hoàn tác").queryAs(Button.class);
    robot.interact(undo::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await(
        "taken back",
        () ->
            robot
                .lookup(
                    node ->
                        node instanceof Labeled label
                            && label.getText() != null
                            && label.getText().startsWith("Đã trả lại giá trị"))
                .tryQuery()
                .isPresent());
  }

  @Test
  void fault25_changesThatDoNotCountAreChosenAndSentAgainByKeyboard(FxRobot robot)
      throws IOException {
    window.await("the keys", () -> robot.lookup("máy này").tryQuery().isPresent());
    assertThat(isShown(robot, "Máy khác đã ghi dưới cùng tên")).isFalse();
    List<String> fields =
        List.copyOf(window.wiring().registers().current().fields().keySet()).subList(0, 2);
    Path parcel = LostViewModelTest.ofTwin(window.wiring(), place.resolve("mine"), place, fields);
    robot.interact(() -> screen.receive(List.of(parcel)));
    window.await("the notice", () -> isShown(robot, "Máy khác đã ghi dưới cùng tên"));
    fire(robot, "Gửi lại các thay đổi này…");
    window.await("the choice", () -> isShown(robot, "Gửi lại 2 mục"));
    assertThat(isShown(robot, "Hiện nay: máy")).isTrue();
    CheckBox box = robot.lookup(node -> node instanceof CheckBox).queryAs(CheckBox.class);
    robot.interact(box::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await("one is left out", () -> isShown(robot, "Gửi lại 1 mục"));
    fire(robot, "Gửi lại 1 mục");
    window.await("sent", () -> isShown(robot, "Đã gửi lại 1 mục."));
    window.await("one is left", () -> isShown(robot, "1 mục của bên kia không được tính"));
    fire(robot, "Gửi lại các thay đổi này…");
    fire(robot, "Không gửi lại");
    window.await("declined", () -> isShown(robot, "Đã chọn không gửi lại 1 mục"));
    window.await("no notice", () -> !isShown(robot, "Máy khác đã ghi dưới cùng tên"));
    fire(robot, "Hoàn tác");
    window.await("asked again", () -> isShown(robot, "Máy khác đã ghi dưới cùng tên"));
  }

  @Test
  void aStoreIsAddedTriedChangedAndRemoved(FxRobot robot) throws IOException {
    Path shared = Files.createDirectories(place.resolve("ổ chung"));
    window.await("the button", () -> robot.lookup("Thêm kho chung").tryQuery().isPresent());
    fire(robot, "Thêm kho chung");
    window.await("the keyboard in its name", () -> hasKeyboard(robot, "Tên kho trên máy này"));
    type(robot, "Tên kho trên máy này", "kho tỉnh");
    type(robot, "Thư mục", shared.toString());
    Button trial = robot.lookup("Thử kho").queryAs(Button.class);
    robot.interact(trial::requestFocus);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    window.await("what was found", () -> isShown(robot, "không bao giờ bị ghi đè"));
    assertThat(isShown(robot, "Kho còn trống")).isTrue();
    assertThat(trial.isFocused()).isTrue();
    ContentScroll form = robot.lookup(node -> node instanceof ContentScroll).query();
    window.await(
        "all of it in view",
        () ->
            form.getViewportBounds().getHeight() + 1
                >= form.getContent().getLayoutBounds().getHeight());
    fire(robot, "Lưu");
    window.await("the name is refused", () -> isShown(robot, "không có khoảng trắng"));
    type(robot, "Tên kho trên máy này", "kho-tỉnh");
    fire(robot, "Lưu");
    window.await("the store", () -> robot.lookup("Đồng bộ ngay").tryQuery().isPresent());
    assertThat(isShown(robot, "Không còn gì chờ gửi")).isTrue();
    fire(robot, "Đồng bộ ngay");
    window.await("a round", () -> isShown(robot, "Đồng bộ lần cuối"));
    assertThat(window.navigator().opened).contains("status");
    fireNamed(robot, "Sửa kho kho-tỉnh");
    fire(robot, "Thử kho");
    window.await("ours", () -> isShown(robot, "đã có dữ liệu của hệ thống này"));
    fire(robot, "Thôi");
    fireNamed(robot, "Bỏ kho kho-tỉnh");
    fire(robot, "Bỏ kho");
    window.await("no store", () -> isShown(robot, "Chưa có kho chung nào"));
    assertThat(shared.resolve("v1/space")).exists();
  }

  @Test
  void unitsAreCalledByTheirNames(FxRobot robot) {
    window.await("who", () -> isShown(robot, "Biên tập cấp tỉnh · Tỉnh"));
    assertThat(isShown(robot, "đơn vị tinh")).isFalse();
  }

  private static boolean isShown(FxRobot robot, String part) {
    return robot
        .lookup(
            node ->
                node instanceof Labeled label
                    && label.getText() != null
                    && label.getText().contains(part))
        .tryQuery()
        .isPresent();
  }

  private static void fire(FxRobot robot, String text) {
    Button button =
        robot
            .lookup(node -> node instanceof Button each && text.equals(each.getText()))
            .queryAllAs(Button.class)
            .stream()
            .reduce((first, last) -> last)
            .orElseThrow();
    robot.interact(button::fire);
  }

  private static void fireNamed(FxRobot robot, String name) {
    Button button =
        robot
            .lookup(node -> node instanceof Button each && name.equals(each.getAccessibleText()))
            .queryAs(Button.class);
    robot.interact(button::fire);
  }

  private static boolean hasKeyboard(FxRobot robot, String name) {
    return robot
        .lookup(node -> node.isFocused() && name.equals(node.getAccessibleText()))
        .tryQuery()
        .isPresent();
  }

  private static void type(FxRobot robot, String name, String text) {
    TextField field =
        robot
            .lookup(node -> node instanceof TextField each && name.equals(each.getAccessibleText()))
            .queryAs(TextField.class);
    robot.interact(() -> field.setText(text));
  }

  private static void write(Wiring wiring, String power, String title) {
    wiring
        .ledger()
        .record(List.of(new Operation.SetFields(Entity.POWER, power, Map.of("title", title))));
  }
}
