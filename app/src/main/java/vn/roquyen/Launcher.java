package vn.roquyen;

import java.nio.file.Path;
import java.time.Clock;
import vn.roquyen.cli.Cli;
import vn.roquyen.cli.Terminal;
import vn.roquyen.cli.Window;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.LogFile;

/** Starts the program: a subcommand runs on the command line, no argument opens the window. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    LogFile.silence();
    Clock clock = Clock.systemDefaultZone();
    LocalFolders folders = new LocalFolders(clock);
    Cli cli = new Cli(folders, new AppWindow(), Terminal.ofProcess(), clock);
    System.exit(cli.run(new Arguments(arguments).asTyped()));
  }

  /** The JavaFX window; its classes are loaded when it is opened, never for a command. */
  private static final class AppWindow implements Window {
    @Override
    public boolean hasDisplay() {
      return App.hasDisplay();
    }

    @Override
    public boolean open(Path data, boolean demo) {
      LogFile.writeInto(new AppPaths(data));
      try {
        App.launchWindow(data, demo);
        return true;
      } catch (RuntimeException failure) {
        if (isWithoutDisplay(failure)) {
          return false;
        }
        throw failure;
      }
    }

    /** JavaFX says so when a display is named but cannot be reached. */
    private static boolean isWithoutDisplay(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnsupportedOperationException) {
          return true;
        }
      }
      return false;
    }
  }
}
