package vn.roquyen.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.importing.FilePicker;
import vn.roquyen.ui.start.FirstStartViewModel.Source;

/** With which data the program starts. */
final class DataQuestion {
  private final FirstStartViewModel model;
  private final Messages messages;
  private final ToggleGroup group = new ToggleGroup();
  private final Label chosen = Parts.wrapped("", "rq-meta");
  private final RadioButton files;
  private final VBox root = Parts.column("gap-2");

  DataQuestion(FirstStartViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    root.getChildren().add(Parts.label(messages.text("start.data"), "rq-title"));
    if (model.hasData()) {
      option(
              "start.data.present",
              "start.data.present.explain",
              model.source().get() instanceof Source.Present,
              null)
          .setOnAction(event -> model.source().set(new Source.Present()));
    }
    option(
            "start.data.sample",
            "start.data.sample.explain",
            model.source().get() instanceof Source.Sample,
            null)
        .setOnAction(event -> model.source().set(new Source.Sample()));
    FilePicker picker = new FilePicker(messages);
    HBox pick =
        Parts.row(
            "gap-1 align-left",
            Parts.button(
                Feather.FILE, messages.text("importing.pickFiles"), () -> take(picker.files(root))),
            Parts.button(
                Feather.FOLDER,
                messages.text("importing.pickFolder"),
                () -> take(picker.folder(root))));
    boolean isFiles = model.source().get() instanceof Source.Files;
    files =
        option(
            "start.data.files",
            "start.data.files.explain",
            isFiles,
            Parts.column("gap-1 rq-indent", pick, chosen));
    files.setOnAction(event -> model.source().set(null));
    showTaken();
  }

  private void showTaken() {
    if (model.source().get() instanceof Source.Files taken) {
      show(taken.paths());
    } else {
      Parts.show(chosen, false);
    }
  }

  Node root() {
    return root;
  }

  private RadioButton option(
      String key, String explanation, boolean selected, @Nullable Node more) {
    RadioButton radio = new RadioButton(messages.text(key));
    radio.getStyleClass().add("rq-strong");
    radio.setToggleGroup(group);
    radio.setSelected(selected);
    VBox option =
        Parts.column(
            "gap-half", radio, Parts.wrapped(messages.text(explanation), "rq-meta", "rq-indent"));
    if (more != null) {
      option.getChildren().add(more);
    }
    root.getChildren().add(option);
    return radio;
  }

  private void take(List<Path> paths) {
    if (!paths.isEmpty()) {
      files.setSelected(true);
      model.source().set(new Source.Files(paths));
      show(paths);
    }
  }

  private void show(List<Path> paths) {
    Parts.show(chosen, true);
    chosen.setText(paths.stream().map(Path::toString).collect(Collectors.joining("; ")));
  }
}
