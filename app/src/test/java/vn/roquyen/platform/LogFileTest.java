package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path folder;

  @AfterEach
  void nobodyWrites() {
    LogFile.silence();
  }

  @Test
  void nothingIsMadeBeforeSomethingIsSaid() {
    LogFile.writeInto(new AppPaths(folder));
    assertThat(folder.resolve("log")).doesNotExist();
  }

  @Test
  void aFailureLeavesItsStackAlsoWhereTheNameHasVietnameseLettersAndAPercentSign()
      throws IOException {
    AppPaths paths = new AppPaths(folder.resolve("Xã Mường Nhé 100%g"));
    LogFile.writeInto(paths);
    Logger.getLogger("vn.roquyen").log(Level.SEVERE, "hỏng", new IOException("đĩa"));
    LogFile.silence();
    assertThat(Files.readString(paths.log().resolve("roquyen.0.log")))
        .contains("hỏng", "java.io.IOException: đĩa", "LogFileTest");
  }

  @Test
  void whatTheLibrariesTellOfTheirWorkIsLeftOut() {
    LogFile.writeInto(new AppPaths(folder));
    Logger.getLogger("org.flywaydb.core").info("Successfully validated 5 migrations");
    assertThat(folder.resolve("log")).doesNotExist();
  }

  @Test
  void theLogStaysSmall() throws IOException {
    LogFile.writeInto(new AppPaths(folder));
    String line = "x".repeat(100_000);
    for (int i = 0; i < 40; i++) {
      Logger.getLogger("vn.roquyen").warning(line);
    }
    LogFile.silence();
    try (var files = Files.walk(folder.resolve("log"))) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isBetween(1_000_000L, 2_500_000L);
    }
  }
}
