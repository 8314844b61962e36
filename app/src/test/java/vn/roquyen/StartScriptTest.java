package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script with stand-ins for Java that print their name and their arguments. */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {
  @TempDir private Path temp;
  private Path home;
  private Path script;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void copyScript() throws IOException {
    home = temp.resolve("Thư mục của Ấn/rõ quyền");
    script = home.resolve("bin/roquyen");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    String text =
        Files.readString(Path.of(System.getProperty("roquyen.project"), "src/dist/bin/roquyen"));
    // What Java this machine has must not matter here.
    String alone =
        text.replace("/usr/lib/jvm/*", temp + "/jvm/*")
            .replace("/usr/java/* /opt/java/* /opt/jdk*", "");
    assertThat(alone).isNotEqualTo(text).doesNotContain("/usr/java").doesNotContain("/opt/");
    executable(script, alone);
  }

  @Test
  void takesTheRuntimeBesideItBeforeAnyOther() throws Exception {
    java(home.resolve("runtime"), "25.0.3");
    Path other = java(temp.resolve("khác"), "26");
    assertThat(run(Map.of("JAVA_HOME", other.toString())).out())
        .startsWith(home.resolve("runtime").toString());
  }

  @Test
  void passesOverAnOldJavaHomeAndAnOldJavaOnThePath() throws Exception {
    Path old = java(temp.resolve("cũ"), "17.0.15");
    Path found = java(temp.resolve("jvm/temurin 25"), "25.0.3");
    Outcome outcome =
        run(Map.of("JAVA_HOME", old.toString(), "PATH", old.resolve("bin") + ":/usr/bin:/bin"));
    assertThat(outcome.out()).startsWith(found.toString());
  }

  @Test
  void followsALinkOnThePathToItsJava() throws Exception {
    Path found = java(temp.resolve("nơi khác"), "26-ea");
    Path links = Files.createDirectories(temp.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), found.resolve("bin/java"));
    assertThat(run(Map.of("PATH", links + ":/usr/bin:/bin")).out()).startsWith(found.toString());
  }

  @Test
  void saysInBothLanguagesWhatIsMissing() throws Exception {
    java(temp.resolve("jvm/java-21"), "21.0.1");
    Outcome outcome = run(Map.of());
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("Rõ Quyền cần Java 25"))
        .anyMatch(line -> line.startsWith("Rõ Quyền needs Java 25"));
  }

  @Test
  void handsOnTheWordsOfTheUserUnchanged() throws Exception {
    java(home.resolve("runtime"), "25.0.3");
    assertThat(run(Map.of(), "lookup", "gia hạn  giấy phép", "*", "").out())
        .contains("[-Droquyen.home=" + home.toRealPath() + "]")
        .endsWith(
            "[-jar][" + home.toRealPath() + "/lib/roquyen.jar][lookup][gia hạn  giấy phép][*][]\n");
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    java(home.resolve("runtime"), "25.0.3");
    Path first = temp.resolve("một");
    Files.createSymbolicLink(first, Path.of("Thư mục của Ấn/rõ quyền/bin/roquyen"));
    script = Files.createSymbolicLink(temp.resolve("hai"), first);
    assertThat(run(Map.of()).out()).startsWith(home.resolve("runtime").toString());
  }

  @Test
  void usesTheAotCacheOnlyWhenThereIsOne() throws Exception {
    java(home.resolve("runtime"), "25.0.3");
    assertThat(run(Map.of()).out()).doesNotContain("AOTCache");
    Files.createFile(home.resolve("lib/roquyen.aot"));
    assertThat(run(Map.of()).out())
        .contains("[-XX:AOTCache=" + home.toRealPath() + "/lib/roquyen.aot]");
  }

  @Test
  void givesJavaAUtf8LocaleWhenTheMachineHasNone() throws Exception {
    java(home.resolve("runtime"), "25.0.3");
    assertThat(run(Map.of("LC_ALL", "C")).out()).contains("locale C.UTF-8\n");
    assertThat(run(Map.of("LC_ALL", "vi_VN.UTF-8-missing")).out()).contains("locale C.UTF-8\n");
    assertThat(run(Map.of("LC_ALL", "C.utf8")).out()).contains("locale C.utf8\n");
  }

  /** A stand-in for a Java of that version; returns its folder. */
  private Path java(Path folder, String version) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(
        folder.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    executable(
        folder.resolve("bin/java"),
        "#!/bin/sh\necho '"
            + folder.toRealPath()
            + "'\necho \"locale ${LC_ALL:-none}\"\nprintf '[%s]' \"$@\"\necho\n");
    return folder.toRealPath();
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(Map.of("HOME", temp.toString(), "LC_ALL", "C.UTF-8"));
    builder.environment().put("PATH", withoutJava());
    builder.environment().putAll(environment);
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int exit = process.waitFor();
    return new Outcome(
        exit,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** A PATH with the few commands that the script needs, and no Java. */
  private String withoutJava() throws IOException {
    Path tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool : List.of("readlink", "dirname", "locale")) {
      Path link = tools.resolve(tool);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of("/usr/bin", tool));
      }
    }
    return tools.toString();
  }
}
