package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command in a process of its own: what it wrote and how it ended. {@code -Droquyen.program=PATH}
 * takes a packaged program in place of the classes of this build.
 */
record ProgramRun(int exitCode, List<String> lines, String errors) {
  static final ObjectMapper JSON = new ObjectMapper();

  static ProgramRun on(Path data, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("out", "");
    Path err = Files.createTempFile("err", "");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(command.toString()).isTrue();
      String errors = Files.readString(err, StandardCharsets.UTF_8);
      return new ProgramRun(process.exitValue(), Files.readAllLines(out), errors);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** The lines of a command that must succeed. */
  static List<String> ok(Path data, String... arguments) throws IOException, InterruptedException {
    ProgramRun run = on(data, arguments);
    assertThat(run.exitCode()).as(run.errors() + run.lines()).isZero();
    return run.lines();
  }

  /** The last line, which is JSON. */
  JsonNode last() throws IOException {
    assertThat(lines).as(errors).isNotEmpty();
    return JSON.readTree(lines.getLast());
  }

  private static List<String> program() {
    String packaged = System.getProperty("roquyen.program");
    return packaged != null
        ? List.of(packaged)
        : java(Launcher.class, "-Droquyen.sample=" + System.getProperty("roquyen.sample"));
  }

  /** A class of this build in a Java of its own, with the options of the start scripts. */
  static List<String> java(Class<?> main, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-Dslf4j.internal.verbosity=ERROR"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }
}
