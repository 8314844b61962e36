package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;

/** The look-up on the command line, over a small register of its own. */
final class LookupCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;
  private static Path data;

  @BeforeAll
  static void fill() {
    data = root.resolve("Dữ liệu xã");
    Map<String, Object> unit =
        Map.of("type", "Xã", "name", "Mường Nhé", "full_name", "Xã Mường Nhé");
    Map<String, Object> decision =
        Map.of("number", "20/2021/QĐ-UBND", "title", "Quyết định về đăng ký khai sinh lưu động");
    try (Wiring wiring = new Wiring(data, CommandRun.CLOCK)) {
      wiring
          .ledger()
          .record(
              List.of(
                  row(Entity.COMMUNE, "03160", unit),
                  procedure("1.001193", "Thủ tục đăng ký khai sinh", "Ủy ban nhân dân xã"),
                  procedure("1.000105", "Cấp giấy phép lao động", "Sở Nội vụ"),
                  row(Entity.INSTRUMENT, "qd-20-2021", decision)));
    }
  }

  @Test
  void aSingleLookupIsOneObjectWithoutQid() throws IOException {
    CommandRun run =
        CommandRun.on(data, "--json", "lookup", "đăng ký khai sinh", "--unit", "03160");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    JsonNode object = JSON.readTree(run.out());
    assertThat(object.fieldNames()).toIterable().containsExactly("query", "ms", "hits");
    assertThat(object.get("ms").isDouble()).isTrue();
    JsonNode first = object.get("hits").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("id", "kind", "title", "score", "confidence", "answer");
    assertThat(first.get("id").asText()).isEqualTo("1.001193");
    assertThat(first.get("kind").asText()).isEqualTo("procedure");
    assertThat(first.get("answer").asText()).isEqualTo("COMMUNE");
    assertThat(first.get("confidence").asText()).isIn("high", "low");
  }

  @Test
  void anInstrumentHasNoAnswer() throws IOException {
    CommandRun run =
        CommandRun.on(
            data,
            "--json",
            "lookup",
            "đăng ký khai sinh",
            "--unit",
            "03160",
            "--kind",
            "instrument");
    JsonNode hits = JSON.readTree(run.out()).get("hits");
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).get("kind").asText()).isEqualTo("instrument");
    assertThat(hits.get(0).get("answer").isNull()).isTrue();
  }

  @Test
  void aBatchAnswersEachQuestionInOrderWhateverTheFormOfTheFile() throws IOException {
    Path file = root.resolve("câu hỏi.tsv");
    String decomposed = Normalizer.normalize("đăng ký khai sinh", Normalizer.Form.NFD);
    Files.writeString(
        file,
        "\uFEFFkind\tquery\tqid\trelevant\r\nx\t" + decomposed + "\tb\t\r\nx\tgiấy \"phép\ta\t1\n");
    CommandRun run =
        CommandRun.on(
            data, "lookup", "--batch", file.toString(), "--unit", "03160", "--limit", "1");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(2);
    JsonNode first = JSON.readTree(run.lines().getFirst());
    assertThat(first.fieldNames()).toIterable().containsExactly("qid", "query", "ms", "hits");
    assertThat(first.get("qid").asText()).isEqualTo("b");
    assertThat(first.get("query").asText()).isEqualTo("đăng ký khai sinh");
    assertThat(first.get("hits")).hasSize(1);
    JsonNode second = JSON.readTree(run.lines().getLast());
    assertThat(second.get("qid").asText()).isEqualTo("a");
    assertThat(second.get("query").asText()).isEqualTo("giấy \"phép");
    assertThat(second.get("hits").get(0).get("answer").asText()).isEqualTo("NOT_COMMUNE");
  }

  @Test
  void aPersonReadsTheVerdictFirst() {
    CommandRun run =
        CommandRun.on(data, "lookup", "giấy", "phép", "lao", "động", "--unit", "03160");
    assertThat(run.lines().get(0))
        .isEqualTo("Tra cứu: giấy phép lao động — Xã Mường Nhé, ngày 24/11/2026");
    assertThat(run.out())
        .contains(" 1. ✕ Xã không có thẩm quyền – thuộc Sở Nội vụ\n    Cấp giấy phép lao động\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "lookup;2;USAGE",
        "lookup x --batch y;2;USAGE",
        "lookup khai --limit 0;2;USAGE",
        "lookup khai --limit nhiều;2;USAGE",
        "lookup khai --kind person;2;USAGE",
        "lookup khai --at 31/02/2026;2;USAGE",
        "lookup khai --sai;2;USAGE",
        "nothing;2;USAGE",
        "lookup khai;2;UNIT_NOT_SET",
        "lookup khai --unit 99999;3;UNIT_UNKNOWN",
        "lookup --batch nowhere.tsv --unit 03160;4;INPUT_MISSING"
      })
  void whatIsAskedWronglyIsToldInOneSentenceWithItsCode(String command, int exit, String code) {
    CommandRun run = CommandRun.on(data, command.split(" "));
    assertThat(run.exitCode()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("[" + code + "] ").hasLineCount(1).doesNotContain("{");
  }

  @Test
  void withJsonAnErrorIsAnObject() throws IOException {
    CommandRun run = CommandRun.on(data, "--json", "lookup", "khai", "--unit", "99999");
    JsonNode error = JSON.readTree(run.err());
    assertThat(error.get("code").asText()).isEqualTo("UNIT_UNKNOWN");
    assertThat(error.get("message").asText()).contains("99999");
    assertThat(error.get("exit").asInt()).isEqualTo(3);
  }

  @Test
  void englishIsSpokenWhenAskedFor() {
    CommandRun run = CommandRun.on(data, "--lang", "en", "lookup", "khai", "--unit", "99999");
    assertThat(run.err()).startsWith("[UNIT_UNKNOWN] No commune");
  }

  @Test
  void aFolderWithoutDataIsSaidToBeEmptyAndIsNotMade() {
    Path empty = root.resolve("trống");
    CommandRun run = CommandRun.on(empty, "lookup", "khai", "--unit", "03160");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).startsWith("[DATA_FOLDER_MISSING]").contains("trống", "init --sample");
    assertThat(empty).doesNotExist();
  }

  @Test
  void aFileOfQuestionsMustHaveItsColumnsAndBeUtf8() throws IOException {
    Path columns = Files.writeString(root.resolve("columns.tsv"), "id\tquestion\n1\tx\n");
    Path latin = Files.write(root.resolve("latin.tsv"), new byte[] {'q', (byte) 0xE1, '\n'});
    assertThat(batch(columns).err()).startsWith("[INPUT_COLUMNS]").contains("columns.tsv");
    assertThat(batch(columns).exitCode()).isEqualTo(4);
    assertThat(batch(latin).err()).startsWith("[INPUT_NOT_UTF8]");
  }

  private static CommandRun batch(Path file) {
    return CommandRun.on(data, "lookup", "--batch", file.toString(), "--unit", "03160");
  }

  private static Operation procedure(String code, String name, String authority) {
    return row(Entity.PROCEDURE, code, Map.of("name", name, "authority", authority));
  }

  private static Operation row(Entity entity, String key, Map<String, Object> values) {
    return new Operation.Insert(entity, key, values);
  }
}
