package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SystemViewerTest {
  private static final Path FILE = Path.of("/tmp/Nguyễn Văn Ấn/phieu-1.pdf");

  @Test
  void aNameWithBlanksStaysOneWordOfTheCommand() {
    assertThat(new SystemViewer("Linux").command(FILE))
        .containsExactly("xdg-open", FILE.toAbsolutePath().toString());
    assertThat(new SystemViewer("Windows 10").command(FILE))
        .containsExactly(
            "rundll32", "url.dll,FileProtocolHandler", FILE.toAbsolutePath().toString());
    assertThat(new SystemViewer("Mac OS X").command(FILE)).first().isEqualTo("open");
  }
}
