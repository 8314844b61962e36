package vn.roquyen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.roquyen.cli.Cli;
import vn.roquyen.cli.Terminal;
import vn.roquyen.cli.Window;
import vn.roquyen.platform.LogFile;

/** What one command of the real command line wrote and how it ended. */
record CommandRun(int exitCode, String out, String err) {
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

  private static final Window NO_DISPLAY =
      new Window() {
        @Override
        public boolean hasDisplay() {
          return false;
        }

        @Override
        public boolean open(Path data, boolean demo) {
          throw new AssertionError("there is no display");
        }
      };

  /** Runs a command on a data folder. */
  static CommandRun on(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString()));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  static CommandRun run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            false);
    int exitCode = new Cli(new LocalFolders(CLOCK), NO_DISPLAY, terminal, CLOCK).run(arguments);
    // A line that comes later would make a folder of a test that is over.
    LogFile.silence();
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
