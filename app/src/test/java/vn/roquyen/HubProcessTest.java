package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The province's machine as a process of its own: told to end, it closes its data in order. */
@Tag("servers")
final class HubProcessTest {
  /** What a process ends with that was told to end by a signal. */
  private static final int TERMINATED = 128 + 15;

  /** Well below what the program waits for a round at most. */
  private static final long PATIENCE_SECONDS = 20;

  @TempDir Path folder;

  @Test
  void toldToEndBetweenTwoRoundsItClosesItsData() throws Exception {
    Path store = Files.createDirectories(folder.resolve("kho"));
    Path data = hub("folder:" + store);
    Process process = start(data);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).contains("Kho kho");
      end(process);
    }
    assertInOrder(data);
    assertThat(store.resolve("v1/space")).exists();
  }

  @Test
  void toldToEndWhileAServerDoesNotAnswerItDoesNotWaitForIt() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Path data = hub("dav://localhost:" + silent.getLocalPort() + "/kho");
      Process process = start(data);
      try (Socket asked = silent.accept()) {
        assertThat(asked.getInputStream().read()).isEqualTo('G');
        end(process);
      }
      assertInOrder(data);
    }
  }

  private Path hub(String address) {
    Path data = folder.resolve("máy thu nhận");
    CommandRun init = CommandRun.on(data, "init", "--sample", "--role", "hub", "--unit", "tinh");
    assertThat(init.exitCode()).as(init.err()).isZero();
    assertThat(CommandRun.on(data, "remote", "add", "kho", address).exitCode()).isZero();
    return data;
  }

  private Process start(Path data) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Droquyen.sample=" + System.getProperty("roquyen.sample"),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.roquyen.Launcher"));
    command.addAll(List.of("--data", data.toString(), "sync", "--every", "15m"));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }

  private void end(Process process) throws Exception {
    process.destroy();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String errors = Files.readString(folder.resolve("errors"));
    assertThat(ended).as(errors).isTrue();
    assertThat(process.exitValue()).as(errors).isEqualTo(TERMINATED);
    assertThat(errors).doesNotContain("Exception").doesNotContain("[");
  }

  /** Nothing had to be mended, and what was written is all there. */
  private static void assertInOrder(Path data) {
    CommandRun doctor = CommandRun.on(data, "doctor");
    assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
    assertThat(doctor.err()).isEmpty();
  }
}
