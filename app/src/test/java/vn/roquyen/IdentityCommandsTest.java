package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a folder is, is said by the name of its unit; scripts get the code as well. */
final class IdentityCommandsTest {
  @TempDir Path folder;

  @Test
  void aUnitIsCalledByItsName() {
    Path data = folder.resolve("xã");
    CommandRun.on(data, "init", "--sample", "--role", "commune", "--unit", "03160");
    assertThat(CommandRun.on(data, "keys", "show").out()).contains("Xã Mường Nhé");
    assertThat(CommandRun.on(data, "stats").out()).contains("Xã Mường Nhé");
    assertThat(CommandRun.on(data, "--json", "stats").out())
        .contains("\"unit\":\"03160\",\"unitName\":\"Xã Mường Nhé\"");
  }
}
