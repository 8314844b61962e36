package vn.roquyen.ui.editing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.SaveDialog;

/** How an annex comes in: chosen in a dialog or dropped on the screen; and its empty template. */
final class AnnexEntrance {
  private static final List<String> ENDINGS = List.of(".xlsx", ".csv");

  private final AnnexViewModel model;
  private final Desk desk;
  private final Messages messages;
  private final Consumer<Path> onFile;

  AnnexEntrance(AnnexViewModel model, Desk desk, Consumer<Path> onFile) {
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
    this.onFile = onFile;
  }

  /** Lets a table be dropped on a node; other files go on to the window. */
  void takeDrops(Node node) {
    node.setOnDragOver(
        event -> {
          if (table(event.getDragboard().getFiles()) != null) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.setOnDragDropped(
        event -> {
          Path file = table(event.getDragboard().getFiles());
          if (file != null) {
            event.setDropCompleted(true);
            event.consume();
            onFile.accept(file);
          }
        });
  }

  /** The menu beside the list: a file for a new draft, or a template. */
  MenuButton menu() {
    MenuButton menu = new MenuButton(messages.text("annex.menu"));
    MenuItem choose = new MenuItem(messages.text("annex.choose"));
    choose.setOnAction(event -> choose(menu, onFile));
    menu.getItems().addAll(choose, new SeparatorMenuItem());
    for (Entity kind : model.kinds()) {
      MenuItem item = new MenuItem(messages.text("annex.template", messages.name("entity", kind)));
      item.setOnAction(event -> template(menu, kind));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Asks for a file in the dialog of the operating system. */
  void choose(Node above, Consumer<Path> onChosen) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("annex.choose"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages.text("annex.files"), ENDINGS.stream().map(each -> "*" + each).toList()));
    File chosen = chooser.showOpenDialog(above.getScene().getWindow());
    if (chosen != null) {
      onChosen.accept(chosen.toPath());
    }
  }

  private void template(Node above, Entity kind) {
    String name = messages.text("annex.template.file", messages.name("entity", kind));
    Path file = SaveDialog.askForTable(above, name, messages);
    if (file != null) {
      model.template(
          kind,
          file,
          written ->
              desk.navigator().tell(messages.text("publish.template.written", written.toString())));
    }
  }

  /** The first of the files that is a table, or null. */
  static @Nullable Path table(List<File> files) {
    return files.stream()
        .map(File::toPath)
        .filter(file -> ENDINGS.stream().anyMatch(end -> small(file).endsWith(end)))
        .findFirst()
        .orElse(null);
  }

  private static String small(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }
}
