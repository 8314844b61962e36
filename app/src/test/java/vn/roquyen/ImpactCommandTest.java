package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that say what an instrument's end breaks and what differs between two days. */
final class ImpactCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;
  private static Path data;

  @BeforeAll
  static void init() {
    data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
  }

  @Test
  void theRepealOfTheRoyaltiesDecisionShowsThatTheLicenceBecameMonthly() throws IOException {
    JsonNode impact = json("impact", "17/2016/QĐ-UBND", "--json");
    assertThat(impact.get("instrument").asText()).isEqualTo("qd-17-2016-ubnd");
    assertThat(impact.get("on").asText()).isEqualTo("2025-12-29");
    assertThat(impact.get("statusAfter").asText()).isEqualTo("EXPIRED");
    assertThat(impact.get("relations").get(0).get("number").asText()).isEqualTo("95/2025/QĐ-UBND");
    assertThat(impact.get("difficulties").toString()).contains("d-gpxb-hang-thang", "hằng tháng");
    assertThat(impact.get("figures").toString()).contains("lần/năm", "gpxb-tai-lieu");
    assertThat(json("impact", "qd-95-2025-ubnd", "--json").get("difficulties").toString())
        .contains("d-gpxb-hang-thang");
  }

  @Test
  void theEndOfADelegationTakesThePowersOfAllCommunes() throws IOException {
    JsonNode impact = json("impact", "uq-nv-1", "--on", "01/12/2026", "--json");
    assertThat(impact.get("powers")).hasSize(3);
    assertThat(impact.get("powers").get(0).get("effect").asText()).isEqualTo("LOST");
    assertThat(impact.get("communes")).hasSize(45);
    assertThat(impact.get("grants")).hasSize(6);
  }

  @Test
  void aDecreeThatOnlyTheCatalogueNamesHitsItsProcedures() throws IOException {
    JsonNode impact = json("impact", "140/2025/NĐ-CP", "--json");
    assertThat(impact.get("known").asBoolean()).isFalse();
    assertThat(impact.get("procedures")).isNotEmpty();
    CommandRun text = CommandRun.on(data, "impact", "140/2025/NĐ-CP");
    assertThat(text.out()).contains("Thủ tục hành chính bị ảnh hưởng").doesNotContain("{");
    assertThat(CommandRun.on(data, "impact", "9/9999/QĐ").exitCode()).isEqualTo(3);
  }

  @Test
  void twoDaysDifferByWhatBeganOrEndedBetweenThem() throws IOException {
    JsonNode diff = json("diff", "--from", "2025-12-28", "--to", "2025-12-29", "--json");
    assertThat(diff.get("differences")).hasSize(2);
    assertThat(diff.get("differences").toString())
        .contains("\"NEW\"", "\"ENDED\"", "qd-95-2025-ubnd", "qd-17-2016-ubnd", "REPEALED");
    CommandRun text = CommandRun.on(data, "diff", "--from", "28/12/2025", "--to", "29/12/2025");
    assertThat(text.out().replaceAll("\\s+", " "))
        .contains("[Kết thúc]", "bị “95/2025/QĐ-UBND” bãi bỏ từ ngày 29/12/2025");
    assertThat(CommandRun.on(data, "diff", "--from", "2026-01-02", "--to", "2026-01-01").exitCode())
        .isEqualTo(2);
  }

  private static JsonNode json(String... arguments) throws IOException {
    CommandRun run = CommandRun.on(data, arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return JSON.readTree(run.out());
  }
}
