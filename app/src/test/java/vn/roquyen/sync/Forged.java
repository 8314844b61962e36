package vn.roquyen.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.DatabaseKey;

/** What somebody signs with the key of a data folder past the program and its policy. */
public final class Forged {
  private Forged() {}

  /** The next change of that folder with whatever edits; the folder itself does not hold it. */
  public static byte[] change(Path data, List<RowEdit> edits) {
    AppPaths paths = new AppPaths(data);
    KeyFolder keys = new KeyFolder(paths.keys(), DatabaseKey.readOrCreate(paths.databaseKey()));
    try (LocalReplica replica =
        LocalReplica.open(keys, paths.journal(), Clock.systemUTC(), operation -> {})) {
      return replica.membership().writer().next(edits).document().encoded();
    }
  }
}
