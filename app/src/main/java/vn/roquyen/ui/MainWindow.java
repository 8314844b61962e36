package vn.roquyen.ui;

import java.time.Clock;
import java.time.LocalDate;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.service.Stats;
import vn.roquyen.ui.common.Appearance;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ErrorDialog;
import vn.roquyen.ui.common.Navigator;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.shell.ShellView;
import vn.roquyen.ui.shell.ShellViewModel;

/**
 * The one window: shows its frame at once, takes the services when the data folder is open, and
 * makes each screen when it is first wanted.
 */
public final class MainWindow implements Navigator {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  private final Stage stage;
  private final SettingsFile file;
  private final Background background;
  private final Background.Lane status;
  private Settings settings;
  private ShellViewModel model;
  private Messages messages;
  private ShellView shell;
  private @Nullable Screens screens;
  private @Nullable Screen current;

  public MainWindow(Stage stage, SettingsFile file, Background background, Clock clock) {
    this.stage = stage;
    this.file = file;
    this.background = background;
    this.status = background.lane("status");
    this.settings = file.load();
    this.messages = new Messages(settings.language().locale());
    this.model = new ShellViewModel(clock);
    this.shell = new ShellView(model, Screens.PLACES, messages);
  }

  /** Shows the frame; the data may still be closed. */
  public void show() {
    Rectangle2D bounds = javafx.stage.Screen.getPrimary().getVisualBounds();
    double width = Math.min(WIDTH, bounds.getWidth());
    double height = Math.min(HEIGHT, bounds.getHeight());
    Scene scene = new Scene(shell.root(), width, height);
    Appearance.apply(scene, settings);
    scene.widthProperty().subscribe(this::fit);
    stage.setTitle(messages.text("app.name"));
    stage.setScene(scene);
    stage.show();
    stage.focusedProperty().subscribe(focused -> model.dayMayHaveChanged());
    shell.focusSearch();
    shell.show(Parts.column("rq-full", Parts.label(messages.text("window.opening"), "rq-muted")));
  }

  /** Takes the services and shows the first screen. */
  public void opened(Services services) {
    Desk desk = new Desk(messages, this, background, model.standpoint());
    screens = new Screens(services, desk, model.query());
    try {
      model.setUnit(services.registers().unit(settings.unit() == null ? "" : settings.unit()));
    } catch (Fault unknown) {
      fail(unknown);
    }
    services.changes().subscribe(change -> Platform.runLater(() -> dataChanged(services)));
    showStatus(services);
    model.place().subscribe(place -> showPlace(place));
    model.query().subscribe((before, words) -> model.place().set(Place.LOOKUP));
    shell.search().addEventFilter(KeyEvent.KEY_PRESSED, screens.lookup()::searchKey);
  }

  /** Says that the data folder could not be opened. */
  public void failedToOpen(Throwable failure, Runnable again) {
    Button retry = Parts.button(messages.text("error.retry"), again, "accent");
    shell.show(Parts.column("rq-full", ErrorDialog.content(failure, messages, retry)));
  }

  /** Brings the window before all others. */
  public void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  @Override
  public void open(Place place) {
    model.place().set(place);
  }

  @Override
  public void openRecord(String id) {
    model.place().set(Place.LOOKUP);
    if (screens != null) {
      screens.lookup().openRecord(id);
    }
  }

  @Override
  public void lookUp(String words) {
    model.query().set(words);
    shell.focusSearch();
    shell.search().end();
  }

  @Override
  public void tell(String sentence) {
    shell.toast().say(sentence);
  }

  @Override
  public void fail(Throwable failure) {
    Button close = Parts.button(messages.text("dialog.close"), this::closeDialog, "accent");
    close.setDefaultButton(true);
    showDialog(ErrorDialog.content(failure, messages, close));
    close.requestFocus();
  }

  @Override
  public void showDialog(Node content) {
    shell.dialogs().open(content);
  }

  @Override
  public void closeDialog() {
    shell.dialogs().close();
  }

  private void dataChanged(Services services) {
    showStatus(services);
    if (current != null) {
      current.dataChanged();
    }
  }

  private void showStatus(Services services) {
    status.runLatest(services.stats()::stats, this::showStatus, this::fail);
  }

  private void showStatus(Stats stats) {
    LocalDate day = stats.dataDate();
    shell.setStatus(
        day == null
            ? messages.text("status.data.none")
            : messages.text("status.data", Dates.text(day)),
        messages.text("status.records", stats.records()));
  }

  private void fit(Number width) {
    shell.fit(Appearance.em(width.doubleValue(), settings));
  }

  private void showPlace(Place place) {
    if (screens == null) {
      return;
    }
    Screen next = screens.of(place);
    if (next != current) {
      if (current != null) {
        current.hidden();
      }
      current = next;
      shell.show(next.root());
      next.shown();
    }
  }
}
