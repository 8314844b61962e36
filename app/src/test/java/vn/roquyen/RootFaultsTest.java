package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders on file systems that are full or read-only: only root can make such. */
@Tag("root")
final class RootFaultsTest {
  @TempDir Path root;

  /** Not on the file system that is full or read-only. */
  @TempDir Path elsewhere;

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", root.toString());
  }

  @Test
  void aReadOnlyFolderIsSaidToBeAndStaysAsItIs() throws IOException, InterruptedException {
    mount("size=32m");
    Path data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
    mount("remount,ro");
    CommandRun read = CommandRun.on(data, "stats");
    assertThat(read.exitCode()).isEqualTo(5);
    assertThat(read.err()).startsWith("[DATA_FOLDER_READ_ONLY]").hasLineCount(1);
    CommandRun fresh = CommandRun.on(root.resolve("mới"), "init", "--sample");
    assertThat(fresh.exitCode()).isEqualTo(5);
    assertThat(fresh.err()).startsWith("[DATA_FOLDER_READ_ONLY]");
    CommandRun slip = slip(root.resolve("phiếu.pdf"));
    assertThat(slip.exitCode()).isEqualTo(4);
    assertThat(slip.err()).startsWith("[OUTPUT_FAILED]").contains("phiếu.pdf");
    mount("remount,rw");
    assertThat(CommandRun.on(data, "stats").exitCode()).isZero();
  }

  @Test
  void onAFullDiskNothingOfAChangeIsKeptAndWhatWasThereIsSafe()
      throws IOException, InterruptedException {
    mount("size=24m");
    Path data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
    String before = CommandRun.on(data, "--json", "stats").out();
    assertThat(before).contains("\"field\":40");
    Path filler = root.resolve("đầy");
    fill(filler);
    Path fields = elsewhere.resolve("fields.csv");
    StringBuilder rows = new StringBuilder("id,name,parent_id\n");
    for (int at = 0; at < 20_000; at++) {
      rows.append("f").append(at).append(",Lĩnh vực ").append(at).append(",\n");
    }
    Files.writeString(fields, rows);
    CommandRun full = CommandRun.on(data, "import", fields.toString());
    assertThat(full.exitCode()).isEqualTo(5);
    assertThat(full.err()).startsWith("[DISK_FULL]").hasLineCount(1);
    Files.delete(filler);
    assertThat(CommandRun.on(data, "--json", "stats").out()).isEqualTo(before);
    assertThat(CommandRun.on(data, "lookup", "đăng ký khai sinh").out()).contains("1.001193");
  }

  @Test
  void fault11_aDiskThatIsFullWhileFilesComeOnlyPausesTheExchange()
      throws IOException, InterruptedException {
    mount("size=32m");
    Path store = Files.createDirectories(elsewhere.resolve("kho"));
    Path province = elsewhere.resolve("tỉnh");
    Path data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(province, "init", "--sample").exitCode()).isZero();
    assertThat(init(data).exitCode()).isZero();
    for (Path each : new Path[] {province, data}) {
      assertThat(CommandRun.on(each, "remote", "add", "kho", "folder:" + store).exitCode())
          .isZero();
    }
    Path fields = elsewhere.resolve("fields.csv");
    StringBuilder rows = new StringBuilder("id,name,parent_id\n");
    for (int at = 0; at < 20_000; at++) {
      rows.append("f").append(at).append(",Lĩnh vực ").append(at * 7_919L).append(",\n");
    }
    Files.writeString(fields, rows);
    assertThat(CommandRun.on(province, "import", fields.toString()).exitCode()).isZero();
    assertThat(CommandRun.on(province, "sync", "kho").exitCode()).isZero();
    String before = CommandRun.on(data, "digest").out();
    Path filler = root.resolve("đầy");
    fill(filler);
    CommandRun full = CommandRun.on(data, "sync", "kho");
    assertThat(full.exitCode()).isNotZero();
    assertThat(full.out() + full.err()).contains("đã đầy");
    assertThat(sizeOfParts(data)).isLessThanOrEqualTo(256 * 1024L);
    Files.delete(filler);
    assertThat(CommandRun.on(data, "digest").out()).isEqualTo(before);
    assertThat(CommandRun.on(data, "sync", "kho").exitCode()).isZero();
    assertThat(CommandRun.on(data, "digest").out())
        .isEqualTo(CommandRun.on(province, "digest").out())
        .isNotEqualTo(before);
  }

  private static CommandRun init(Path data) throws IOException {
    return CommandRun.on(data, "init", "--sample", "--role", "commune", "--unit", "03160");
  }

  private static long sizeOfParts(Path data) throws IOException {
    try (var files = Files.walk(data.resolve("exchange"))) {
      return files
          .filter(file -> file.toString().endsWith(".part"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  @Test
  void aSlipThatDoesNotFitOnTheDiskSaysSo() throws IOException, InterruptedException {
    mount("size=256k");
    fill(root.resolve("đầy"));
    CommandRun slip = slip(root.resolve("phiếu.pdf"));
    assertThat(slip.exitCode()).isEqualTo(5);
    assertThat(slip.err()).startsWith("[DISK_FULL]");
    assertThat(root.resolve("phiếu.pdf")).doesNotExist();
  }

  private CommandRun slip(Path file) {
    Path data = elsewhere.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
    return CommandRun.on(data, "slip", "1.001193", "--out", file.toString());
  }

  private static void fill(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private void mount(String options) throws IOException, InterruptedException {
    assertThat(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", root.toString())).isZero();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
