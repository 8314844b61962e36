package vn.roquyen.ui.importing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;

/** Asks for the files or the folder of an import in the dialogs of the operating system. */
public final class FilePicker {
  private final Messages messages;

  public FilePicker(Messages messages) {
    this.messages = messages;
  }

  /** The files chosen; empty when the person thought better of it. */
  public List<Path> files(Node owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("importing.files"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                messages.text("importing.fileKinds"), "*.jsonl.gz", "*.jsonl", "*.csv"),
            new FileChooser.ExtensionFilter(messages.text("importing.allFiles"), "*"));
    List<File> chosen = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  /** The folder chosen, or nothing. */
  public List<Path> folder(Node owner) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("importing.folder"));
    @Nullable File chosen = chooser.showDialog(owner.getScene().getWindow());
    return chosen == null ? List.of() : List.of(chosen.toPath());
  }
}
