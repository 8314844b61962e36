package vn.roquyen.report;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.roquyen.domain.PaperSize;

/** The layout under texts that no real record has. */
final class SlipReportTest {
  private static final String ALL_LETTERS =
      "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
          + "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"
          + "fi fl ffi 0123456789 “”‘’«»–—…•·×≤≥±½§°%₫$@#&*()[]{}<>/\\|!?;:,.";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(PaperSize.class)
  void everyVietnameseLetterIsThereInEveryWeight(PaperSize size) throws IOException {
    Slip slip = slip(ALL_LETTERS, List.of(new Slip.Text(ALL_LETTERS)));
    assertThat(SlipLetters.of(print(slip, size), slip)).isEqualTo(SlipLetters.of(slip));
  }

  @ParameterizedTest
  @EnumSource(PaperSize.class)
  void longTextsFlowOverPagesInsideTheMargins(PaperSize size) throws IOException {
    String words = "Ủy ban nhân dân cấp xã nơi cư trú của người yêu cầu ".repeat(30);
    List<String> steps = new ArrayList<>();
    List<Slip.Item> items = new ArrayList<>();
    List<Slip.Fact> facts = new ArrayList<>();
    for (int at = 0; at < 40; at++) {
      steps.add(at + " " + words);
      items.add(
          new Slip.Item(at + " " + words, "ghi chú " + words, "chưa rõ hiệu lực", Tone.UNSURE));
      facts.add(new Slip.Fact("Tên gọi dài của mục " + at, words, Tone.GOOD, words));
    }
    Slip slip =
        slip(
            "x".repeat(300),
            List.of(
                new Slip.Steps(steps),
                new Slip.Checklist("https://" + "dichvucong/".repeat(40), items),
                new Slip.Items(items),
                new Slip.Facts(facts)));
    Path file = print(slip, size);
    assertThat(SlipLetters.of(file, slip)).isEqualTo(SlipLetters.of(slip));
    assertThat(outside(file)).isEmpty();
  }

  @Test
  void aHeadingNeverStandsAloneAtTheFootOfAPage() throws IOException {
    String words = "Ủy quyền cho Chủ tịch UBND các xã, phường quyết định bổ nhiệm ".repeat(6);
    Slip.Item item = new Slip.Item("Khởi đầu " + words, words, "chưa rõ hiệu lực", Tone.UNSURE);
    for (int lines = 8; lines < 36; lines++) {
      List<Slip.Section> sections =
          List.of(
              new Slip.Section("Trên", List.of(new Slip.Steps(nCopies(lines, "bước")))),
              new Slip.Section("Đầu mục", List.of(new Slip.Items(List.of(item)))));
      for (String page : pages(print(slip("Việc", sections, "x"), PaperSize.A4))) {
        assertThat(page.contains("ĐẦU MỤC"))
            .as("%s steps above", lines)
            .isEqualTo(page.contains("Khởi đầu"));
      }
    }
  }

  private static List<String> pages(Path file) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    return pages;
  }

  @Test
  void whatIsWrittenDecomposedIsPrintedComposed() throws IOException {
    Slip composed = slip("Đăng ký khai sinh", List.of(new Slip.Text("Ủy ban nhân dân")));
    Slip decomposed =
        slip(
            Normalizer.normalize("Đăng ký khai sinh", Normalizer.Form.NFD),
            List.of(new Slip.Text(Normalizer.normalize("Ủy ban nhân dân", Normalizer.Form.NFD))));
    assertThat(SlipLetters.of(print(decomposed, PaperSize.A4), decomposed))
        .isEqualTo(SlipLetters.of(composed));
  }

  @Test
  void lettersWithoutAGlyphAreReplacedAndNeverStopThePrinting() throws IOException {
    Slip odd = slip("A\u0007\tB\u200EC\uF0A7D\uD83D\uDE00E\u4E2DF", List.of());
    Slip shown = slip("A BC•D?E?F", List.of());
    assertThat(SlipLetters.of(print(odd, PaperSize.A4), odd)).isEqualTo(SlipLetters.of(shown));
  }

  @Test
  void theFontsAreEmbeddedAsSubsets() throws IOException {
    Path file = print(slip("Đăng ký", List.of()), PaperSize.A4);
    assertThat(Files.size(file)).isLessThan(60_000);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getName()).contains("+BeVietnamPro");
        }
      }
    }
  }

  private static Slip slip(String matter, List<Slip.Block> blocks) {
    return slip(matter, List.of(new Slip.Section("Mục " + matter, blocks)), matter);
  }

  private static Slip slip(String matter, List<Slip.Section> sections, String closing) {
    return new Slip(
        "vi",
        "Xã " + matter,
        "Cho ngày 24/11/2026",
        "Phiếu hướng dẫn",
        matter,
        List.of("Thủ tục", matter),
        new Slip.Verdict(Tone.GOOD, matter, List.of(matter, "Đến nơi này.")),
        List.of(
            new Slip.Fact("Thời hạn", matter, Tone.NEUTRAL, null),
            new Slip.Fact("Phí", "chưa rõ", Tone.UNSURE, matter)),
        sections,
        "Lời kết " + closing,
        "Rõ Quyền · dữ liệu",
        "Trang {0}/{1}");
  }

  private Path print(Slip slip, PaperSize size) throws IOException {
    Path file = folder.resolve("phiếu " + size + ".pdf");
    try (OutputStream out = Files.newOutputStream(file)) {
      SlipReport.write(slip, size, Instant.parse("2026-11-24T02:00:00Z"), out);
    }
    return file;
  }

  /** Letters that stand beyond a margin of five millimetres, or that overlap the foot. */
  private static List<String> outside(Path file) throws IOException {
    List<String> outside = new ArrayList<>();
    float margin = 5 / 25.4f * 72;
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          boolean in =
              letter.getXDirAdj() >= margin
                  && letter.getXDirAdj() + letter.getWidthDirAdj() <= letter.getPageWidth() - margin
                  && letter.getYDirAdj() >= margin
                  && letter.getYDirAdj() <= letter.getPageHeight() - margin;
          if (!in) {
            outside.add(letter + "@" + letter.getXDirAdj() + "," + letter.getYDirAdj());
          }
        }
      }.getText(document);
    }
    return outside;
  }
}
