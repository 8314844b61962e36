package vn.roquyen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments as they were typed. In a locale that is not UTF-8 (a server, {@code LANG=C}) the
 * JVM has already replaced every Vietnamese letter; Linux still knows the bytes.
 *
 * @param given what {@code main} was given
 */
record Arguments(String... given) {
  private static final Path TYPED = Path.of("/proc/self/cmdline");

  String[] asTyped() {
    boolean spoilt =
        Arrays.stream(given).anyMatch(text -> text.chars().anyMatch(c -> c == '?' || c >= 0x80));
    if (!spoilt || !Files.isReadable(TYPED)) {
      return given;
    }
    try {
      return recover(Files.readAllBytes(TYPED));
    } catch (IOException unreadable) {
      return given;
    }
  }

  /** The last arguments of a command line whose parts each end with a zero byte. */
  String[] recover(byte[] commandLine) {
    List<String> all = List.of(new String(commandLine, StandardCharsets.UTF_8).split("\0", -1));
    int end = all.size() - 1;
    return end < given.length ? given : all.subList(end - given.length, end).toArray(String[]::new);
  }
}
