package vn.roquyen;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
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
import vn.roquyen.service.TableWatch;
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

  /** A start is over by then, and whoever only asks one thing has his answer. */
  private static final Duration LOOK_OVER = Duration.ofSeconds(30);

  /** Between two looks whether JavaFX has begun to start. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

  private static final String DEMO = "demo";

  private record Prepared(MainWindow window, Background background) {}

  /**
   * The window, made while JavaFX starts: the machines have two processors. Here because JavaFX
   * makes the application itself and hands it nothing but words.
   */
  private static CompletableFuture<Prepared> preparing = new CompletableFuture<>();

  private final Clock clock = Clock.systemDefaultZone();
  private @Nullable Background background;
  private final @Nullable Trial trial = Trial.asked();
  private @Nullable InstanceCalls calls;
  private volatile @Nullable Wiring wiring;
  private @Nullable MainWindow window;
  private @Nullable TableWatch watch;

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
        preparing = CompletableFuture.supplyAsync(() -> prepare(paths, demo), App::onNewThread);
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
    AppPaths paths = new AppPaths(Path.of(getParameters().getRaw().getFirst()).toAbsolutePath());
    Prepared prepared = preparing.join();
    MainWindow shown = prepared.window();
    window = shown;
    background = prepared.background();
    shown.show(stage);
    if (trial != null) {
      trial.whenDrawn(stage.getScene());
    }
    calls = InstanceCalls.listen(paths, () -> Platform.runLater(shown::toFront));
    open(shown, prepared.background(), paths);
  }

  private static Prepared prepare(AppPaths paths, boolean demo) {
    SettingsFile settings = new SettingsFile(paths.settings());
    if (demo && !settings.load().isComplete()) {
      settings.save(settings.load().withRole(Settings.Role.CLERK).withUnit(DEMO_UNIT));
    }
    Appearance.loadFonts();
    awaitToolkit();
    Appearance.useTheme(settings.load());
    Background background = new Background(Platform::runLater);
    return new Prepared(
        new MainWindow(settings, background, Clock.systemDefaultZone()), background);
  }

  /** JavaFX starts beside this, late on a busy machine, and takes no theme before it has begun. */
  private static void awaitToolkit() {
    boolean begun = false;
    while (!begun) {
      try {
        Platform.runLater(() -> {});
        begun = true;
      } catch (IllegalStateException notYet) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
  }

  private static void onNewThread(Runnable work) {
    Thread.ofPlatform().daemon().name("window-making").start(work);
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    if (background != null) {
      background.close();
    }
    if (watch != null) {
      watch.close();
    }
    Wiring opened = wiring;
    if (opened != null) {
      opened.close();
    }
    if (calls != null) {
      calls.close();
    }
  }

  private void open(MainWindow shown, Background background, AppPaths paths) {
    background
        .lane("opening")
        .run(
            () -> openData(paths, shown.opening()),
            opened -> {
              Services services = services(opened, paths.data(), clock);
              shown.opened(services);
              watch =
                  new TableWatch(
                      opened.doctor(), LOOK_OVER, () -> Platform.runLater(shown::suspected));
              if (trial != null) {
                trial.ask(services, shown, background);
              }
            },
            failure -> shown.failedToOpen(failure, () -> open(shown, background, paths)));
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
            opened.lost(),
            opened.sync(),
            opened.stores(),
            opened.notices()),
        opened.stats(),
        new Services.Browsing(opened.catalogue(), opened.instruments(), opened.exports()),
        opened.history(),
        opened.editing(),
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
