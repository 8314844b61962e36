package vn.roquyen.platform;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the parts of one data folder lie. Folder names may hold blanks and Vietnamese letters. */
public record AppPaths(Path data) {

  /** The folder of the person who runs the program, where the system wants such data. */
  public static AppPaths ofUser() {
    return ofUser(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home")),
        System::getenv);
  }

  static AppPaths ofUser(String system, Path home, Function<String, @Nullable String> environment) {
    if (system.startsWith("Windows")) {
      return new AppPaths(folder(environment.apply("LOCALAPPDATA"), home).resolve("RoQuyen"));
    }
    if (system.startsWith("Mac")) {
      return new AppPaths(home.resolve("Library/Application Support/RoQuyen"));
    }
    Path share = home.resolve(".local").resolve("share");
    return new AppPaths(folder(environment.apply("XDG_DATA_HOME"), share).resolve("roquyen"));
  }

  private static Path folder(@Nullable String named, Path otherwise) {
    return named == null || named.isBlank() ? otherwise : Path.of(named);
  }

  /** The folder of the database. */
  public Path database() {
    return data.resolve("database");
  }

  /** The folder of the index. */
  public Path index() {
    return data.resolve("index");
  }

  /** The folder of the journal: with the keys, all that cannot be rebuilt. */
  public Path journal() {
    return data.resolve("journal");
  }

  /** The folder of the keys. */
  public Path keys() {
    return data.resolve("keys");
  }

  /** The folder of the shared stores: how to get in, what is remembered of each. */
  public Path exchange() {
    return data.resolve("exchange");
  }

  /** The file that holds the key of the database. */
  public Path databaseKey() {
    return keys().resolve("database.key");
  }

  /** The folder of what a publisher is still writing. */
  public Path drafts() {
    return data.resolve("drafts");
  }

  /** The file that remembers what of a lost branch is not to be entered again. */
  public Path declined() {
    return data.resolve("declined.txt");
  }

  /** The file that remembers how the columns of annexes were read. */
  public Path annexColumns() {
    return data.resolve("annex-columns.json");
  }

  /** The folder of the log. */
  public Path log() {
    return data.resolve("log");
  }

  /** The publisher's own synonyms for the search; need not exist. */
  public Path synonyms() {
    return data.resolve("synonyms.txt");
  }

  /** The folder of the guidance slips that were printed. */
  public Path slips() {
    return data.resolve("slips");
  }

  /** The file of the person's settings on this machine. */
  public Path settings() {
    return data.resolve("settings.properties");
  }

  /** The file whose lock says that the program is running on this data. */
  public Path lock() {
    return data.resolve("lock");
  }
}
