package vn.roquyen.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Entity;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Stats;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.importing.FilePicker;
import vn.roquyen.ui.importing.ImportView;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.importing.ImportViewModel.State;

/** Where the data are, what they hold, and how to get newer ones. */
final class DataPanel {
  private static final List<Entity> SHOWN =
      List.of(Entity.POWER, Entity.GRANT, Entity.INSTRUMENT, Entity.PROCEDURE, Entity.COMMUNE);

  private final Path folder;
  private final ImportViewModel imports;
  private final Desk desk;
  private final Messages messages;
  private final VBox figures = Parts.column("gap-half rq-setting-name");
  private final VBox root;

  DataPanel(Path folder, ImportViewModel imports, Desk desk) {
    this.folder = folder;
    this.imports = imports;
    this.desk = desk;
    this.messages = desk.messages();
    root =
        Parts.column(
            "gap-2",
            new Rows()
                .add(messages.text("settings.folder"), folder())
                .add(messages.text("settings.holds"), figures)
                .add(messages.text("settings.newer"), more())
                .node(),
            new ImportView(imports, messages).root());
  }

  Node root() {
    return root;
  }

  void show(Stats stats) {
    List<Node> lines = new ArrayList<>();
    String day = Dates.textOrDash(stats.dataDate());
    lines.add(Parts.wrapped(messages.text("settings.upTo", day)));
    for (Entity entity : SHOWN) {
      int count = stats.rows().getOrDefault(entity, 0);
      lines.add(
          Parts.wrapped(
              messages.text(
                  "settings.figure",
                  count,
                  messages.name("entity", entity).toLowerCase(messages.locale()))));
    }
    figures.getChildren().setAll(lines);
  }

  private Node folder() {
    Button copy =
        Parts.iconButton(
            Feather.COPY,
            messages.text("settings.folder.copy"),
            () -> {
              Clipboard.getSystemClipboard()
                  .setContent(Map.of(DataFormat.PLAIN_TEXT, folder.toString()));
              desk.navigator().tell(messages.text("settings.folder.copied"));
            });
    return Parts.row("gap-1 align-left", Parts.wrapped(folder.toString()), copy);
  }

  private Node more() {
    FilePicker picker = new FilePicker(messages);
    Button files =
        Parts.button(
            Feather.FILE, messages.text("importing.pickFiles"), () -> start(picker.files(root)));
    Button whole =
        Parts.button(
            Feather.FOLDER,
            messages.text("importing.pickFolder"),
            () -> start(picker.folder(root)));
    imports
        .state()
        .subscribe(
            state -> {
              files.setDisable(state instanceof State.Running);
              whole.setDisable(state instanceof State.Running);
            });
    return Parts.column(
        "gap-1",
        Parts.row("gap-1", files, whole),
        Parts.wrapped(messages.text("settings.more"), "rq-meta"));
  }

  private void start(List<Path> paths) {
    if (!paths.isEmpty()) {
      imports.start(paths);
    }
  }
}
