import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the app folder with its own runtime out of the runnable folder, the same way on every
 * system; what only one system needs lies in the folder {@code app} of that system.
 *
 * <p>JavaFX's jars are turned into modules of the runtime, with their native libraries in its
 * library folder: out of a jar they would be copied to the home folder of each user at first start.
 * Our own jar and the libraries stay on the class path, because jlink takes no automatic modules.
 */
final class AppFolder {
  private static final String MODULES =
      "javafx.controls,javafx.fxml,java.compiler,java.desktop,java.instrument,java.logging,"
          + "java.management,java.naming,java.net.http,java.scripting,java.sql,jdk.charsets,"
          + "jdk.localedata,jdk.net,jdk.unsupported,jdk.zipfs";

  private final Path runnable;
  private final Path platform;
  private final Path icons;
  private final Path target;

  private AppFolder(Path runnable, Path platform, Path target) {
    this.runnable = runnable;
    this.platform = platform;
    this.icons = platform.resolve("../../icons/png").normalize();
    this.target = target;
  }

  /** Arguments: the runnable folder, the folder of the system, the target folder, the version. */
  public static void main(String[] arguments) throws IOException {
    AppFolder work = new AppFolder(path(arguments[0]), path(arguments[1]), path(arguments[2]));
    work.build(arguments[3]);
  }

  private void build(String version) throws IOException {
    for (String old : List.of("jmods", "runtime", "input", "roquyen")) {
      delete(target.resolve(old));
    }
    Path jmods = Files.createDirectories(target.resolve("jmods"));
    List<Path> javafx = list(runnable.resolve("lib"), name -> name.matches("javafx-.*\\.jar"));
    for (Path jar : javafx) {
      module(jar, jmods);
    }
    Path runtime = target.resolve("runtime");
    run(
        "jlink",
        "--module-path",
        jmods.toString(),
        "--add-modules",
        MODULES,
        "--include-locales=vi,en",
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        // The installer compresses better what is not compressed already.
        "--compress=zip-0",
        "--output",
        runtime.toString());
    Path input = target.resolve("input");
    copy(
        runnable.resolve("lib"),
        input,
        name -> name.endsWith(".jar") && !name.startsWith("javafx-"));
    copy(icons, input.resolve("icons"), name -> name.endsWith(".png"));
    copy(runnable.resolve("sample-data"), input.resolve("sample-data"), name -> true);
    if (Files.isDirectory(platform.resolve("app"))) {
      copy(platform.resolve("app"), input, name -> true);
    }
    run(
        "jpackage",
        "@" + platform.resolveSibling("common").resolve("app-folder.options"),
        "--icon",
        platform.resolve(iconFile()).normalize().toString(),
        "--app-version",
        version,
        "--runtime-image",
        runtime.toString(),
        "--input",
        input.toString(),
        "--dest",
        target.toString());
  }

  private static String iconFile() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return windows ? "../../icons/roquyen.ico" : "../../icons/png/roquyen-256.png";
  }

  /** Turns one JavaFX jar into a jmod: classes, and native libraries beside those of the JDK. */
  private void module(Path jar, Path jmods) throws IOException {
    String name = jar.getFileName().toString().replaceFirst("-\\d.*", "").replace('-', '.');
    Path classes = target.resolve("input");
    Path libraries = target.resolve("input-native");
    delete(classes);
    delete(libraries);
    Files.createDirectories(libraries);
    try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
      copy(zip.getPath("/"), classes, entry -> !isNative(entry) && !entry.equals("MANIFEST.MF"));
      for (Path library : list(zip.getPath("/"), AppFolder::isNative)) {
        Files.copy(library, libraries.resolve(library.getFileName().toString()));
      }
    }
    run(
        "jmod",
        "create",
        "--class-path",
        classes.toString(),
        "--libs",
        libraries.toString(),
        jmods.resolve(name + ".jmod").toString());
    delete(classes);
    delete(libraries);
  }

  private static boolean isNative(String name) {
    return name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib");
  }

  private static void run(String tool, String... arguments) {
    int exit =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
            .run(System.out, System.err, arguments);
    if (exit != 0) {
      throw new IllegalStateException(tool + " ended with " + exit);
    }
  }

  private static List<Path> list(Path folder, Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files.filter(file -> wanted.test(String.valueOf(file.getFileName()))).sorted().toList());
    }
  }

  /** Copies files with their times: the AOT cache knows a jar by its time and size. */
  private static void copy(Path from, Path to, Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (wanted.test(file.getFileName().toString())) {
          Path copy = to.resolve(from.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(
              file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    }
  }

  private static Path path(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }
}
