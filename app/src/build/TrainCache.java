import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains the AOT cache: starts the finished program on the sample data, lets it show its window,
 * answer one question and quit, and keeps what the virtual machine loaded on the way. It must be
 * the runtime and the class path that are shipped, or the cache is refused at start.
 *
 * <p>Without a display the window is shown on Xvfb; without that too the command line answers the
 * question instead, and the cache then lacks the classes of the window, which is said.
 */
final class TrainCache {
  private static final String QUESTION = "gia han giay phep lao dong";

  private final Path cache;
  private final List<String> launcher;

  private TrainCache(Path cache, List<String> launcher) {
    this.cache = cache;
    this.launcher = launcher;
  }

  /**
   * Arguments: the cache file to make, the command that starts the program; then, for a launcher
   * with a settings file of its own, {@code --settings} and that file, which is told to use the
   * cache.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    int mark = rest.indexOf("--settings");
    List<String> command = mark < 0 ? rest : rest.subList(0, mark);
    Path cache = Path.of(arguments[0]).toAbsolutePath();
    new TrainCache(cache, command).train();
    if (mark >= 0) {
      use(Path.of(rest.get(mark + 1)), cache.getFileName().toString());
    }
  }

  private void train() throws IOException, InterruptedException {
    Files.deleteIfExists(cache);
    Path data = Files.createTempDirectory("roquyen-train");
    try {
      List<String> command = new ArrayList<>();
      if (isLinux() && !has("DISPLAY")) {
        if (isOnPath("xvfb-run")) {
          command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1366x768x24"));
        } else {
          System.out.println(
              "AOT cache: no display and no Xvfb; trained with the command line only");
        }
      }
      // What only the first start of all needs would make every start load more.
      prepare(data);
      command.addAll(launcher);
      command.addAll(List.of("--data", data.toString(), "demo"));
      start(command);
    } finally {
      delete(data);
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the training left no cache " + cache);
    }
    System.out.printf("AOT cache: %s, %.1f MB%n", cache, Files.size(cache) / 1e6);
  }

  private void prepare(Path data) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of("--data", data.toString(), "init", "--sample"));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
  }

  private void start(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "\"-XX:AOTCacheOutput=%s\" \"-Droquyen.trial=%s\"".formatted(cache, QUESTION));
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
  }

  /** Lets a jpackage launcher use the cache; it could not be told before the cache was there. */
  private static void use(Path settings, String cache) throws IOException {
    String line = "java-options=-XX:AOTCache=$APPDIR/" + cache;
    if (!Files.readAllLines(settings).contains(line)) {
      Files.writeString(settings, line + System.lineSeparator(), StandardOpenOption.APPEND);
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").startsWith("Linux");
  }

  private static boolean has(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  private static boolean isOnPath(String command) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
