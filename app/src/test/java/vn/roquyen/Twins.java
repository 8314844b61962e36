package vn.roquyen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.roquyen.service.BackupService;

/** Copies of data folders that go on under the same name, as the image of a disk does. */
public final class Twins {
  private Twins() {}

  /** Copies a folder into which nobody is writing, its name among replicas included. */
  public static Path copy(Path data, Path to) throws IOException {
    BackupService.copy(data, to);
    Files.copy(
        data.resolve("keys/replica"),
        to.resolve("keys/replica"),
        StandardCopyOption.REPLACE_EXISTING);
    return to;
  }
}
