package vn.roquyen;

import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.LogManager;
import vn.roquyen.cli.Cli;
import vn.roquyen.cli.DataFolders;
import vn.roquyen.cli.Services;
import vn.roquyen.cli.Terminal;
import vn.roquyen.persistence.Database;
import vn.roquyen.platform.AppPaths;

/** Starts the program: a subcommand runs on the command line, no argument opens the window. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    // Libraries that log through the JDK (Lucene, JavaFX) would write into a command's errors.
    LogManager.getLogManager().reset();
    Clock clock = Clock.systemDefaultZone();
    int exitCode = new Cli(new LocalFolders(clock), Terminal.ofProcess(), clock).run(arguments);
    System.exit(exitCode);
  }

  /** Opens data folders of this machine. */
  record LocalFolders(Clock clock) implements DataFolders {
    @Override
    public boolean hasData(Path data) {
      return Database.exists(new AppPaths(data).database());
    }

    @Override
    public Services open(Path data) {
      System.setProperty("roquyen.log", new AppPaths(data).log().toString());
      return new Wiring(data, clock);
    }
  }
}
