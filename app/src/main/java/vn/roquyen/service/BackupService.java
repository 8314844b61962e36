package vn.roquyen.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.AppPaths;

/**
 * Copies what cannot be rebuilt: the journal and the keys, with the person's settings. A restored
 * copy is a new replica: without the nonce it draws another name, so that it and the machine from
 * which it was copied never continue the same stream. The keys in a backup are as secret as on the
 * machine.
 */
public final class BackupService {
  /** Names the replica; the one file that a copy must not have. */
  private static final String NONCE = "replica";

  private static final List<String> PARTS = List.of("journal", "keys");
  private static final String SETTINGS = "settings.properties";

  private BackupService() {}

  /** How much was copied. */
  public record Copied(int files, long bytes) {}

  /**
   * Copies a data folder that nobody else is writing into, and compares the copy byte by byte.
   *
   * @throws Fault BACKUP_MISSING, TARGET_NOT_EMPTY, OUTPUT_FAILED, DISK_FULL
   */
  public static Copied copy(Path from, Path to) {
    if (!Files.exists(new AppPaths(from).journal().resolve("journal.rqj"))) {
      throw new Fault(FaultCode.BACKUP_MISSING, from.toString());
    }
    try {
      refuseUsed(to);
      int files = 0;
      long bytes = 0;
      for (Path file : files(from)) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        force(target);
        if (Files.mismatch(file, target) >= 0) {
          throw new Fault(FaultCode.OUTPUT_FAILED, target.toString());
        }
        files++;
        bytes += Files.size(target);
      }
      return new Copied(files, bytes);
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.OUTPUT_FAILED);
      throw new Fault(code, failure, to.toString());
    }
  }

  private static void refuseUsed(Path to) throws IOException {
    if (Files.isDirectory(to)) {
      try (Stream<Path> found = Files.list(to)) {
        if (found.findAny().isPresent()) {
          throw new Fault(FaultCode.TARGET_NOT_EMPTY, to.toString());
        }
      }
    }
  }

  private static List<Path> files(Path from) throws IOException {
    try (Stream<Path> found = Files.walk(from)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> isKept(from.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isKept(Path file) {
    String name = file.getFileName().toString();
    return file.toString().equals(SETTINGS)
        || (PARTS.contains(file.getName(0).toString())
            && !name.equals(NONCE)
            && !name.equals("reserve"));
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
