package vn.roquyen.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** Writes a file beside its place and moves it there when it is whole. */
final class FreshFile {
  private FreshFile() {}

  /** Writes the content. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes the file; an older one of that name stays whole until the new one is complete.
   *
   * @throws Fault OUTPUT_FAILED
   */
  static void write(Path file, Content content) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        content.to(out);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new Fault(FaultCode.OUTPUT_FAILED, failure, file.toString());
    } finally {
      fresh.toFile().delete();
    }
  }
}
