package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.HandbookService.Order;
import vn.roquyen.service.HandbookService.Written;

/** The handbook read back: text, contents, outline, code. */
final class HandbookServiceTest {
  private static final Messages VIETNAMESE = new Messages(Locale.of("vi"));
  private static final Pattern ROW = Pattern.compile("(\\d+)\\. .*?(\\d+)$");

  @TempDir static Path folder;
  private static SampleRegister sample;
  private static HandbookService service;

  @BeforeAll
  static void open() {
    sample = new SampleRegister(folder.resolve("dữ liệu"));
    service = sample.wiring().review().handbook();
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  @Test
  void everyPowerStandsInItOnceWithItsVerdictOnThePageThatTheContentsName() throws IOException {
    Path file = folder.resolve("sổ tay.pdf");
    Written written = service.write(order(null), file, Progress.NONE);
    List<PowerAtUnit> powers =
        sample.wiring().competence().powersAt(sample.unit(), SampleRegister.TODAY);
    assertThat(written.entries()).isEqualTo(powers.size()).isEqualTo(77);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(written.pages());
      String all = squeezed(text(document, 1, written.pages()));
      for (PowerAtUnit power : powers) {
        String title = squeezed(power.power().title());
        assertThat(all).contains("." + title).contains(squeezed("Mã " + power.power().id()));
      }
      List<PDOutlineItem> items = new ArrayList<>();
      leaves(document.getDocumentCatalog().getDocumentOutline(), items);
      assertThat(items).hasSize(77);
      for (PDOutlineItem item : items) {
        int page =
            document.getPages().indexOf(((PDPageDestination) item.getDestination()).getPage());
        assertThat(squeezed(text(document, page + 1, page + 1)))
            .contains(squeezed(item.getTitle()));
      }
      contentsAgree(document, items);
      StringBuilder counts = new StringBuilder();
      for (Answer answer : Answer.values()) {
        counts.append(powers.stream().filter(one -> one.competence().answer() == answer).count());
      }
      assertThat(squeezed(text(document, 1, 1)))
          .contains("SỔTAYTHẨMQUYỀN", "XãMườngNhé", "Xãcóthẩmquyền", counts);
      assertThat(text(document, 2, 2)).contains("Trang 2/" + written.pages());
    }
  }

  /** The number beside each title is the page to which the outline leads. */
  private static void contentsAgree(PDDocument document, List<PDOutlineItem> items)
      throws IOException {
    String contents = text(document, 2, 5);
    for (PDOutlineItem item : items) {
      int page = document.getPages().indexOf(((PDPageDestination) item.getDestination()).getPage());
      String number = item.getTitle().substring(0, item.getTitle().indexOf('.'));
      boolean found =
          contents
              .lines()
              .map(ROW::matcher)
              .filter(Matcher::find)
              .anyMatch(
                  row ->
                      row.group(1).equals(number)
                          && row.group(2).equals(Integer.toString(page + 1)));
      // A title of several lines has its number on another line than its page.
      boolean isLong = contents.lines().anyMatch(line -> line.endsWith(" " + (page + 1)));
      assertThat(found || isLong).as(item.getTitle() + " on page " + (page + 1)).isTrue();
    }
  }

  @Test
  void theCodeHoldsDigestUnitAndDay() throws IOException, ReaderException {
    Path file = folder.resolve("mã.pdf");
    Written written = service.write(order("ct-ubnd-cap-xa"), file, Progress.NONE);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
      String read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(light)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText();
      assertThat(read)
          .contains("unit=03160", "body=ct-ubnd-cap-xa", "at=2026-11-24")
          .endsWith("sha256=" + sample.wiring().exchange().digest());
      assertThat(written.digest()).isEqualTo(sample.wiring().exchange().digest());
      assertThat(squeezed(text(document, 1, 1))).contains(written.digest());
    }
  }

  @Test
  void aPositionHasWhatItWasGrantedAndIsToldWhatNamedNoOrgan() throws IOException {
    Path file = folder.resolve("chủ tịch.pdf");
    Written written = service.write(order("Chủ tịch UBND cấp xã"), file, Progress.NONE);
    assertThat(written.entries())
        .isEqualTo(
            service.receivers().stream()
                .filter(one -> one.body().id().equals("ct-ubnd-cap-xa"))
                .findFirst()
                .orElseThrow()
                .granted());
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String all = squeezed(text(document, 1, written.pages()));
      assertThat(all)
          .contains(squeezed("Chủ tịch UBND cấp xã – Xã Mường Nhé"))
          .contains(squeezed("giao chung cho “Các xã, phường”"))
          .contains(squeezed("Chưa nêu:"))
          .doesNotContain("nv-gpld");
    }
  }

  @Test
  void stoppedItLeavesTheOldFileAndNothingElse() throws IOException {
    Path place = Files.createDirectories(folder.resolve("dừng"));
    Path file = Files.writeString(place.resolve("cũ.pdf"), "cũ");
    int[] told = new int[1];
    Progress impatient =
        new Progress() {
          @Override
          public void at(Phase phase, long done, long total) {
            told[0]++;
          }

          @Override
          public boolean cancelled() {
            return told[0] > 3;
          }
        };
    Fault fault =
        catchThrowableOfType(Fault.class, () -> service.write(order(null), file, impatient));
    assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED);
    assertThat(file).hasContent("cũ");
    try (Stream<Path> left = Files.list(place)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void anUnknownBodyIsNamed() {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> service.write(order("khong-co"), folder.resolve("x.pdf"), Progress.NONE));
    assertThat(fault.code()).isEqualTo(FaultCode.RECORD_UNKNOWN);
    assertThat(fault.arguments()).containsExactly("khong-co");
  }

  private static void leaves(PDOutlineNode node, List<PDOutlineItem> found) {
    for (PDOutlineItem item : node.children()) {
      if (item.hasChildren()) {
        leaves(item, found);
      } else {
        found.add(item);
      }
    }
  }

  private static String text(PDDocument document, int first, int last) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(first);
    stripper.setEndPage(last);
    return stripper.getText(document);
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00A0]+", "");
  }

  private static Order order(String body) {
    return new Order(sample.unit(), body, SampleRegister.TODAY, VIETNAMESE);
  }
}
