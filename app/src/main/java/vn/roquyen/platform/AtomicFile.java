package vn.roquyen.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Replaces a small file so that, whatever happens, either the old or the new content is there,
 * never half of one.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes the text as UTF-8 beside the file, forces it to disk and puts it in the file's place;
   * that is on the disk too when this returns.
   *
   * @throws Fault DISK_FULL, DATA_FOLDER_READ_ONLY; the old content is then untouched
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes in the same way.
   *
   * @throws Fault DISK_FULL, DATA_FOLDER_READ_ONLY; the old content is then untouched
   */
  public static void write(Path file, byte[] content) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Path fresh = file.toAbsolutePath().resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      replace(fresh, file);
      forceFolder(folder);
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
      throw new Fault(code, failure, folder.toString());
    }
  }

  /** A new file is there after a power cut only when its folder was forced; Windows cannot. */
  public static void forceFolder(Path folder) {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows does not open folders; NTFS journals the name of the file itself.
    }
  }

  private static void replace(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plainMove) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
