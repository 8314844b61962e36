package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a commune that learns what it was granted and confirms it. */
final class NewsCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;

  @Test
  void aCommuneLearnsWhatItWasGrantedAndConfirmsIt() throws IOException {
    Path data = root.resolve("dữ liệu");
    run(data, "init", "--sample", "--role", "commune", "--unit", "03160");
    JsonNode news = JSON.readTree(run(data, "news", "--unit", "03160", "--json"));
    int open = news.get("toConfirm").asInt();
    assertThat(open).isPositive();
    assertThat(news.get("since").asText()).isEqualTo("2026-11-24");
    JsonNode asked = null;
    for (JsonNode item : news.get("items")) {
      asked = item.get("asks").asBoolean() ? item : asked;
    }
    String grant = asked.get("id").asText();
    assertThat(asked.get("todo").asText()).isEqualTo("TAKE_ON");
    assertThat(run(data, "acknowledge", grant, "--person", "Lò Thị Mai")).contains("tiếp nhận");
    JsonNode after = JSON.readTree(run(data, "news", "--unit", "03160", "--json"));
    assertThat(after.get("toConfirm").asInt()).isEqualTo(open - 1);
    JsonNode standing = JSON.readTree(run(data, "acknowledge", grant, "--json"));
    assertThat(standing.get("units").asInt()).isEqualTo(45);
    assertThat(standing.get("confirmed").toString()).isEqualTo("[\"03160\"]");
    assertThat(standing.get("missing")).hasSize(44);
    assertThat(run(data, "acknowledge", grant)).contains("1/45", "Lò Thị Mai", "Chưa tiếp nhận");
    run(data, "acknowledge", grant, "--undo");
    assertThat(CommandRun.on(data, "acknowledge", grant, "--undo").exitCode()).isEqualTo(3);
    assertThat(CommandRun.on(data, "acknowledge", "--person", "x").exitCode()).isEqualTo(2);
    assertThat(CommandRun.on(data, "acknowledge", "khong-co", "--person", "x").exitCode())
        .isEqualTo(3);
    assertThat(run(data, "news", "--unit", "03160")).contains("[Chưa tiếp nhận]", grant);
  }

  private static String run(Path data, String... arguments) {
    CommandRun run = CommandRun.on(data, arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }
}
