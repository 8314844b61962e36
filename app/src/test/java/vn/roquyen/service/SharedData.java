package vn.roquyen.service;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that lie beside a checkout on some machines; tests that need them are skipped
 * elsewhere.
 */
public final class SharedData {
  private SharedData() {}

  /** A file under {@code data}, or the test is skipped. */
  public static Path file(String name) {
    Path project = Path.of(System.getProperty("roquyen.project", "."));
    String shared = System.getProperty("roquyen.shared");
    Path root = shared == null ? project.resolve("../../shared") : Path.of(shared);
    Path file = root.resolve("data").resolve(name).normalize();
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here");
    return file;
  }

  /** The whole catalogue. */
  public static Path catalogue() {
    return file("procedures/procedures_all_details.jsonl.gz");
  }
}
