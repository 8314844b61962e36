package vn.roquyen.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.service.SharedData;

final class LegacyTextTest {
  private final LegacyText legacy = Vocabulary.read(Path.of("none")).legacy();

  @Test
  void tcvn3IsRead() {
    assertThat(legacy.decode("cÊp giÊy phÐp x©y dùng")).isEqualTo("cấp giấy phép xây dựng");
    assertThat(legacy.decode("hé tÞch")).isEqualTo("hộ tịch");
  }

  @Test
  void vniIsRead() {
    assertThat(legacy.decode("caáp giaáy pheùp xaây döïng")).isEqualTo("cấp giấy phép xây dựng");
    assertThat(legacy.decode("UÛy ban nhaân daân xaõ Möôøng Phaêng"))
        .isEqualTo("Ủy ban nhân dân xã Mường Phăng");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "đăng ký khai sinh",
        "dang ky khai sinh",
        "quán cà phê ở Điện Biên – “mở mới”?",
        "café Đức, Zürich, naïve",
        "",
        "🙂 khai sinh",
        "giấy phép ® © 2025",
        "thuỷ lơi, bồi thừơng, thẩm đinh5"
      })
  void otherTextsStayAsTheyAre(String text) {
    assertThat(legacy.decode(text)).isNull();
  }

  @Test
  void theKnownPairsAreRead() throws IOException {
    Path vectors = SharedData.file("lang/legacy_charset_test_vectors.csv");
    int seen = 0;
    for (var row : rows(vectors)) {
      String charset = row.getOrDefault("charset", "");
      if (charset.equals("TCVN3") || charset.equals("VNI-WIN")) {
        // TCVN3 has no capitals with a tone: search reads them as small letters.
        assertThat(legacy.decode(row.get("as_seen_in_windows_1252")))
            .as(charset)
            .isEqualToIgnoringCase(row.get("unicode_text"));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(10);
  }

  @Test
  void noNameOfTheCatalogueIsTakenForAnOldEncoding() throws IOException {
    int seen = 0;
    for (var row : rows(SharedData.file("procedures/procedures_index.csv"))) {
      assertThat(legacy.decode(row.get("name"))).as(row.get("name")).isNull();
      seen++;
    }
    assertThat(seen).isGreaterThan(4_000);
  }

  private static Iterable<Map<String, String>> rows(Path file) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      return rows.readAll();
    }
  }
}
