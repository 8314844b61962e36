package vn.roquyen.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What others need for the same changes: git's bundle and SQLite's changeset of one and of 100 set
 * fields among 1,000 rows. Neither is signed. Needs {@code git} and {@code sqlite3} on the path.
 */
final class AnchorFigures {
  private static final int ROWS = 1_000;

  private AnchorFigures() {}

  static String text(int i) {
    return "Sở Nội vụ trả lời lần " + i + " ngày 20/11/2026";
  }

  static void print() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("anchors");
    System.out.printf(
        "git bundle: one %d B; of 100 in one commit %.1f B each%n",
        git(folder.resolve("git-1"), 1), git(folder.resolve("git-100"), 100) / 100.0);
    System.out.printf(
        "SQLite changeset, as it is: one %d B; of 100 %.1f B each%n",
        sqlite(folder.resolve("one"), 1), sqlite(folder.resolve("hundred"), 100) / 100.0);
  }

  /** A file a row, as a register kept in git would be. */
  private static long git(Path folder, int changes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run(folder, "git", "init", "-q");
    run(folder, "git", "config", "user.name", "Xã Mường Nhé");
    run(folder, "git", "config", "user.email", "xa@example.vn");
    for (int i = 0; i < ROWS; i++) {
      Files.writeString(folder.resolve("r" + i), text(-1));
    }
    commit(folder, "Đầu");
    for (int i = 0; i < changes; i++) {
      Files.writeString(folder.resolve("r" + i), text(i + 2));
    }
    commit(folder, "Sửa");
    run(folder, "git", "bundle", "create", "-q", "out.bundle", "HEAD~1..HEAD");
    return Files.size(folder.resolve("out.bundle"));
  }

  private static void commit(Path folder, String message) throws IOException, InterruptedException {
    run(folder, "git", "add", "-A");
    run(folder, "git", "commit", "-q", "-m", message);
  }

  private static long sqlite(Path name, int changes) throws IOException, InterruptedException {
    String inserts =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "insert into note values('03160/" + i + "','" + text(-1) + "');")
            .collect(Collectors.joining("\n"));
    String updates =
        IntStream.range(0, changes)
            .mapToObj(i -> "update note set text='" + text(i + 2) + "' where id='03160/" + i + "';")
            .collect(Collectors.joining("\n"));
    String script =
        "create table note(id text primary key, text text);\nbegin;\n"
            + inserts
            + "\ncommit;\n.session open main s\n.session s attach note\n"
            + updates
            + "\n.session s changeset "
            + name
            + ".changeset\n";
    Path file = Files.writeString(Path.of(name + ".sql"), script);
    Process process =
        new ProcessBuilder("sqlite3", name + ".db")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    end(process, "sqlite3");
    return Files.size(Path.of(name + ".changeset"));
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    end(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start(),
        command[0]);
  }

  private static void end(Process process, String name) throws IOException, InterruptedException {
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(name + ": " + said);
      }
    }
  }
}
