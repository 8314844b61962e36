package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation whose fonts are gone. */
final class FontFaultTest {
  @TempDir Path root;

  /** Loads our classes anew and hides the fonts from them. */
  private static final class WithoutFonts extends ClassLoader {
    WithoutFonts() {
      super(FontFaultTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || !name.startsWith("vn.roquyen.")) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        try (InputStream code =
            getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] bytes = code.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
          throw new ClassNotFoundException(name, unreadable);
        }
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return name.contains("/fonts/") ? null : super.getResourceAsStream(name);
    }
  }

  /** Runs the commands on the class loader that knows no fonts; gives back code and errors. */
  public static String run(Path data, Path file) {
    CommandRun init = CommandRun.on(data, "init", "--sample");
    CommandRun slip = CommandRun.on(data, "slip", "1.001193", "--out", file.toString());
    return init.exitCode() + " " + slip.exitCode() + " " + slip.err();
  }

  @Test
  void aMissingFontIsNamedAndTheDataStay()
      throws ClassNotFoundException,
          NoSuchMethodException,
          InvocationTargetException,
          IllegalAccessException {
    Path file = root.resolve("phiếu.pdf");
    var method =
        new WithoutFonts()
            .loadClass(FontFaultTest.class.getName())
            .getDeclaredMethod("run", Path.class, Path.class);
    method.setAccessible(true);
    assertThat((String) method.invoke(null, root.resolve("dữ liệu"), file))
        .startsWith("0 5 [FONT_MISSING]")
        .contains("BeVietnamPro", "cài lại");
    assertThat(file).doesNotExist();
    CommandRun whole =
        CommandRun.on(root.resolve("dữ liệu"), "slip", "1.001193", "--out", file.toString());
    assertThat(whole.exitCode()).isZero();
    assertThat(file).isNotEmptyFile();
  }
}
