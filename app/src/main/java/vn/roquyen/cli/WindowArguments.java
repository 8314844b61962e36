package vn.roquyen.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Arguments that can only mean "open the window": none, or a data folder, or the demonstration.
 * They are read without picocli, whose classes cannot lie in the AOT cache (their file format is
 * too old) and would cost a fifth of a second before the window is shown.
 *
 * @param data the folder named, null for the user's own
 */
record WindowArguments(@Nullable Path data, boolean demo) {

  /** The plain meaning of the arguments, or null when they need a real reading. */
  static @Nullable WindowArguments read(String... arguments) {
    Path data = null;
    boolean demo = false;
    for (int at = 0; at < arguments.length; at++) {
      if (arguments[at].equals("--data") && at + 1 < arguments.length && data == null && !demo) {
        at++;
        data = path(arguments[at]);
        if (data == null) {
          return null;
        }
      } else if (arguments[at].equals("demo") && !demo) {
        demo = true;
      } else {
        return null;
      }
    }
    return new WindowArguments(data, demo);
  }

  private static @Nullable Path path(String text) {
    if (text.isEmpty() || text.startsWith("-")) {
      return null;
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException unusable) {
      return null;
    }
  }
}
