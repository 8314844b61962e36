package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
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
import org.testfx.util.WaitForAsyncUtils;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.ui.MainWindow;
import vn.roquyen.ui.common.Appearance;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Dates;

/** The whole window from an empty data folder: first start, look-up, another day, settings. */
@ExtendWith(ApplicationExtension.class)
final class WindowTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir static Path folder;

  private final Clock clock = Clock.systemDefaultZone();
  private final Background background = new Background(Platform::runLater);
  private final Locale locale = Locale.getDefault();
  private Path data;
  private Wiring wiring;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    data = folder.resolve("Dữ liệu " + System.nanoTime());
    Appearance.loadFonts();
    Appearance.useTheme(Settings.FIRST);
    wiring = new Wiring(data, clock);
    window = new MainWindow(settings(), background, clock);
    window.show(stage);
    window.opened(App.services(wiring, data, clock));
  }

  @AfterEach
  void close() {
    Locale.setDefault(locale);
    window.close();
    background.close();
    wiring.close();
  }

  @Test
  void threeQuestionsLeadToTheFirstAnswerAndTheSettingsTakeEffectAtOnce(FxRobot robot) {
    firstStart(robot);
    await("kept", () -> "03160".equals(settings().load().unit()));
    assertThat(settings().load().role()).isEqualTo(Settings.Role.CLERK);
    assertThat(robot.lookup("Xã Mường Nhé").tryQuery()).isPresent();

    robot.write("dang ky thuong tru");
    await(
        "the verdict",
        () ->
            robot.lookup(".rq-verdict").tryQuery().isPresent()
                && text(robot, ".rq-verdict").startsWith("Xã có thẩm quyền"));
    assertThat(search(robot).getText()).as("never rewritten").isEqualTo("dang ky thuong tru");

    anotherDay(robot);
    english(robot);
    largeText(robot);
  }

  private void firstStart(FxRobot robot) {
    await("the first question", () -> robot.lookup(".rq-choice").tryQuery().isPresent());
    await("the keyboard in it", () -> robot.lookup(".rq-choice").query().isFocused());
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await("the second", () -> robot.lookup(".rq-unit-choice .text-field").tryQuery().isPresent());
    await(
        "the keyboard in it",
        () -> robot.lookup(".rq-unit-choice .text-field").query().isFocused());
    robot.write("nam vi");
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    await("the third", () -> robot.lookup(".radio-button").tryQuery().isPresent());
    robot.clickOn("Bắt đầu");
    await("the look-up", () -> robot.lookup(".rq-welcome").tryQuery().isPresent());
    await("the keyboard in it", () -> search(robot).isFocused());
  }

  private void anotherDay(FxRobot robot) {
    LocalDate day = LocalDate.of(2026, 3, 2);
    robot.press(KeyCode.ALT, KeyCode.D).release(KeyCode.D, KeyCode.ALT);
    await("the question", () -> robot.lookup(".rq-date-typed").tryQuery().isPresent());
    robot.interact(
        () -> robot.lookup(".rq-date-typed").queryAs(TextField.class).setText("31/02/2026"));
    robot.clickOn("Trả lời theo ngày này");
    assertThat(robot.lookup(".rq-date-typed").tryQuery()).as("no such day").isPresent();
    robot.interact(
        () -> robot.lookup(".rq-date-typed").queryAs(TextField.class).setText("2/3/2026"));
    robot.clickOn("Trả lời theo ngày này");
    await("the marker", () -> robot.lookup(".rq-other-day").query().isVisible());
    await("the card of that day", () -> robot.lookup(this::saysHandedIn).tryQuery().isPresent());
    assertThat(text(robot, ".rq-other-day .label")).contains(Dates.text(day));
    robot.clickOn("Về hôm nay");
    await("no marker", () -> !robot.lookup(".rq-other-day").query().isVisible());
  }

  private void english(FxRobot robot) {
    // The settings are the last entry of the rail.
    int entries = robot.lookup(".rq-rail-entry").queryAll().size();
    KeyCode digit = KeyCode.getKeyCode(Integer.toString(entries));
    robot.press(KeyCode.ALT, digit).release(digit, KeyCode.ALT);
    await("settings", () -> robot.lookup("English").tryQuery().isPresent());
    robot.clickOn("English");
    await("another language", () -> robot.lookup("Data folder").tryQuery().isPresent());
    assertThat(search(robot).getText()).as("what was asked").isEqualTo("dang ky thuong tru");
    await("kept", () -> settings().load().language() == Settings.Language.EN);
  }

  private void largeText(FxRobot robot) {
    double before = robot.lookup("Data folder").queryAs(Labeled.class).getFont().getSize();
    robot.clickOn("200 %");
    await(
        "twice as large",
        () -> robot.lookup("Data folder").queryAs(Labeled.class).getFont().getSize() == 2 * before);
    await("kept", () -> settings().load().textPercent() == 200);
  }

  private boolean saysHandedIn(Node node) {
    return node instanceof Labeled label && "Nộp ngày 02/03/2026".equals(label.getText());
  }

  private static TextField search(FxRobot robot) {
    return robot.lookup(".rq-search-field").queryAs(TextField.class);
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  private SettingsFile settings() {
    return new SettingsFile(new AppPaths(data).settings());
  }

  private static void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException late) {
      throw new AssertionError("did not happen: " + what, late);
    }
  }
}
