package vn.roquyen.cli;

import java.nio.file.Path;
import vn.roquyen.service.Progress;

/** How the commands come to a data folder without knowing what it is made of. */
public interface DataFolders {

  /** True when the folder holds a database, whole or damaged, or a journal to fill one from. */
  boolean hasData(Path data);

  /**
   * Opens the folder, made anew when it does not exist.
   *
   * @param progress told when database or index have to be built anew
   * @throws vn.roquyen.domain.Fault when it is damaged, foreign, newer, read-only or in use
   */
  Services open(Path data, Progress progress);
}
