package vn.roquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Says whether a data folder lies on this machine. A share of the network keeps neither the lock of
 * a file nor what was forced to it, so two machines would write into one journal.
 */
final class LocalDisk {
  private static final Set<String> SHARES =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afpfs",
          "webdav",
          "davfs",
          "fuse.sshfs",
          "fuse.davfs2",
          "fuse.rclone",
          "fuse.gvfsd-fuse");

  private LocalDisk() {}

  /**
   * Refuses a folder that lies on a share.
   *
   * @throws Fault DATA_FOLDER_REMOTE
   */
  static void require(Path folder) throws IOException {
    if (isShare(Files.getFileStore(folder).type(), folder.toAbsolutePath().toString())) {
      throw new Fault(FaultCode.DATA_FOLDER_REMOTE, folder.toString());
    }
  }

  /**
   * True for a share.
   *
   * @param type of the file system as the system names it
   * @param path absolute; on Windows a share may bear the name of its server
   */
  static boolean isShare(String type, String path) {
    return SHARES.contains(type.toLowerCase(Locale.ROOT)) || path.startsWith("\\\\");
  }
}
