package vn.roquyen.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Writes what a person asked for (a paper, a table, a parcel) beside its place and moves it there
 * when it is whole: a file that is cut off must never bear the name of a whole one.
 */
public final class FreshFile {
  private FreshFile() {}

  /** Writes the content. */
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes the file and forces it to its disk, for it may be on a stick that is pulled out next; an
   * older one of that name stays whole until the new one is complete.
   *
   * @throws Fault OUTPUT_FAILED, DISK_FULL; nothing of the new file is then left behind
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
        content.to(out);
      }
      try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.OUTPUT_FAILED);
      throw new Fault(code, failure, file.toString());
    } finally {
      fresh.toFile().delete();
    }
  }
}
