package vn.roquyen.platform;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Settings.Language;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.platform.Settings.Theme;

/**
 * Keeps {@link Settings} in the data folder. A missing or damaged file means the first settings: a
 * lost text size must never keep a clerk from the register.
 */
public final class SettingsFile {
  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  /** The settings, with the first value for everything that cannot be read. */
  public Settings load() {
    Properties kept = new Properties();
    if (Files.isRegularFile(file)) {
      try {
        kept.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      } catch (IOException | IllegalArgumentException damaged) {
        return Settings.FIRST;
      }
    }
    return new Settings(
        oneOf(Role.class, kept.getProperty("role")),
        kept.getProperty("unit"),
        number(kept.getProperty("text.percent")),
        orFirst(oneOf(Language.class, kept.getProperty("language")), Settings.FIRST.language()),
        orFirst(oneOf(Theme.class, kept.getProperty("theme")), Settings.FIRST.theme()));
  }

  /**
   * Keeps the settings.
   *
   * @throws vn.roquyen.domain.Fault DISK_FULL, DATA_FOLDER_READ_ONLY
   */
  public void save(Settings settings) {
    StringBuilder lines = new StringBuilder();
    line(lines, "role", settings.role());
    line(lines, "unit", settings.unit());
    line(lines, "text.percent", settings.textPercent());
    line(lines, "language", settings.language());
    line(lines, "theme", settings.theme());
    AtomicFile.write(file, lines.toString());
  }

  private static void line(StringBuilder lines, String key, @Nullable Object value) {
    if (value != null) {
      lines.append(key).append('=').append(value).append('\n');
    }
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  private static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, @Nullable String name) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return null;
  }

  private static <E> E orFirst(@Nullable E value, E first) {
    return value == null ? first : value;
  }
}
