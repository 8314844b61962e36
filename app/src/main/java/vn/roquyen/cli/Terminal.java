package vn.roquyen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command writes: answers to {@code out}, everything else to {@code err}. Both are UTF-8
 * whatever the locale says, because scripts and other offices read what is written here.
 *
 * @param interactive true when a person watches {@code err}, so progress may be shown
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

  /** The terminal of this process. */
  public static Terminal ofProcess() {
    return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), isWatched());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** Java tells only whether input and output are a terminal; Linux tells it of errors too. */
  private static boolean isWatched() {
    Path errors = Path.of("/proc/self/fd/2");
    try {
      if (Files.isSymbolicLink(errors)) {
        String target = Files.readSymbolicLink(errors).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException unreadable) {
      // Falls through to what Java knows.
    }
    return System.console() != null && System.console().isTerminal();
  }
}
