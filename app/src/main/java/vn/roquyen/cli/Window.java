package vn.roquyen.cli;

import java.nio.file.Path;

/** The window, as the command line knows it: loaded only when it is to be opened. */
public interface Window {

  /** True when this machine can show a window. */
  boolean hasDisplay();

  /**
   * Opens the window and returns when it is closed.
   *
   * @param demo true loads the sample data on first use
   * @return false when no window could be shown
   * @throws vn.roquyen.domain.Fault DATA_FOLDER_IN_USE and others
   */
  boolean open(Path data, boolean demo);
}
