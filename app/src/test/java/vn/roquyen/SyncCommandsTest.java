package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores and exchange on the command line. */
final class SyncCommandsTest {
  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void init() {
    data = folder.resolve("xã");
    CommandRun run =
        CommandRun.on(data, "init", "--sample", "--role", "commune", "--unit", "03160");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void aStoreIsAddedTriedUsedAndForgotten() throws IOException {
    Path store = Files.createDirectories(folder.resolve("kho"));
    assertThat(run("remote", "add", "usb", "folder:" + store).exitCode()).isZero();
    assertThat(run("remote", "ls").out()).contains("usb").contains("chưa lần nào");
    assertThat(run("remote", "check", "usb").out()).contains("Dùng được");
    CommandRun sync = run("sync");
    assertThat(sync.exitCode()).as(sync.err()).isZero();
    assertThat(sync.out()).contains("Kho usb").contains("từ chối 0");
    CommandRun json = run("--json", "sync", "usb");
    assertThat(json.lines()).hasSize(1);
    assertThat(json.out()).contains("\"state\":\"READY\"");
    CommandRun sent = run("--json", "export", "--to", "usb");
    assertThat(sent.out()).contains("\"state\":\"READY\"").contains("\"fetched\":0");
    assertThat(run("export").exitCode()).isEqualTo(2);
    assertThat(run("remote", "rm", "usb").exitCode()).isZero();
    assertThat(store.resolve("v1/space")).exists();
  }

  @Test
  void whatCannotBeUsedNowEndsWithFourAndASentence() {
    run("remote", "add", "rút-rồi", "folder:" + folder.resolve("không có"));
    CommandRun sync = run("sync", "rút-rồi");
    assertThat(sync.exitCode()).isEqualTo(4);
    assertThat(sync.err()).contains("[REMOTE_NOT_NOW]").contains("cắm lại");
    assertThat(sync.out()).contains("cắm lại").doesNotContain("đã gửi");
    assertThat(run("remote", "check", "rút-rồi").exitCode()).isEqualTo(4);
    run("remote", "rm", "rút-rồi");
  }

  @Test
  void whatIsNotThereOrMisspeltIsSaidToBe() {
    assertThat(run("sync", "lạ").exitCode()).isEqualTo(3);
    assertThat(run("sync", "lạ").err()).contains("[REMOTE_UNKNOWN]");
    assertThat(CommandRun.on(data, "remote", "rm", "lạ").exitCode()).isEqualTo(3);
    assertThat(run("sync", "--every", "often").exitCode()).isEqualTo(2);
    assertThat(run("remote", "add", "x", "kho").err()).contains("[REMOTE_ADDRESS]");
    assertThat(run("remote", "add", "a/b", "folder:/tmp").exitCode()).isEqualTo(2);
    assertThat(run("remote").exitCode()).isEqualTo(2);
    assertThat(run("export", "--out", "x.rqp", "--since", "-1").err()).contains("--since");
  }

  @Test
  void aStoreOfThatNameIsNotPointedElsewhere() {
    Path one = folder.resolve("một");
    assertThat(run("remote", "add", "chung", "folder:" + one).exitCode()).isZero();
    CommandRun other = run("remote", "add", "chung", "folder:" + folder.resolve("hai"));
    assertThat(other.exitCode()).isEqualTo(4);
    assertThat(other.err()).startsWith("[REMOTE_TAKEN]").contains(one.toString());
    assertThat(run("remote", "ls").out()).contains(one.toString()).doesNotContain("hai");
    CommandRun again = run("remote", "add", "chung", "folder:" + one, "--metered");
    assertThat(again.exitCode()).as(again.err()).isZero();
    run("remote", "rm", "chung");
  }

  @Test
  void aFolderIsTheSameFromWhereverTheProgramIsStarted() {
    assertThat(run("remote", "add", "gần", "folder:kho").exitCode()).isZero();
    assertThat(run("remote", "ls").out()).contains("folder:" + Path.of("kho").toAbsolutePath());
    run("remote", "rm", "gần");
  }

  @Test
  void withoutAnyStoreSyncSaysHowToAddOne() {
    Path empty = folder.resolve("khác");
    CommandRun.on(empty, "init", "--sample");
    CommandRun sync = CommandRun.on(empty, "sync");
    assertThat(sync.exitCode()).isEqualTo(3);
    assertThat(sync.err()).contains("[REMOTE_NONE]");
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.on(data, arguments);
  }
}
