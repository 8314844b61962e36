package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the sample data, in a folder whose name has everything a name may have. */
final class SampleCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;
  private static Path data;
  private static CommandRun init;

  @BeforeAll
  static void init() {
    data = root.resolve("Nguyễn Văn Ấn; 100%+ 'dữ liệu'");
    init = CommandRun.on(data, "init", "--sample");
  }

  @Test
  void initSaysWhatItLoadedAndChoosesTheUnit() {
    assertThat(init.err()).isEmpty();
    assertThat(init.exitCode()).isZero();
    assertThat(init.out()).contains("Nhiệm vụ, quyền hạn: 77 mới", "Giao thẩm quyền: 86 mới");
    assertThat(CommandRun.on(data, "lookup", "khai sinh").out()).contains("Xã Mường Nhé");
  }

  @Test
  void aSecondInitTouchesNothing() {
    CommandRun again = CommandRun.on(data, "init", "--sample");
    assertThat(again.exitCode()).isEqualTo(4);
    assertThat(again.err()).startsWith("[DATA_FOLDER_NOT_EMPTY]");
  }

  @Test
  void importingTheSameAgainChangesNothingAndSaysSo() throws IOException {
    String sample = System.getProperty("roquyen.sample");
    assertThat(CommandRun.on(data, "import", sample).out()).startsWith("Không có gì mới");
    JsonNode report = JSON.readTree(CommandRun.on(data, "--json", "import", sample).out());
    assertThat(report.get("outcome").asText()).isEqualTo("NOTHING_NEW");
    assertThat(report.get("counts").get("grant").get("unchanged").asInt()).isEqualTo(86);
  }

  @Test
  void aBadRowIsNamedByFileLineAndReasonAndNothingIsTaken() throws IOException {
    Path bad = Files.createDirectory(root.resolve("xấu"));
    Files.writeString(
        bad.resolve("fields.csv"), "id,name,parent_id\nmoi,Mới,\nlac,Lạc,khong-co\nnua,,\n");
    CommandRun refused = CommandRun.on(data, "import", bad.toString());
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err())
        .contains("[INPUT_ROW]", "fields.csv", "dòng 3", "khong-co", "dòng 4")
        .doesNotContain("{");
    assertThat(CommandRun.on(data, "show", "moi").exitCode()).isEqualTo(3);
    CommandRun json = CommandRun.on(data, "--json", "import", bad.toString());
    assertThat(JSON.readTree(json.out()).get("badTotal").asInt()).isEqualTo(2);
    assertThat(JSON.readTree(json.err()).get("code").asText()).isEqualTo("INPUT_ROW");
    Path copy = root.resolve("bản sao");
    CommandRun.on(copy, "init", "--sample");
    CommandRun skipped = CommandRun.on(copy, "import", "--skip-bad-rows", bad.toString());
    assertThat(skipped.exitCode()).isZero();
    assertThat(skipped.out()).contains("Lĩnh vực: 1 mới", "Đã bỏ qua 2 dòng lỗi");
    assertThat(CommandRun.on(copy, "show", "moi").out()).contains("Tên: Mới");
  }

  @Test
  void statsCountsTheRegister() throws IOException {
    JsonNode stats = JSON.readTree(CommandRun.on(data, "--json", "stats").out());
    assertThat(stats.get("rows").get("instrument").asInt()).isEqualTo(73);
    assertThat(stats.get("rows").get("body").asInt()).isEqualTo(49);
    assertThat(stats.get("revision").asInt()).isPositive();
    assertThat(CommandRun.on(data, "stats").out()).contains("Văn bản: 73");
  }

  @Test
  void whoIsOneObjectOfTheAgreedForm() throws IOException {
    JsonNode who = JSON.readTree(CommandRun.on(data, "--json", "who", "nv-gpld").out());
    assertThat(names(who))
        .containsExactly("id", "unit", "at", "answer", "holders", "chain", "warnings", "sixClears");
    assertThat(who.get("answer").asText()).isEqualTo("UNDETERMINED");
    assertThat(who.get("unit").asText()).isEqualTo("03160");
    assertThat(who.get("at").asText()).isEqualTo("2026-11-24");
    assertThat(names(who.get("chain").get(0)))
        .containsExactly("grantId", "mode", "from", "to", "instrumentId", "number", "status");
    assertThat(who.get("chain").get(0).get("to").isNull()).isTrue();
    assertThat(names(who.get("warnings").get(0))).containsExactly("code", "text", "citation");
    assertThat(who.get("warnings").get(0).get("code").asText()).isEqualTo("GRANTEE_MISSING");
    assertThat(names(who.get("sixClears")))
        .containsExactly("person", "task", "responsibility", "authority", "resources", "result");
    assertThat(who.get("sixClears").get("person").isNull()).isTrue();
    assertThat(who.get("sixClears").get("authority").asText()).contains("gia hạn");
  }

  @Test
  void whoOfAProcedureNamesItsHolder() throws IOException {
    JsonNode who =
        JSON.readTree(CommandRun.on(data, "--json", "who", "1.001193", "--at", "01/10/2026").out());
    assertThat(who.get("at").asText()).isEqualTo("2026-10-01");
    assertThat(who.get("answer").asText()).isEqualTo("COMMUNE");
    assertThat(names(who.get("holders").get(0))).containsExactly("bodyId", "name", "level");
    assertThat(who.get("holders").get(0).get("level").asText()).isEqualTo("COMMUNE");
  }

  @ParameterizedTest
  @CsvSource({"who,pc-nv-1", "who,khong-co", "show,khong-co"})
  void whatIsNotThereEndsWithThree(String command, String id) {
    CommandRun run = CommandRun.on(data, command, id);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("[RECORD_UNKNOWN]").contains(id);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void showGivesTheRecordWithItsGrants() throws IOException {
    JsonNode power = JSON.readTree(CommandRun.on(data, "--json", "show", "nv-gpld").out());
    assertThat(power.get("entity").asText()).isEqualTo("power");
    assertThat(power.get("related").get(0).get("id").asText()).isEqualTo("g-nv-gpld");
    assertThat(CommandRun.on(data, "show", "nv-gpld").out())
        .contains("Hình thức: Phân cấp", "Giao thẩm quyền g-nv-gpld");
    assertThat(CommandRun.on(data, "show", "03160").out()).contains("Xã Mường Nhé");
  }

  @Test
  void withoutADisplayTheDemonstrationLooksUpInTheTerminal() {
    Path fresh = root.resolve("trình diễn");
    CommandRun demo = CommandRun.on(fresh, "demo");
    assertThat(demo.exitCode()).isZero();
    assertThat(demo.err()).hasLineCount(1).contains("không có màn hình");
    assertThat(demo.lines().getFirst())
        .isEqualTo("Tra cứu: gia hạn giấy phép lao động — Xã Mường Nhé, ngày 24/11/2026");
    assertThat(demo.out()).contains("? Chưa xác định được thẩm quyền.");
    assertThat(CommandRun.on(fresh, "demo").out()).isEqualTo(demo.out());
  }

  @Test
  void withoutADisplayTheWindowIsRefusedInOneSentence() {
    CommandRun run = CommandRun.on(data);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("[DISPLAY_MISSING]").hasLineCount(1);
  }

  @Test
  void helpIsInTheChosenLanguageAndNamesEveryCommand() {
    CommandRun help = CommandRun.run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("init", "import", "stats", "show", "lookup", "who", "demo", "Mã thoát")
        .doesNotContain("bundle:");
    assertThat(CommandRun.run("--lang", "en", "lookup", "--help").out())
        .contains("Looks up a matter")
        .doesNotContain("bundle:");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
