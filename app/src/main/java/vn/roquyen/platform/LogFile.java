package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Sends the log into the data folder and keeps it small. The logger itself does not roll its files:
 * its patterns do not survive a folder name with a percent sign.
 */
public final class LogFile {
  private static final String NAME = "roquyen.log";
  private static final String BEFORE = "roquyen.1.log";
  private static final long LARGEST = 1 << 20;

  private LogFile() {}

  /** Must be called before the first logger is made. */
  public static void writeInto(AppPaths paths) {
    System.setProperty("roquyen.log", paths.log().toAbsolutePath().toString());
    Path file = paths.log().resolve(NAME);
    try {
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        Files.move(file, paths.log().resolve(BEFORE), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException kept) {
      // A log that cannot be rolled grows on; that must not keep anybody from the register.
    }
  }
}
