package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that checks, on the sample data. */
final class CheckCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;
  private static Path data;

  @BeforeAll
  static void init() {
    data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
  }

  @Test
  void oneLineAFindingWithCodeSubjectTextAndCitation() throws IOException {
    CommandRun run = CommandRun.on(data, "check", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSizeGreaterThan(100);
    for (String line : run.lines()) {
      JsonNode finding = JSON.readTree(line);
      assertThat(finding.fieldNames())
          .toIterable()
          .containsExactly("code", "subject", "text", "citation");
      assertThat(finding.get("text").asText()).isNotBlank();
    }
    assertThat(CommandRun.on(data, "--json", "check").out()).isEqualTo(run.out());
  }

  @Test
  void aPersonReadsCodesReasonsAndTheFigure() {
    CommandRun run = CommandRun.on(data, "check", "--field", "noi-vu", "--unit", "03160");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("[SCOPE_OVERLAP]", "nv-uq-th-3-2:", "Điều 11", "Sáu rõ: đạt")
        .doesNotContain("{", "[FIELD_NO_GRANT]");
  }

  @Test
  void aFieldOrCommuneThatIsNotThereIsNamed() {
    assertThat(CommandRun.on(data, "check", "--field", "khong-co").exitCode()).isEqualTo(3);
    assertThat(CommandRun.on(data, "check", "--unit", "99999").exitCode()).isEqualTo(3);
    assertThat(CommandRun.on(data, "check", "--at", "hôm qua").exitCode()).isEqualTo(2);
  }
}
