import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Measures starts of whole processes side by side, in turn: the program with its AOT cache and
 * without it, and a window with nothing but one label as the yardstick. Prints the median of each
 * figure. Needs a display.
 *
 * <p>Arguments: the runnable folder (its AOT cache trained), runs, then optionally a data folder to
 * open instead of the sample data.
 */
final class StartTimes {
  private static final String QUESTION = "gia han giay phep lao dong";
  private static final Pattern FIGURE = Pattern.compile("(.+?) (\\d+) (ms|MB)\\b.*");
  private static final List<String> SHIPPED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dprism.order=sw");
  private static final String BARE =
      """
      import javafx.application.*;
      import javafx.scene.Scene;
      import javafx.scene.control.Label;
      import javafx.stage.Stage;
      public final class Bare extends Application {
        private int pulses;
        @Override public void start(Stage stage) {
          Scene scene = new Scene(new Label("Rõ Quyền"), 1366, 768);
          scene.addPostLayoutPulseListener(() -> {
            if (++pulses == 2) {
              Platform.runLater(() -> Platform.runLater(() -> {
                System.out.println("window shown " + Age.millis() + " ms");
                Platform.exit();
              }));
            }
            Platform.requestNextPulse();
          });
          stage.setScene(scene);
          stage.show();
        }
        static final class Age {
          static long millis() {
            try {
              String stat = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/self/stat"));
              String up = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/uptime"));
              long ticks = Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19]);
              return Math.round(Double.parseDouble(up.split(" ")[0]) * 1000) - ticks * 10;
            } catch (java.io.IOException failure) {
              throw new java.io.UncheckedIOException(failure);
            }
          }
        }
        static final class Main {
          public static void main(String[] arguments) {
            Application.launch(Bare.class);
          }
        }
      }
      """;

  private final Path folder;
  private final Path work;

  private StartTimes(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("roquyen-start");
    try {
      StartTimes times = new StartTimes(Path.of(arguments[0]).toAbsolutePath(), work);
      Path data = arguments.length > 2 ? Path.of(arguments[2]) : work.resolve("data");
      times.measure(Integer.parseInt(arguments[1]), data);
    } finally {
      delete(work);
    }
  }

  private void measure(int runs, Path data) throws Exception {
    Path plain = work.resolve("plain");
    copyWithoutCache(plain);
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("bare window, no cache", bare());
    commands.put("program, no cache", program(plain, data));
    if (Files.exists(folder.resolve("lib/roquyen.aot"))) {
      commands.put("program, AOT cache", program(folder, data));
    }
    Map<String, Map<String, List<Long>>> figures = new LinkedHashMap<>();
    for (int run = 0; run <= runs; run++) {
      for (var command : commands.entrySet()) {
        Map<String, Long> found = start(command.getValue());
        if (run > 0) { // the first warms the disk and makes the data
          found.forEach(
              (figure, value) ->
                  figures
                      .computeIfAbsent(command.getKey(), key -> new LinkedHashMap<>())
                      .computeIfAbsent(figure, key -> new ArrayList<>())
                      .add(value));
        }
      }
    }
    figures.forEach(
        (name, values) ->
            values.forEach(
                (figure, all) -> {
                  all.sort(Comparator.naturalOrder());
                  System.out.printf(
                      "%-24s %-22s median %5d  min %5d  max %5d%n",
                      name, figure, all.get(all.size() / 2), all.getFirst(), all.getLast());
                }));
  }

  private Map<String, Long> start(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", "\"-Droquyen.trial=" + QUESTION + "\"");
    Process process = builder.start();
    Map<String, Long> figures = new LinkedHashMap<>();
    List<String> lines = process.inputReader().readAllLines();
    for (String line : lines) {
      Matcher figure = FIGURE.matcher(line);
      if (figure.matches()) {
        figures.put(figure.group(1) + " " + figure.group(3), Long.valueOf(figure.group(2)));
      }
    }
    if (process.waitFor() != 0 || figures.isEmpty()) {
      throw new IllegalStateException(command + "\n" + String.join("\n", lines));
    }
    return figures;
  }

  private static List<String> program(Path folder, Path data) {
    return List.of(folder.resolve("bin/roquyen").toString(), "--data", data.toString(), "demo");
  }

  private List<String> bare() throws IOException {
    Path source = Files.writeString(work.resolve("Bare.java"), BARE);
    String path = classPath();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", path, "-d", work.toString(), source.toString());
    if (exit != 0) {
      throw new IllegalStateException("the bare window does not compile");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHIPPED);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", path + ":" + work));
    command.add("Bare$Main");
    return command;
  }

  private String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      return String.join(
          ":", jars.map(Path::toString).filter(jar -> jar.matches(".*/javafx-.*\\.jar")).toList());
    }
  }

  private void copyWithoutCache(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".aot")) {
          Path copy = to.resolve(folder.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
