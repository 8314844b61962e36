package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program as a process of its own on a real window system: its window is drawn and the
 * first answer to a question can be read in it.
 */
@Tag("xvfb")
class RealWindowTest {
  @TempDir private Path temp;

  @Test
  void answersAQuestionInItsWindowAndCloses() throws Exception {
    Path out = temp.resolve("out");
    ProcessBuilder start =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dprism.order=sw",
                "-Droquyen.sample=" + System.getProperty("roquyen.sample"),
                "-Droquyen.trial=xét thăng hạng giáo viên mầm non",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.roquyen.Launcher",
                "--data",
                temp.resolve("Dữ liệu của xã").toString(),
                "demo"));
    int exit = start.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
    assertThat(Files.readString(out)).contains("window shown", "question answered");
    assertThat(exit).isZero();
  }
}
