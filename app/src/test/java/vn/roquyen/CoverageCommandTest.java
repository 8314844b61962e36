package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coverage in the terminal, on the sample data. */
final class CoverageCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;
  private static Path data;

  @BeforeAll
  static void init() {
    data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
  }

  @Test
  void whatTheReportStatesStandsBesideWhatTheRegisterCounts() {
    CommandRun run = CommandRun.on(data, "coverage", "--at", "24/11/2026", "--powers");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("Tổng số +144 +61\n")
        .containsPattern("Giao cấp xã +70 +12\n")
        .containsPattern("Chưa nêu bên nhận +– +36\n")
        .contains("83 nhiệm vụ trong số 144", "50 thủ tục", "Phường: cấp xã (3/3)")
        .doesNotContain("{", "null");
  }

  @Test
  void theObjectHasHeadlineFieldsPowersAndTrend() throws IOException {
    CommandRun run = CommandRun.on(data, "coverage", "--at", "2026-11-24", "--json");
    assertThat(run.lines()).hasSize(1);
    JsonNode coverage = JSON.readTree(run.out());
    assertThat(coverage.at("/headline/0/counted").asInt()).isEqualTo(61);
    assertThat(coverage.at("/headline/1/counted").asInt()).isEqualTo(12);
    assertThat(coverage.get("powers")).hasSize(77);
    assertThat(coverage.get("trend")).hasSize(25);
    int grants = 0;
    for (JsonNode field : coverage.get("fields")) {
      for (JsonNode cell : field.get("grants")) {
        grants += cell.get("grants").size();
      }
    }
    // All 86 rows but the total of the science procedures and the guidance dated in December 2026.
    assertThat(grants).isEqualTo(84);
  }

  @Test
  void thePaperSaysTheFiguresOfTheTerminal() throws IOException {
    Path file = root.resolve("báo cáo.pdf");
    CommandRun run =
        CommandRun.on(data, "coverage", "--at", "24/11/2026", "--out", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("Tổng số 144 61", "Giao cấp xã 70 12", "83 nhiệm vụ trong số 144", "Nội vụ")
          .contains("Trang 1/" + document.getNumberOfPages());
    }
  }

  @Test
  void aDayThatIsNoneIsAWrongUse() {
    assertThat(CommandRun.on(data, "coverage", "--at", "hôm qua").exitCode()).isEqualTo(2);
  }
}
