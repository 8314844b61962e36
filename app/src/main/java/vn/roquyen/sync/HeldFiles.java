package vn.roquyen.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that wait for others, kept in the data folder so that a restart does not lose them. Its
 * loss costs nothing but a second transfer, so a disk that does not take a file is no fault.
 */
public final class HeldFiles {
  private static final Logger LOG = Logger.getLogger(HeldFiles.class.getName());
  private static final String SUFFIX = ".held";

  private final @Nullable Path folder;

  /**
   * Keeps files in a folder.
   *
   * @param folder made when the first file comes; null keeps nothing
   */
  public HeldFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The files that were kept. */
  public List<byte[]> all() {
    List<byte[]> files = new ArrayList<>();
    if (folder == null || !Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
        if (Files.size(file) <= SignedDocument.MAX_BYTES) {
          files.add(Files.readAllBytes(file));
        }
      }
    } catch (IOException unreadable) {
      LOG.log(Level.WARNING, "held files cannot be read", unreadable);
    }
    return files;
  }

  void keep(String name, byte[] file) {
    if (folder == null) {
      return;
    }
    Path target = folder.resolve(name + SUFFIX);
    try {
      if (!Files.exists(target)) {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(name + ".new");
        Files.write(fresh, file);
        Files.move(fresh, target);
      }
    } catch (IOException full) {
      LOG.log(Level.WARNING, "a held file cannot be kept", full);
    }
  }

  void drop(String name) {
    try {
      if (folder != null) {
        Files.deleteIfExists(folder.resolve(name + SUFFIX));
      }
    } catch (IOException stays) {
      // It is tried again at the next start, and known then.
      LOG.log(Level.WARNING, "a held file cannot be deleted", stays);
    }
  }
}
