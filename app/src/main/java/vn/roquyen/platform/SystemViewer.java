package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** Opens a file in the program that the machine uses for files of its kind. */
public final class SystemViewer {
  private final String system;

  /** The viewer of this machine. */
  public SystemViewer() {
    this(System.getProperty("os.name", ""));
  }

  SystemViewer(String system) {
    this.system = system.toLowerCase(Locale.ROOT);
  }

  /**
   * Opens the file; does not wait for the viewer.
   *
   * @throws Fault VIEWER_MISSING when the machine has no such program; the file stays
   */
  public void open(Path file) {
    try {
      new ProcessBuilder(command(file))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException failure) {
      throw new Fault(FaultCode.VIEWER_MISSING, failure, file.toString());
    }
  }

  /** The words of the command; a name with blanks stays one word because no shell reads it. */
  List<String> command(Path file) {
    String name = file.toAbsolutePath().toString();
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", name);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", name);
  }
}
