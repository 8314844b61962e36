package vn.roquyen.ui;

import java.time.Clock;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.ui.common.Appearance;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ErrorDialog;
import vn.roquyen.ui.common.Navigator;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Place;
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
  private final ShellViewModel model;
  private Settings settings;
  private Messages messages;
  private ShellView shell;
  private @Nullable Services services;
  private @Nullable Screens screens;
  private vn.roquyen.ui.common.@Nullable Screen current;

  public MainWindow(Stage stage, SettingsFile file, Background background, Clock clock) {
    this.stage = stage;
    this.file = file;
    this.background = background;
    this.model = new ShellViewModel(clock);
    this.settings = file.load();
    this.messages = new Messages(settings.language().locale());
    this.shell = new ShellView(model, Screens.PLACES, messages);
  }

  /** Shows the frame; the data may still be closed. */
  public void show() {
    Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            shell.root(),
            Math.min(WIDTH, bounds.getWidth()),
            Math.min(HEIGHT, bounds.getHeight()));
    Appearance.apply(scene, settings);
    scene.widthProperty().subscribe(this::fit);
    stage.setTitle(messages.text("app.name"));
    stage.setScene(scene);
    stage.show();
    shell.focusSearch();
    stage.focusedProperty().subscribe(focused -> model.dayMayHaveChanged());
  }
}
