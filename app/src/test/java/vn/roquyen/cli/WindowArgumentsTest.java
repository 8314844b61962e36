package vn.roquyen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowArgumentsTest {
  @Test
  void noArgumentOpensTheWindowOnTheUsersData() {
    assertThat(WindowArguments.read()).isEqualTo(new WindowArguments(null, false));
  }

  @Test
  void aDataFolderAndTheDemonstrationAreRead() {
    assertThat(WindowArguments.read("--data", "Xã Mường Nhé"))
        .isEqualTo(new WindowArguments(Path.of("Xã Mường Nhé"), false));
    assertThat(WindowArguments.read("--data", "d", "demo"))
        .isEqualTo(new WindowArguments(Path.of("d"), true));
    assertThat(WindowArguments.read("demo")).isEqualTo(new WindowArguments(null, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--data",
        "--data  demo",
        "--data --json",
        "demo --help",
        "demo demo",
        "--help",
        "stats",
        "--lang en",
        "--data a --data b",
        "demo --data d"
      })
  void everythingElseIsLeftToTheCommandLine(String line) {
    assertThat(WindowArguments.read(line.split(" "))).isNull();
  }
}
