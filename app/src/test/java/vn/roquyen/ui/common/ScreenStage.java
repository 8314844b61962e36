package vn.roquyen.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Commune;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.card.SlipViewModel;

/** One screen on the sample data in a window of the smallest size that must work. */
public final class ScreenStage implements AutoCloseable {
  private static final double WIDTH = 1170;
  private static final double HEIGHT = 684;
  private static final int PATIENCE_SECONDS = 60;

  private final SampleRegister sample;
  private final Path slips;
  private final Background background = new Background(Platform::runLater);
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final SimpleObjectProperty<@Nullable Standpoint> standpoint =
      new SimpleObjectProperty<>();
  private final Desk desk =
      new Desk(new Messages(Locale.of("vi")), navigator, background, standpoint);

  public ScreenStage(Path folder) {
    slips = folder.resolve("phiếu");
    sample = new SampleRegister(folder);
    standpoint.set(new Standpoint(sample.unit(), SampleRegister.TODAY));
  }

  public Wiring wiring() {
    return sample.wiring();
  }

  public Commune unit() {
    return sample.unit();
  }

  public Desk desk() {
    return desk;
  }

  public RecordingNavigator navigator() {
    return navigator;
  }

  public SimpleObjectProperty<@Nullable Standpoint> standpoint() {
    return standpoint;
  }

  /** What cards are made from. */
  public CardViewModel.Sources sources() {
    return new CardViewModel.Sources(
        wiring().history().times(),
        new SlipViewModel.Sources(wiring().history().times(), file -> {}, slips));
  }

  /** Shows the screen; on the window's thread. */
  public void show(Stage stage, Screen screen) {
    Appearance.loadFonts();
    navigator.window().getChildren().setAll(screen.root());
    Scene scene = new Scene(navigator.window(), WIDTH, HEIGHT);
    Appearance.apply(scene, Settings.FIRST);
    KeyboardMark.on(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
  }

  /** The list of the screen. */
  @SuppressWarnings("unchecked")
  public <T> ListView<T> rows(FxRobot robot) {
    return (ListView<T>) robot.lookup(".rq-hits").queryListView();
  }

  /** Waits until the condition holds on the window's thread. */
  public void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException late) {
      throw new AssertionError("did not happen: " + what, late);
    }
    assertThat(navigator.failures).isEmpty();
  }

  /** Waits until all rows fit and there is at least one. */
  public <T> void awaitRows(FxRobot robot, String what, Function<T, Boolean> fits) {
    ListView<T> rows = rows(robot);
    await(what, () -> !rows.getItems().isEmpty() && rows.getItems().stream().allMatch(fits::apply));
  }

  @Override
  public void close() {
    background.close();
    sample.close();
  }
}
