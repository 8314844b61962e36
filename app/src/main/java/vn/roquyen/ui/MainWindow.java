package vn.roquyen.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.common.Appearance;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ErrorDialog;
import vn.roquyen.ui.common.KeyboardMark;
import vn.roquyen.ui.common.Navigator;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.common.Watch;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.settings.SettingsViewModel;
import vn.roquyen.ui.shell.FileDrop;
import vn.roquyen.ui.shell.OpeningView;
import vn.roquyen.ui.shell.ShellView;
import vn.roquyen.ui.shell.ShellViewModel;

/**
 * The one window: shows its frame at once, takes the services when the data folder is open, and
 * makes each screen when it is first wanted.
 */
public final class MainWindow implements Navigator {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;
  private static final double SMALLEST_WIDTH = 640;
  private static final double SMALLEST_HEIGHT = 480;

  private final SettingsFile file;
  private final Background background;
  private final Background.Lane lane;
  private final Clock clock;
  private Settings settings;
  private Messages messages;
  private ShellViewModel model;
  private ShellView shell;
  private OpeningView opening;
  private final Scene scene;
  private @Nullable Services services;
  private @Nullable ImportViewModel imports;
  private @Nullable Screens screens;
  private @Nullable FrameFacts facts;
  private @Nullable Screen current;

  /**
   * Makes the frame and dresses it; may run on any thread while JavaFX itself is still starting.
   */
  public MainWindow(SettingsFile file, Background background, Clock clock) {
    this.file = file;
    this.background = background;
    this.lane = background.lane("window");
    this.clock = clock;
    this.settings = file.load();
    this.messages = speak(settings);
    this.model = new ShellViewModel(clock);
    this.shell =
        new ShellView(model, Screens.places(settings.role() == Settings.Role.PUBLISHER), messages);
    this.opening = new OpeningView(messages);
    shell.showFrame(settings.isComplete());
    scene = new Scene(shell.root(), WIDTH, HEIGHT);
    Appearance.apply(scene, settings);
    KeyboardMark.on(scene);
    shell.root().applyCss();
    shell.root().layout();
  }

  /** Shows the frame; the data may still be closed. */
  public void show(Stage stage) {
    Rectangle2D bounds = javafx.stage.Screen.getPrimary().getVisualBounds();
    if (bounds.getWidth() < WIDTH || bounds.getHeight() < HEIGHT) {
      stage.setWidth(Math.min(WIDTH, bounds.getWidth()));
      stage.setHeight(Math.min(HEIGHT, bounds.getHeight()));
    }
    scene.widthProperty().subscribe(this::fit);
    new FileDrop(scene, this::receive);
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    stage.setTitle(messages.text("app.name"));
    stage.setScene(scene);
    stage.show();
    stage.focusedProperty().subscribe(focused -> model.dayMayHaveChanged());
    shell.focusSearch();
    shell.show(opening.root());
  }

  /** What the opening of the data tells of its progress; may be called on any thread. */
  public Progress opening() {
    return new Progress() {
      @Override
      public void at(Phase phase, long done, long total) {
        background.onWindow(() -> opening.show(phase, Watch.share(done, total)));
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  /** Takes the services and shows the first screen, or asks the questions of the first start. */
  public void opened(Services opened) {
    services = opened;
    model.notices().setAll(opened.exchange().notices());
    imports =
        new ImportViewModel(opened.imports(), background, background.lane("import"), this::fail);
    opened.changes().subscribe(change -> Platform.runLater(this::dataChanged));
    String code = settings.unit() == null ? "" : settings.unit();
    facts(opened).beginning();
    lane.run(
        () -> opened.registers().current().communes().get(code),
        unit -> {
          if (unit == null || !settings.isComplete()) {
            firstStart(opened);
          } else {
            begin(opened, unit);
          }
        },
        this::fail);
  }

  /** Says that the database is to be built anew by another start. */
  public void suspected() {
    model.notices().add(new Notice(NoticeCode.DATABASE_SUSPECTED));
  }

  /** Says that the data folder could not be opened. */
  public void failedToOpen(Throwable failure, Runnable again) {
    Button retry = Parts.button(messages.text("error.retry"), again, "accent");
    shell.show(Parts.column("rq-full", ErrorDialog.content(failure, messages, retry)));
  }

  /** Brings the window before all others. */
  public void toFront() {
    if (scene.getWindow() instanceof Stage stage) {
      stage.setIconified(false);
      stage.show();
      stage.toFront();
      stage.requestFocus();
    }
  }

  /** Asks long work to stop, so that closing need not wait for it. */
  public void close() {
    if (imports != null && imports.isRunning()) {
      imports.stop();
    }
    if (screens != null) {
      screens.stop();
    }
  }

  @Override
  public void open(Place place) {
    model.place().set(place);
  }

  @Override
  public void openRecord(String id) {
    closeDialog();
    model.place().set(Place.LOOKUP);
    if (screens != null) {
      screens.lookup().openRecord(id);
    }
  }

  @Override
  public boolean mayEdit() {
    return facts != null && facts.mayEdit();
  }

  @Override
  public void edit(String id) {
    model.place().set(Place.EDITING);
    if (screens != null) {
      screens.edit(id);
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
  public void statusChanged() {
    if (facts != null) {
      facts.status();
    }
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

  private void receive(List<Path> files) {
    if (screens != null) {
      model.place().set(Place.SYNC);
      screens.receive(files);
    }
  }

  private void firstStart(Services opened) {
    shell.showFrame(false);
    ImportViewModel loading =
        new ImportViewModel(opened.imports(), background, background.lane("import"), this::fail);
    imports = loading;
    new FirstStart(opened, lane, loading, messages)
        .begin(
            settings,
            shell::show,
            (role, unit) -> {
              keep(settings.withRole(role).withUnit(unit.code()));
              loading.reset();
              begin(opened, unit);
              model.place().set(Screens.firstFor(role));
            },
            this::fail);
  }

  private void begin(Services opened, Commune unit) {
    Desk desk = new Desk(messages, this, background, model.standpoint());
    ImportViewModel running = imports;
    if (running == null) {
      return;
    }
    screens =
        new Screens(
            opened, desk, model.query(), new SettingsViewModel(settings, this::change), running);
    model.setUnit(unit);
    FrameFacts around = facts(opened);
    shell.showFrame(true);
    shell.search().addEventFilter(KeyEvent.KEY_PRESSED, screens.lookup()::searchKey);
    // Before the screen, which takes the keyboard when it is another than the look-up.
    shell.search().requestFocus();
    shell.search().end();
    model.place().subscribe(this::go);
    model.query().subscribe((before, words) -> model.place().set(Place.LOOKUP));
    model.standpoint().subscribe(from -> around.todo());
    around.status();
    around.key();
  }

  private FrameFacts facts(Services opened) {
    FrameFacts made = new FrameFacts(opened, lane, model, shell, messages, this::fail);
    facts = made;
    return made;
  }

  /** Keeps changed settings and makes the window follow them. */
  private void change(Settings wanted) {
    Settings before = settings;
    keep(wanted);
    if (wanted.language() != before.language()) {
      rebuild();
    } else if (wanted.theme() != before.theme() || wanted.textPercent() != before.textPercent()) {
      Appearance.apply(scene, settings);
      fit(scene.getWidth());
    }
    Services opened = services;
    String unit = wanted.unit();
    if (opened != null && unit != null && !unit.equals(before.unit())) {
      lane.run(() -> opened.registers().unit(unit), model::setUnit, this::fail);
    }
  }

  private void keep(Settings wanted) {
    settings = wanted;
    lane.carryOut(() -> file.save(wanted), () -> {}, this::fail);
  }

  /** Makes frame and screens anew in another language, where they were. */
  private void rebuild() {
    ShellViewModel old = model;
    messages = speak(settings);
    model = new ShellViewModel(clock);
    model.setBegins(old.begins());
    if (old.known() == null) {
      model.setDate(old.date().get());
    } else {
      model.setKnown(old.known());
    }
    model.query().set(old.query().get());
    model.notices().setAll(old.notices());
    shell =
        new ShellView(model, Screens.places(settings.role() == Settings.Role.PUBLISHER), messages);
    current = null;
    scene.setRoot(shell.root());
    fit(scene.getWidth());
    Services opened = services;
    if (opened != null && old.standpoint().get() != null) {
      begin(opened, old.standpoint().get().unit());
      model.place().set(old.place().get());
    }
  }

  /** The texts of the chosen language; calendars and other controls of JavaFX follow it too. */
  private static Messages speak(Settings chosen) {
    Locale.setDefault(
        chosen.language() == Settings.Language.EN ? Locale.UK : Locale.of("vi", "VN"));
    return new Messages(chosen.language().locale());
  }

  private void dataChanged() {
    if (facts != null) {
      facts.follow();
    }
    if (current != null) {
      current.dataChanged();
    }
  }

  private void fit(Number width) {
    shell.fit(Appearance.em(width.doubleValue(), settings));
  }

  private void go(Place place) {
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
