package vn.roquyen.ui.common;

import java.io.File;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;

/** Asks where a list is to be written. */
public final class SaveDialog {
  private static final String CSV = ".csv";

  private SaveDialog() {}

  /**
   * Asks for a CSV file.
   *
   * @param above a node of the window that asks
   * @param name suggested name without its ending
   * @return null when the person changed his mind
   */
  public static @Nullable Path askForTable(Node above, String name, Messages messages) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("browse.export"));
    chooser.setInitialFileName(name + CSV);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(messages.text("browse.csv"), "*" + CSV));
    File chosen = chooser.showSaveDialog(above.getScene().getWindow());
    if (chosen == null) {
      return null;
    }
    Path file = chosen.toPath();
    return file.getFileName().toString().endsWith(CSV)
        ? file
        : file.resolveSibling(file.getFileName() + CSV);
  }
}
