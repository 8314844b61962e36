package vn.roquyen;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.InstanceCalls;
import vn.roquyen.platform.InstanceLock;
import vn.roquyen.platform.SampleData;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.SettingsFile;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.MainWindow;
import vn.roquyen.ui.Services;
import vn.roquyen.ui.Trial;
import vn.roquyen.ui.common.Appearance;
import vn.roquyen.ui.common.Background;

/** The window's life: shown at once, data opened behind it, closed in reverse order. */
public final class App extends Application {
  /** The commune that the demonstration looks from. */
  static final String DEMO_UNIT = SampleData.UNIT;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String DEMO = "demo";

  private final Clock clock = Clock.systemDefaultZone();
  private final Background background = new Background(Platform::runLater);
  private final Background.Lane opening = background.lane("opening");
  private final @Nullable Trial trial = Trial.asked();
  private @Nullable InstanceCalls calls;
  private volatile @Nullable Wiring wiring;
  private @Nullable MainWindow window;

  /**
   * Opens the window and returns when it was closed. When a window is already open on this data it
   * comes to the front instead.
   *
   * @param demo true loads the sample data and answers the questions of the first start
   * @return false when another window was brought to the front
   * @throws Fault DATA_FOLDER_IN_USE when something other than a window holds the data
   */
  public static boolean launchWindow(Path data, boolean demo) {
    AppPaths paths = new AppPaths(data.toAbsolutePath());
    try (InstanceLock lock = InstanceLock.tryAcquire(paths)) {
      if (lock != null) {
        launch(App.class, data.toString(), demo ? DEMO : "");
        return true;
      }
    }
    if (InstanceCalls.call(paths, PATIENCE)) {
      return false;
    }
    throw InstanceLock.inUse(data);
  }

  /** True when this machine can show a window. */
  public static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    String display = System.getenv("DISPLAY");
    return !linux || (display != null && !display.isBlank());
  }

  @Override
  public void start(Stage stage) {
    List<String> arguments = getParameters().getRaw();
    AppPaths paths = new AppPaths(Path.of(arguments.getFirst()).toAbsolutePath());
    SettingsFile settings = new SettingsFile(paths.settings());
    if (isDemo() && !settings.load().isComplete()) {
      settings.save(settings.load().withRole(Settings.Role.CLERK).withUnit(DEMO_UNIT));
    }
    Appearance.loadFonts();
    Appearance.useTheme(settings.load());
    MainWindow shown = new MainWindow(stage, settings, background, clock);
    window = shown;
    shown.show();
    if (trial != null) {
      trial.whenDrawn(stage.getScene());
    }
    calls = InstanceCalls.listen(paths, () -> Platform.runLater(shown::toFront));
    open(shown, paths);
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    background.close();
    Wiring opened = wiring;
    if (opened != null) {
      opened.close();
    }
    if (calls != null) {
      calls.close();
    }
  }

  private void open(MainWindow shown, AppPaths paths) {
    opening.run(
        () -> openData(paths, shown.opening()),
        opened -> {
          Services services = services(opened, paths.data(), clock);
          shown.opened(services);
          if (trial != null) {
            trial.ask(services, shown, background);
          }
        },
        failure -> shown.failedToOpen(failure, () -> open(shown, paths)));
  }

  /** What the window may use of an opened data folder. */
  static Services services(Wiring opened, Path data, Clock clock) {
    return new Services(
        data,
        clock,
        opened.registers(),
        opened.lookup(),
        opened.competence(),
        opened.cards(),
        opened.imports(),
        new Services.Exchange(
            opened.folder(),
            opened.keys(),
            opened.exchange(),
            opened.histories(),
            opened.sync(),
            opened.notices()),
        opened.stats(),
        opened.slips(),
        new Services.Browsing(opened.catalogue(), opened.instruments(), opened.exports()),
        opened.review(),
        opened.changes());
  }

  private Wiring openData(AppPaths paths, Progress progress) {
    Wiring opened = new Wiring(paths.data(), clock, progress);
    // Known before the window hears of it: it may be closed while its data are being opened.
    wiring = opened;
    if (isDemo() && opened.registers().current().powers().isEmpty()) {
      opened
          .folder()
          .beginWithSample(
              SampleData.folder(),
              FolderService.Member.of(Settings.Role.CLERK, DEMO_UNIT),
              Progress.NONE);
    }
    return opened;
  }

  private boolean isDemo() {
    return getParameters().getRaw().contains(DEMO);
  }
}
