package vn.roquyen.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dragged onto the window, wherever it is. */
public final class FileDrop {
  private final Consumer<List<Path>> onDropped;

  /**
   * @param onDropped gets the files; the names say nothing of what is in them
   */
  public FileDrop(Scene scene, Consumer<List<Path>> onDropped) {
    this.onDropped = onDropped;
    scene.setOnDragOver(FileDrop::over);
    scene.setOnDragDropped(this::dropped);
  }

  private static void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    if (!files.isEmpty()) {
      onDropped.accept(files);
    }
  }
}
