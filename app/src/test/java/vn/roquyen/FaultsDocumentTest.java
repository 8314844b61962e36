package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.NoticeCode;

/** app/docs/faults.md names every code with its exit code, and tests that exist. */
final class FaultsDocumentTest {
  private static final Path PROJECT = Path.of(System.getProperty("roquyen.project", "."));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (\\d) \\|");
  private static final Pattern NUMBER =
      Pattern.compile("(?m)^\\| (\\d+) \\| (.+) \\| (–|`\\w+\\.\\w+`) \\|$");
  private static final Pattern TEST =
      Pattern.compile("`([A-Za-z]+(?:Test|Contract))\\.([a-zA-Z0-9_]+)` \\|");

  @Test
  void everyCodeHasItsRow() throws IOException {
    Map<String, Integer> documented = new HashMap<>();
    for (MatchResult row : ROW.matcher(document()).results().toList()) {
      documented.put(row.group(1), Integer.parseInt(row.group(2)));
    }
    Map<String, Integer> codes = new HashMap<>();
    for (FaultCode code : FaultCode.values()) {
      codes.put(code.name(), code.exitCode());
    }
    for (NoticeCode code : NoticeCode.values()) {
      codes.put(code.name(), 0);
    }
    assertThat(documented).isEqualTo(codes);
  }

  @Test
  void everyNamedTestExists() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src/test/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        sources.put(name.replace(".java", ""), Files.readString(file));
      }
    }
    List<String> gone = new ArrayList<>();
    List<MatchResult> named = TEST.matcher(document()).results().toList();
    for (MatchResult test : named) {
      if (!sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(")) {
        gone.add(test.group());
      }
    }
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(gone).isEmpty();
  }

  /** Each number of the design once, with a test or with the reason why there is none yet. */
  @Test
  void everyNumberHasItsTestOrItsReason() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (MatchResult row : NUMBER.matcher(document()).results().toList()) {
      numbers.add(Integer.parseInt(row.group(1)));
      boolean tested = !row.group(3).equals("–");
      assertThat(tested || row.group(2).startsWith("not yet: ")).as(row.group()).isTrue();
    }
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 75).boxed().toList());
  }

  private static String document() throws IOException {
    return Files.readString(PROJECT.resolve("docs/faults.md"));
  }
}
