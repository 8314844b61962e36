package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The log of the program, in the data folder: at most two files of a megabyte. It is the JDK's own,
 * in which the libraries log too; another one would be loaded at every start. The file is opened by
 * the first line: a command that has nothing to say must not leave a folder behind.
 */
public final class LogFile extends Handler {
  private static final String NAME = "roquyen.%g.log";
  private static final int LARGEST = 1 << 20;
  private static final int FILES = 2;

  /** Held, for the JDK forgets the level of a logger that nobody holds. */
  private static final List<Logger> TALKATIVE =
      List.of(
          Logger.getLogger("org.flywaydb"),
          Logger.getLogger("org.jooq"),
          Logger.getLogger("javafx"),
          Logger.getLogger("org.apache.fontbox"),
          Logger.getLogger("org.apache.pdfbox"));

  private final Path folder;
  private @Nullable Handler file;
  private boolean closed;

  private LogFile(Path folder) {
    this.folder = folder;
  }

  /** Nobody hears the log any more: libraries would write into a command's errors. */
  public static void silence() {
    LogManager.getLogManager().reset();
  }

  /** From now on the log goes into this data folder. */
  public static void writeInto(AppPaths paths) {
    silence();
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    Logger.getLogger("").addHandler(new LogFile(paths.log()));
  }

  @Override
  public synchronized void publish(LogRecord line) {
    if (file == null && !closed && isLoggable(line)) {
      file = open();
    }
    if (file != null) {
      file.publish(line);
    }
  }

  /** A log that cannot be written must not keep anybody from the register. */
  private @Nullable Handler open() {
    try {
      Files.createDirectories(folder);
      // A percent sign has a meaning in the names of the JDK's log files.
      Path escaped = Path.of(folder.toString().replace("%", "%%"));
      FileHandler opened = new FileHandler(escaped.resolve(NAME).toString(), LARGEST, FILES, true);
      opened.setEncoding("UTF-8");
      opened.setFormatter(new SimpleFormatter());
      return opened;
    } catch (IOException | SecurityException unwritable) {
      closed = true;
      return null;
    }
  }

  @Override
  public synchronized void flush() {
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (file != null) {
      file.close();
    }
    file = null;
  }
}
