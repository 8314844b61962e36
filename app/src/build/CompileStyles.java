import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Compiles the style sheets below a folder: JavaFX takes a {@code .bss} file that lies beside a
 * {@code .css} file in its stead and need not parse it before the window is shown.
 */
final class CompileStyles {
  public static void main(String[] args) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
        String name = sheet.getFileName().toString().replaceFirst("css$", "bss");
        Stylesheet.convertToBinary(sheet.toFile(), sheet.resolveSibling(name).toFile());
      }
    }
  }
}
