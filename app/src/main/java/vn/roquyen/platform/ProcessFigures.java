package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What the machine knows of this process: how long it has been running, start of the virtual
 * machine included, and how much memory it took. The figures behind "window shown within a second".
 *
 * <p>{@link ProcessHandle} counts from the boot time in whole seconds on Linux, so its answer can
 * be a second off; there the kernel's own two clocks are read instead, which agree to 10 ms.
 */
public final class ProcessFigures {
  private static final int TICK_MILLIS = 10;
  private static final int START_TIME = 19;

  private ProcessFigures() {}

  /** Time since the process was started. */
  public static Duration age() {
    Path stat = Path.of("/proc/self/stat");
    if (Files.isReadable(stat)) {
      try {
        return since(Files.readString(stat), Files.readString(Path.of("/proc/uptime")));
      } catch (IOException | RuntimeException otherKernel) {
        return sinceHandle();
      }
    }
    return sinceHandle();
  }

  /** The most memory that was ever resident, in MB; 0 where the system does not tell. */
  public static long peakMemory() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /**
   * From the texts of {@code /proc/self/stat} and {@code /proc/uptime}.
   *
   * @throws RuntimeException when the texts have another form
   */
  static Duration since(String stat, String uptime) {
    // The second field is the name of the command, which may itself hold blanks and brackets.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long started = Long.parseLong(fields[START_TIME]) * TICK_MILLIS;
    long now = Math.round(Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1000);
    return Duration.ofMillis(now - started);
  }

  private static Duration sinceHandle() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }
}
