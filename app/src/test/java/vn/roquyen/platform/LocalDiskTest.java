package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines never share one data folder. */
final class LocalDiskTest {
  @Test
  void fault15_aFolderOnAShareIsToldFromOneOnThisMachine(@TempDir Path local) {
    assertThat(LocalDisk.isShare("nfs4", "/mnt/chung")).isTrue();
    assertThat(LocalDisk.isShare("cifs", "/mnt/chung")).isTrue();
    assertThat(LocalDisk.isShare("SMBFS", "/Volumes/Chung")).isTrue();
    assertThat(LocalDisk.isShare("NTFS", "\\\\may-chu\\chung")).isTrue();
    for (String type : new String[] {"ext4", "btrfs", "xfs", "NTFS", "apfs", "tmpfs", "overlay"}) {
      assertThat(LocalDisk.isShare(type, "/home/xã")).as(type).isFalse();
    }
    assertThatCode(() -> LocalDisk.require(local)).doesNotThrowAnyException();
  }
}
