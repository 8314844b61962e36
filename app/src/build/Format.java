import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks or rewrites the layout of all Java sources below some folders: arguments are check|apply,
 * then the folders.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    List<Path> wrong = new ArrayList<>();
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> sources = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      try (var files = Files.walk(Path.of(args[i]))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    for (Path source : sources) {
      String text = Files.readString(source);
      String tidy =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE)));
      if (!tidy.equals(text)) {
        wrong.add(source);
        if (apply) {
          Files.writeString(source, tidy);
        }
      }
    }
    if (!wrong.isEmpty() && !apply) {
      wrong.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("mvn -Dformat.apply process-sources mends the layout");
      System.exit(1);
    }
  }
}
