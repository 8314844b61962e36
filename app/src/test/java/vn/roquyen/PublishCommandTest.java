package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.service.ExchangeService;

/** A publisher takes the annex of a decision as offices make them. */
final class PublishCommandTest {
  private static final List<String> HEADER =
      List.of(
          "STT",
          "Nhiệm vụ,\nquyền hạn",
          "Hình thức",
          "Cơ quan phân cấp",
          "Cơ quan được phân cấp",
          "Căn cứ",
          "Hiệu lực từ",
          "Nguồn lực",
          "Ghi chú");

  @TempDir Path root;
  private Path data;

  @BeforeEach
  void init() {
    data = root.resolve("dữ liệu");
    assertThat(CommandRun.on(data, "init", "--sample").exitCode()).isZero();
  }

  @Test
  void anAnnexIsPreviewedLineByLineAndNothingIsWritten() throws IOException {
    Path file = karaokeStaffAndUnknown();
    String before = CommandRun.on(data, "--json", "stats").out();
    CommandRun run = CommandRun.on(data, "--json", "publish", "--in", file.toString(), "--preview");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode found = new ObjectMapper().readTree(run.out());
    assertThat(found.at("/entity").asText()).isEqualTo("grant");
    assertThat(found.at("/leftOut").toString()).isEqualTo("[\"STT\",\"Ghi chú\"]");
    assertThat(found.at("/new").asInt()).isEqualTo(1);
    assertThat(found.at("/lines/0/line").asInt()).isEqualTo(6);
    JsonNode added = found.at("/lines").get(found.at("/lines").size() - 1);
    assertThat(added.at("/verdict").asText()).isEqualTo("new");
    assertThat(added.toString())
        .contains("\"cb-quan-ly\"", "\"DELEGATION\"", "\"ct-ubnd-cap-xa\"", "\"qd-95-2025-ubnd\"")
        .contains("2026-12-01", "2 biên chế");
    JsonNode power = found.at("/impact/powers/0");
    assertThat(power.at("/id").asText()).isEqualTo("cb-quan-ly");
    assertThat(power.at("/holdersAfter").toString()).contains("Chủ tịch UBND cấp xã");
    CommandRun text = CommandRun.on(data, "publish", "--in", file.toString(), "--preview");
    assertThat(text.out()).contains("TÁC ĐỘNG KHI CÓ HIỆU LỰC", "  - Quản lý cán bộ theo phân cấp");
    assertThat(found.at("/errors").findValuesAsText("cell")).contains("B8", "F8");
    assertThat(found.at("/errors").findValuesAsText("code")).containsOnly("REFERENCE_UNKNOWN");
    assertThat(CommandRun.on(data, "--json", "stats").out()).isEqualTo(before);
  }

  @Test
  void whatWasTakenIsUnchangedTheSecondTimeAndAChangedCellIsTheOnlyDifference() throws IOException {
    List<String> row =
        row(
            "1",
            "Quản lý cán bộ theo phân cấp",
            "ủy quyền",
            "ct-ubnd-tinh",
            "Chủ tịch UBND cấp xã",
            "95/2025/QĐ-UBND",
            "2026-12-01",
            "2 biên chế");
    Path file = annex(List.of(row));
    CommandRun taken = CommandRun.on(data, "publish", "--in", file.toString());
    assertThat(taken.exitCode()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("1 dòng mới").contains("Đã trình 1 thay đổi");
    assertThat(taken.out()).contains("Chờ duyệt: ");
    JsonNode twice = preview(file);
    assertThat(twice.at("/waiting").asInt()).isEqualTo(1);
    CommandRun second = CommandRun.on(data, "publish", "--in", file.toString());
    assertThat(second.out()).contains("1 dòng đã trình").doesNotContain("Chờ duyệt: ");
    String waiting = twice.at("/lines/0/id").asText();
    assertThat(CommandRun.on(data, "show", waiting).out()).contains("2 biên chế", "Đang chờ duyệt");
    approve();
    JsonNode again = preview(file);
    assertThat(again.at("/unchanged").asInt()).isEqualTo(1);
    String id = again.at("/lines/0/id").asText();
    assertThat(CommandRun.on(data, "show", id).out()).contains("2 biên chế");
    List<String> changed = new ArrayList<>(row);
    changed.set(7, "3 biên chế");
    JsonNode differs = preview(annex(List.of(changed)));
    assertThat(differs.at("/lines/0/differences").toString())
        .isEqualTo(
            "[{\"field\":\"resources\",\"before\":\"2 biên chế\",\"after\":\"3 biên chế\"}]");
  }

  @Test
  void anAnnexWithABadCellIsNotTakenAtAll() throws IOException {
    Path file =
        annex(
            List.of(
                row("1", "Quản lý cán bộ theo phân cấp", "ủy quyền", "", "", "", "2026-12-01", "x"),
                row("2", "Quy hoạch cán bộ", "ủy quyền", "", "", "", "31/02/2026", "")));
    String before = CommandRun.on(data, "--json", "stats").out();
    CommandRun run = CommandRun.on(data, "publish", "--in", file.toString());
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("Ô G7").contains("31/02/2026");
    assertThat(run.err()).startsWith("[INPUT_ROW]");
    assertThat(CommandRun.on(data, "--json", "stats").out()).isEqualTo(before);
  }

  @Test
  void textInTheOldEncodingIsReadAsWhatItWas() throws IOException {
    Path file =
        annex(List.of(row("1", "Quy hoạch cán bộ", "phân cấp", "", "", "", "", "Céng hßa x· héi")));
    assertThat(preview(file).at("/lines/0/differences").toString()).contains("Cộng hòa xã hội");
  }

  @Test
  void theTemplateIsUnderstoodAndAColumnCanBeJoinedByHand() throws IOException {
    Path template = root.resolve("mẫu.xlsx");
    CommandRun run =
        CommandRun.on(data, "publish", "--template", "grant", "--out", template.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (ReadableWorkbook workbook = new ReadableWorkbook(template.toFile())) {
      assertThat(workbook.getFirstSheet().read().getFirst().getCellText(1))
          .isEqualTo("Nhiệm vụ, quyền hạn");
    }
    Path csv =
        Files.writeString(root.resolve("b.csv"), "Tên việc;Hình thức\nQuy hoạch cán bộ;phân cấp\n");
    assertThat(CommandRun.on(data, "publish", "--in", csv.toString(), "--preview").exitCode())
        .isEqualTo(4);
    CommandRun joined =
        CommandRun.on(
            data, "publish", "--in", csv.toString(), "--preview", "--map", "Tên việc=power_id");
    assertThat(joined.exitCode()).as(joined.err()).isZero();
    assertThat(joined.out()).contains("0 ô cần sửa");
  }

  @Test
  void aBombAndABrokenWorkbookAreRefused() throws IOException {
    Path bomb = root.resolve("bom.xlsx");
    try (OutputStream out = Files.newOutputStream(bomb);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    CommandRun run = CommandRun.on(data, "publish", "--in", bomb.toString(), "--preview");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).startsWith("[INPUT_COMPRESSED_TOO_FAR]");
    byte[] whole = Files.readAllBytes(annex(List.of(row("1", "x", "", "", "", "", "", ""))));
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 30}) {
      Path cut = root.resolve("cut" + length + ".xlsx");
      Files.write(cut, Arrays.copyOf(whole, length));
      CommandRun broken = CommandRun.on(data, "publish", "--in", cut.toString(), "--preview");
      assertThat(broken.err()).as("%d", length).startsWith("[INPUT_DAMAGED]");
    }
  }

  /** One line as in the register, one new, one with two names that nothing has. */
  private Path karaokeStaffAndUnknown() throws IOException {
    return annex(
        List.of(
            row(
                "1",
                "Quản lý dịch vụ karaoke, vũ trường",
                "Phân cấp",
                "UBND tỉnh Điện Biên",
                "",
                "PC-VH-1",
                "",
                ""),
            row(
                "2",
                "quan ly can bo theo phan cap",
                "ủy quyền",
                "ct-ubnd-tinh",
                "Chủ tịch UBND cấp xã",
                "Quyết định số 95/2025/QĐ-UBND",
                "2026-12-01",
                "2 biên chế"),
            row("3", "Việc không có", "Phân cấp", "UBND tỉnh", "UBND cấp xã", "1/2020", "", "")));
  }

  /** A second editor of the province approves all that waits, and the first one learns of it. */
  private void approve() throws IOException {
    Path second = root.resolve("máy thứ hai");
    assertThat(CommandRun.on(second, "init", "--sample").exitCode()).isZero();
    exchange(data, second);
    String line = CommandRun.on(second, "--json", "approve").out();
    String id = new ObjectMapper().readTree(line).at("/id").asText();
    CommandRun approved = CommandRun.on(second, "approve", id.substring(0, 8));
    assertThat(approved.exitCode()).as(approved.err()).isZero();
    exchange(second, data);
  }

  private void exchange(Path from, Path to) {
    Path files = root.resolve(from.getFileName() + " gửi");
    try (Wiring wiring = new Wiring(from, CommandRun.CLOCK)) {
      wiring.exchange().export(files, ExchangeService.Selection.ALL);
    }
    try (Wiring wiring = new Wiring(to, CommandRun.CLOCK)) {
      wiring.exchange().receive(List.of(files));
    }
  }

  private JsonNode preview(Path file) throws IOException {
    CommandRun run = CommandRun.on(data, "--json", "publish", "--in", file.toString(), "--preview");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  /** A workbook with the titles above the table that every annex has. */
  private Path annex(List<List<String>> rows) throws IOException {
    Path file = Files.createTempFile(root, "phụ lục ", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Phụ lục I");
      sheet.value(0, 0, "PHỤ LỤC I");
      sheet.value(1, 0, "DANH MỤC NHIỆM VỤ, QUYỀN HẠN PHÂN CẤP");
      for (int column = 0; column < HEADER.size(); column++) {
        sheet.value(3, column, HEADER.get(column));
        sheet.value(4, column, "(" + (column + 1) + ")");
      }
      int number = 5;
      for (List<String> row : rows) {
        for (int column = 0; column < row.size(); column++) {
          String cell = row.get(column);
          if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
            sheet.value(number, column, LocalDate.parse(cell));
            sheet.style(number, column).format("dd/mm/yyyy").set();
          } else if (!cell.isEmpty()) {
            sheet.value(number, column, cell);
          }
        }
        number++;
      }
    }
    return file;
  }
}
