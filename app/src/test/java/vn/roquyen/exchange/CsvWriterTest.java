package vn.roquyen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

final class CsvWriterTest {
  @TempDir Path folder;

  @Test
  void aSpreadsheetReadsVietnameseAndRunsNothing() throws IOException {
    Path file = folder.resolve("Thẩm quyền.csv");
    CsvWriter.write(
        file,
        List.of("Tên", "Ghi chú"),
        List.of(
            List.of("Cấp, đổi “thẻ”", "=HYPERLINK(\"http://x\";\"y\")"),
            List.of("- Đơn đề nghị", "-5"),
            List.of("@SUM(1)", "+84 912"),
            List.of("hai\ndòng", "1.013225")));
    assertThat(Files.readString(file))
        .isEqualTo(
            "\uFEFFTên,Ghi chú\r\n"
                + "\"Cấp, đổi “thẻ”\",\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"\r\n"
                + "'- Đơn đề nghị,-5\r\n"
                + "'@SUM(1),'+84 912\r\n"
                + "\"hai\ndòng\",1.013225\r\n");
  }

  @Test
  void anOlderFileStaysWholeWhenTheNewOneCannotBeWritten() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "cũ");
    Iterable<List<String>> failing =
        () -> {
          throw new UncheckedIOException(new IOException("đọc hỏng"));
        };
    assertThatThrownBy(() -> CsvWriter.write(file, List.of("a"), failing))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(Files.readString(file)).isEqualTo("cũ");
    assertThat(folder)
        .isDirectoryContaining("glob:**/a.csv")
        .isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFolderThatDoesNotExistIsToldAsAFault() {
    Path file = folder.resolve("không có").resolve("a.csv");
    assertThatThrownBy(() -> CsvWriter.write(file, List.of("a"), List.of()))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.OUTPUT_FAILED);
              assertThat(fault.arguments()).containsExactly(file.toString());
            });
  }
}
