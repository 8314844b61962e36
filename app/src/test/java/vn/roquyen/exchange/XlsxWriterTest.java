package vn.roquyen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class XlsxWriterTest {
  @TempDir Path folder;

  @Test
  void codesStayTextAndNothingIsAFormula() throws Exception {
    Path file = folder.resolve("Thủ tục.xlsx");
    XlsxWriter.write(
        file,
        "Thủ tục",
        List.of("Mã", "Tên"),
        List.of(List.of("1.001190", "Đăng ký <khai sinh>"), List.of("=1+1", "hai\ndòng")));
    assertThat(texts(file, "xl/sharedStrings.xml", "t"))
        .containsExactly("Mã", "Tên", "1.001190", "Đăng ký <khai sinh>", "=1+1", "hai\ndòng");
    Document sheet = part(file, "xl/worksheets/sheet1.xml");
    NodeList cells = sheet.getElementsByTagName("c");
    assertThat(cells.getLength()).isEqualTo(6);
    for (int index = 0; index < cells.getLength(); index++) {
      assertThat(cells.item(index).getAttributes().getNamedItem("t").getNodeValue()).isEqualTo("s");
    }
    assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
  }

  @Test
  void anEmptyListMakesASheetWithItsHeaderOnly() throws Exception {
    Path file = folder.resolve("trống.xlsx");
    XlsxWriter.write(file, "Trống", List.of("Mã"), List.of());
    assertThat(texts(file, "xl/sharedStrings.xml", "t")).containsExactly("Mã");
  }

  private static List<String> texts(Path file, String name, String tag) throws Exception {
    NodeList found = part(file, name).getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      texts.add(found.item(index).getTextContent());
    }
    return texts;
  }

  private static Document part(Path file, String name) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(zip.getInputStream(zip.getEntry(name)));
    }
  }
}
