package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walks of app/docs/flows.md lead through files that exist. */
final class FlowsTest {
  private static final Path PROJECT = Path.of(System.getProperty("roquyen.project", "."));
  private static final Pattern FILE = Pattern.compile("`([A-Za-z/]+\\.java)`");

  @Test
  void everyNamedFileExists() throws IOException {
    String flows = Files.readString(PROJECT.resolve("docs/flows.md"));
    List<String> named =
        FILE.matcher(flows).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(named).hasSizeGreaterThan(30);
    Path sources = PROJECT.resolve("src/main/java/vn/roquyen");
    assertThat(named).allSatisfy(file -> assertThat(sources.resolve(file)).isRegularFile());
  }
}
