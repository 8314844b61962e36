package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The USB sticks that are plugged in now. Asked for while somebody looks, a few names each time;
 * nothing on a stick is read for that.
 */
public final class RemovableDrives {
  private final List<Path> mounts;
  private final boolean windows;

  /**
   * @param mounts folders in which the system makes one folder a stick
   * @param windows whether drives have letters here
   */
  RemovableDrives(List<Path> mounts, boolean windows) {
    this.mounts = List.copyOf(mounts);
    this.windows = windows;
  }

  /** Those of this machine. */
  public static RemovableDrives ofSystem() {
    String user = System.getProperty("user.name", "");
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return new RemovableDrives(
        List.of(
            Path.of("/media").resolve(user),
            Path.of("/run/media").resolve(user),
            Path.of("/Volumes")),
        windows);
  }

  /** The sticks, by the folder in which their files appear. */
  public List<Path> list() {
    List<Path> found = new ArrayList<>();
    if (windows) {
      FileSystems.getDefault().getRootDirectories().forEach(root -> addRemovable(root, found));
    } else {
      mounts.forEach(mount -> addFolders(mount, found));
    }
    return List.copyOf(found);
  }

  private static void addRemovable(Path root, List<Path> found) {
    try {
      FileStore store = Files.getFileStore(root);
      if (Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"))) {
        found.add(root);
      }
    } catch (IOException | UnsupportedOperationException empty) {
      // A drive without a medium in it is none.
    }
  }

  private static void addFolders(Path mount, List<Path> found) {
    if (!Files.isDirectory(mount)) {
      return;
    }
    try (Stream<Path> folders = Files.list(mount)) {
      // A link such as the one to the system's own volume is no stick.
      folders
          .filter(folder -> Files.isDirectory(folder) && !Files.isSymbolicLink(folder))
          .sorted()
          .forEach(found::add);
    } catch (IOException unreadable) {
      // What may not be listed is of no use to this person either.
    }
  }
}
