package vn.roquyen.platform;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Keeps the addresses and passwords of shared stores. Only the owner of the data folder may read
 * the file, from its first byte on.
 */
public final class StoresFile {
  private final Path file;

  public StoresFile(Path file) {
    this.file = file;
  }

  /** What is kept, by key; nothing when the file is missing or spoilt. */
  public Map<String, String> load() {
    Map<String, String> kept = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      Properties read = new Properties();
      try {
        read.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        read.stringPropertyNames().forEach(name -> kept.put(name, read.getProperty(name)));
      } catch (IOException | IllegalArgumentException spoilt) {
        return new TreeMap<>();
      }
    }
    return kept;
  }

  /**
   * Replaces what is kept.
   *
   * @throws Fault DISK_FULL, DATA_FOLDER_READ_ONLY
   */
  public void save(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (key, value) -> text.append(escaped(key)).append('=').append(escaped(value)).append('\n'));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      // The content is written into this file and keeps its rights when it takes its place.
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      ownerOnly(fresh);
      AtomicFile.write(file, text.toString());
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
      throw new Fault(code, failure, file.toString());
    }
  }

  private static void ownerOnly(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** As {@link Properties#load} reads it back. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace(" ", "\\ ")
        .replace(":", "\\:")
        .replace("=", "\\=")
        .replace("#", "\\#")
        .replace("!", "\\!");
  }
}
