package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

final class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void whatWasChosenIsThereAgain() {
    Path file = folder.resolve("Dữ liệu xã").resolve("settings.properties");
    Settings chosen =
        Settings.FIRST
            .withRole(Settings.Role.OFFICIAL)
            .withUnit("03160")
            .withTextPercent(150)
            .withLanguage(Settings.Language.EN)
            .withTheme(Settings.Theme.DARK);
    new SettingsFile(file).save(chosen);
    assertThat(new SettingsFile(file).load()).isEqualTo(chosen);
    assertThat(chosen.isComplete()).isTrue();
  }

  @Test
  void aMissingOrDamagedFileMeansTheFirstSettings() throws IOException {
    Path file = folder.resolve("settings.properties");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.FIRST);
    Files.writeString(file, "text.percent=quá to\nrole=KING\nlanguage=\\u12\ntheme=DARK");
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.FIRST);
    Files.writeString(file, "text.percent=9999\nrole=KING\ntheme=DARK");
    Settings read = new SettingsFile(file).load();
    assertThat(read.textPercent()).isEqualTo(Settings.LARGEST_TEXT);
    assertThat(read.role()).isNull();
    assertThat(read.theme()).isEqualTo(Settings.Theme.DARK);
  }

  @Test
  void aFailedWriteLeavesTheOldContent() throws IOException {
    Path file = folder.resolve("settings.properties");
    AtomicFile.write(file, "old");
    Files.createDirectory(folder.resolve("settings.properties.new"));
    assertThatThrownBy(() -> AtomicFile.write(file, "new"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.code()).isEqualTo(FaultCode.DATA_FOLDER_READ_ONLY));
    assertThat(file).hasContent("old");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    AtomicFile.write(folder.resolve("a"), "một");
    AtomicFile.write(folder.resolve("a"), "hai");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName)).containsExactly(Path.of("a"));
    }
    assertThat(folder.resolve("a")).hasContent("hai");
  }
}
