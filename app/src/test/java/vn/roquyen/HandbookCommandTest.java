package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handbook on the command line, on the sample data. */
final class HandbookCommandTest {
  @TempDir Path root;

  @Test
  void theDigestThatIsToldIsThatOfTheRegister() throws IOException {
    Path data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
    Path file = root.resolve("sổ tay.pdf");
    CommandRun run =
        CommandRun.on(
            data,
            "handbook",
            "--unit",
            "03160",
            "--body",
            "ubnd-cap-xa",
            "--at",
            "24/11/2026",
            "--out",
            file.toString(),
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode told = new ObjectMapper().readTree(run.out());
    assertThat(told.get("entries").asInt()).isPositive().isLessThan(77);
    assertThat(told.get("digest").asText()).isEqualTo(CommandRun.on(data, "digest").out().strip());
    assertThat(Files.readAllBytes(file)).startsWith((byte) '%', (byte) 'P', (byte) 'D');
    assertThat(
            CommandRun.on(data, "handbook", "--unit", "03160", "--body", "x", "--out", "x.pdf")
                .exitCode())
        .isEqualTo(3);
  }
}
