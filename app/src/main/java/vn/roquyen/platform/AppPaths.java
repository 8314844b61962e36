package vn.roquyen.platform;

import java.nio.file.Path;

/** Where the parts of one data folder lie. Folder names may hold blanks and Vietnamese letters. */
public record AppPaths(Path data) {

  /** The folder of the database. */
  public Path database() {
    return data.resolve("database");
  }

  /** The folder of the index. */
  public Path index() {
    return data.resolve("index");
  }

  /** The file that holds the key of the database. */
  public Path databaseKey() {
    return data.resolve("keys").resolve("database.key");
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
