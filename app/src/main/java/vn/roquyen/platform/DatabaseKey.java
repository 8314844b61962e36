package vn.roquyen.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * The random key of the database file, made once for a data folder and readable by its owner only.
 */
public final class DatabaseKey {
  private static final int BYTES = 32;

  private DatabaseKey() {}

  /**
   * Reads the key, or makes one when the file does not exist.
   *
   * @return 64 hexadecimal digits
   * @throws Fault DATA_FOLDER_READ_ONLY, DATABASE_FOREIGN
   */
  public static String readOrCreate(Path file) {
    try {
      if (Files.exists(file)) {
        String key = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!key.matches("[0-9a-f]{64}")) {
          throw new Fault(FaultCode.DATABASE_FOREIGN, file.toString());
        }
        return key;
      }
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      String key = HexFormat.of().formatHex(random);
      Files.createDirectories(file.toAbsolutePath().getParent());
      // A process that is killed here must not leave half a key behind.
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      ownerOnly(fresh);
      Files.writeString(fresh, key, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
      Files.move(fresh, file);
      return key;
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
      throw new Fault(code, failure, file.toString());
    }
  }

  private static void ownerOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
