package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemovableDrivesTest {
  @TempDir Path folder;

  @Test
  void eachFolderUnderAMountIsAStickAndNothingElseIs() throws IOException {
    Path mount = Files.createDirectories(folder.resolve("media"));
    RemovableDrives drives =
        new RemovableDrives(List.of(mount, folder.resolve("run-media")), false);
    assertThat(drives.list()).isEmpty();
    Path stick = Files.createDirectory(mount.resolve("USB xã Mường Nhé"));
    Files.writeString(mount.resolve("tệp"), "không phải USB");
    Files.createSymbolicLink(mount.resolve("liên kết"), folder);
    assertThat(drives.list()).containsExactly(stick);
    Files.delete(stick);
    assertThat(drives.list()).isEmpty();
  }
}
