package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.SampleData;
import vn.roquyen.report.Slip;
import vn.roquyen.report.SlipLetters;

/** The slip of every record of the sample data, read back letter by letter. */
final class SlipServiceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Messages VIETNAMESE = new Messages(Locale.of("vi"));

  @TempDir static Path folder;
  private static Wiring wiring;
  private static Commune unit;
  private static List<String> ids;

  @BeforeAll
  static void fill() throws IOException {
    wiring = new Wiring(folder.resolve("dữ liệu"), Clock.systemDefaultZone());
    wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
    unit = wiring.registers().unit(SampleData.UNIT);
    ids = new ArrayList<>(wiring.registers().current().powers().keySet());
    ids.addAll(wiring.registers().current().instruments().keySet());
    Path procedures = SampleData.folder().resolve("procedures/procedures.jsonl");
    for (String line : Files.readAllLines(procedures, StandardCharsets.UTF_8)) {
      ids.add(new ObjectMapper().readTree(line).get("code").asText());
    }
  }

  @AfterAll
  static void close() {
    wiring.close();
  }

  @ParameterizedTest
  @EnumSource(PaperSize.class)
  void everyLetterOfEveryRecordCanBeReadBack(PaperSize size) throws IOException {
    assertThat(ids).hasSizeGreaterThan(250);
    Path file = folder.resolve("phiếu.pdf");
    for (String id : ids) {
      SlipService.Order order = order(id);
      wiring.slips().write(order, size, file);
      Slip slip = wiring.slips().slip(order);
      assertThat(SlipLetters.of(file, slip))
          .as("%s on %s", id, size)
          .isEqualTo(SlipLetters.of(slip));
    }
  }

  @ParameterizedTest
  @EnumSource(PaperSize.class)
  void thePaperIsOfTheSizeAskedForAndSaysWhatItIs(PaperSize size) throws IOException {
    Path file = folder.resolve("cỡ giấy.pdf");
    wiring.slips().write(order("1.001193"), size, file);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDRectangle paper = document.getPage(0).getMediaBox();
      assertThat(paper.getWidth() / 72 * 25.4f)
          .isBetween(size.widthMillimetres() - 0.2f, size.widthMillimetres() + 0.2f);
      assertThat(paper.getHeight() / 72 * 25.4f)
          .isBetween(size.heightMillimetres() - 0.2f, size.heightMillimetres() + 0.2f);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Phiếu hướng dẫn – Thủ tục đăng ký khai sinh");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
    }
  }

  @Test
  void theSlipSaysWhatTheDataSayAndNotMore() {
    assertThat(wiring.slips().text(order("1.001193")))
        .contains(
            "Xã Mường Nhé · Cho ngày 24/11/2026",
            "PHIẾU HƯỚNG DẪN",
            "✓ Xã có thẩm quyền – Ủy ban nhân dân cấp xã",
            "Hỏi và nộp hồ sơ tại Xã Mường Nhé: Ủy ban nhân dân cấp xã.",
            "• Thời hạn: 1 (nguồn dữ liệu không ghi đơn vị thời gian)",
            "• Hẹn trả: chưa rõ",
            "• Phí, lệ phí: Miễn phí",
            "[ ] Tờ khai đăng ký khai sinh (1 bản chính)",
            "1. Người yêu cầu nộp hồ sơ",
            "Danh mục thủ tục quốc gia chụp ngày 20/07/2026");
    assertThat(wiring.slips().text(order("nv-gpld")))
        .contains(
            "? Chưa xác định được thẩm quyền",
            "Nguồn dữ liệu không nêu cơ quan, chức danh được giao.",
            "• Ủy ban nhân dân tỉnh Điện Biên phân cấp cho: chưa rõ (chưa rõ hiệu lực)",
            "SÁU RÕ · 2/6",
            "? Người: chưa nêu",
            "! Sổ đăng ký chưa cho biết bên giao có thẩm quyền này theo văn bản nào.");
    assertThat(wiring.slips().text(order("qd-20-2021-ubnd")))
        .contains("? Hết hiệu lực một phần", "• Số, ký hiệu: 20/2021/QĐ-UBND");
  }

  @Test
  void theDueDayIsCountedFromTheDayAskedFor() {
    assertThat(wiring.slips().text(order("1.001029")))
        .contains("✕ Xã không có thẩm quyền", "• Thời hạn: 10 ngày làm việc")
        .contains("• Hẹn trả: 08/12/2026 (nếu nộp đủ hồ sơ ngày 24/11/2026)");
  }

  @Test
  void englishSpeaksEnglish() {
    SlipService.Order order =
        new SlipService.Order("1.001193", unit, DAY, new Messages(Locale.ENGLISH));
    assertThat(wiring.slips().text(order))
        .contains("GUIDANCE SLIP", "✓ The commune is competent", "PAPERS TO BRING");
  }

  @Test
  void anotherReaderReadsTheSameLetters() throws IOException, InterruptedException {
    Path file = folder.resolve("phieu.pdf");
    Slip slip = wiring.slips().slip(order("1.001193"));
    wiring.slips().write(order("1.001193"), PaperSize.A4, file);
    Process reader;
    try {
      reader = new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), "-").start();
    } catch (IOException notInstalled) {
      Assumptions.abort("pdftotext is not installed");
      return;
    }
    String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reader.waitFor()).isZero();
    String letters = read.replaceAll("\\s+", "");
    assertThat(letters).contains(slip.matter().replaceAll("\\s+", ""));
    assertThat(letters).contains("Ngườitiếpnhậnkiểmtra:đủthìnhậnvàhẹntrả;thiếuthìnêurõ");
  }

  @Test
  void anUnknownRecordLeavesTheOldFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("cũ.pdf"), "cũ");
    assertFault(FaultCode.RECORD_UNKNOWN, order("khong-co"), file);
    assertThat(file).hasContent("cũ");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() {
    Path file = folder.resolve("không có").resolve("phiếu.pdf");
    Fault fault = assertFault(FaultCode.OUTPUT_FAILED, order("1.001193"), file);
    assertThat(fault.arguments()).containsExactly(file.toString());
  }

  @Test
  void aSlipThatCannotTakeItsPlaceLeavesNothingBehind() throws IOException {
    Path place = Files.createDirectories(folder.resolve("đầy/phiếu.pdf/bên trong"));
    assertFault(FaultCode.OUTPUT_FAILED, order("1.001193"), place.getParent());
    try (Stream<Path> left = Files.list(place.getParent().getParent())) {
      assertThat(left).containsExactly(place.getParent());
    }
  }

  private static Fault assertFault(FaultCode code, SlipService.Order order, Path file) {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> wiring.slips().write(order, PaperSize.A4, file));
    assertThat(fault.code()).isEqualTo(code);
    return fault;
  }

  private static SlipService.Order order(String id) {
    return new SlipService.Order(id, unit, DAY, VIETNAMESE);
  }
}
