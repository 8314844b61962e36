package vn.roquyen.ui.editing;

import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.EditableRecords.Known;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;

/** A dialog that finds a record of the register by any words of its name, to be changed. */
final class RecordFinder {
  private final EditingViewModel model;
  private final Desk desk;
  private final BiConsumer<Known, DraftRow.Kind> onChosen;
  private final TextField typed = new TextField();
  private final ListView<Known> list = new ListView<>();
  private final VBox content;

  /**
   * @param onChosen takes the record, and whether it is to be changed or removed
   */
  RecordFinder(EditingViewModel model, Desk desk, BiConsumer<Known, DraftRow.Kind> onChosen) {
    this.model = model;
    this.desk = desk;
    this.onChosen = onChosen;
    Messages messages = desk.messages();
    prepareField(messages);
    prepareList(messages);
    content =
        Parts.column(
            "gap-2 rq-finder",
            Parts.label(messages.text("editing.find"), "rq-title"),
            typed,
            list,
            Parts.row(
                "gap-1 align-left",
                Parts.button(
                    Feather.TRASH_2,
                    messages.text("editing.find.remove"),
                    () -> choose(DraftRow.Kind.REMOVE),
                    "flat"),
                Parts.spacer(),
                Parts.button(messages.text("dialog.cancel"), desk.navigator()::closeDialog, "flat"),
                Parts.button(
                    messages.text("editing.find.change"),
                    () -> choose(DraftRow.Kind.CHANGE),
                    "accent")));
    content.focusedProperty().subscribe((before, now) -> typed.requestFocus());
  }

  private void prepareField(Messages messages) {
    typed.setPromptText(messages.text("editing.find.prompt"));
    typed.setAccessibleText(messages.text("editing.find.prompt"));
    typed.setId("find");
    typed.textProperty().subscribe(this::narrow);
    typed.setOnAction(event -> choose(DraftRow.Kind.CHANGE));
    typed.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
  }

  private void prepareList(Messages messages) {
    list.setCellFactory(any -> new Line(messages));
    list.setPlaceholder(Parts.label(messages.text("editing.find.none"), "rq-muted"));
    list.getStyleClass().addAll("rq-found", "edge-to-edge");
    list.setAccessibleText(messages.text("editing.find"));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose(DraftRow.Kind.CHANGE);
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            choose(DraftRow.Kind.CHANGE);
          }
        });
  }

  void open() {
    desk.navigator().showDialog(content);
    typed.requestFocus();
  }

  private void narrow(String words) {
    list.getItems().setAll(model.records(words));
    list.getSelectionModel().selectFirst();
  }

  private void choose(DraftRow.Kind kind) {
    Known known = list.getSelectionModel().getSelectedItem();
    if (known != null) {
      desk.navigator().closeDialog();
      onChosen.accept(known, kind);
    }
  }

  /** A record: its name, and below it what it is. */
  private static final class Line extends RowCell<Known> {
    private final Messages messages;
    private final Label name = Parts.wrapped("");
    private final Label kind = Parts.label("", "rq-meta");

    Line(Messages messages) {
      this.messages = messages;
      setContent(Parts.column("", name, kind));
    }

    @Override
    protected String fill(Known known) {
      name.setText(known.name());
      kind.setText(messages.name("entity", known.entity()));
      return kind.getText() + " " + known.name();
    }
  }
}
