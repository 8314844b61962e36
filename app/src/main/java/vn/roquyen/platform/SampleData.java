package vn.roquyen.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Where the data lie that come with the program: the system property {@code roquyen.sample} in a
 * build, the folder {@code sample-data} beside the program ({@code roquyen.home}, set by the start
 * script) when it is installed.
 */
public final class SampleData {
  /** The commune from which the sample data are looked at first: Xã Mường Nhé. */
  public static final String UNIT = "03160";

  private SampleData() {}

  /**
   * The folder of the sample data.
   *
   * @throws Fault INPUT_MISSING when the program comes without them
   */
  public static Path folder() {
    String given = System.getProperty("roquyen.sample");
    String home = System.getProperty("roquyen.home", ".");
    Path folder = given == null ? Path.of(home, "sample-data") : Path.of(given);
    if (!Files.isDirectory(folder)) {
      throw new Fault(FaultCode.INPUT_MISSING, folder.toString());
    }
    return folder.normalize();
  }
}
