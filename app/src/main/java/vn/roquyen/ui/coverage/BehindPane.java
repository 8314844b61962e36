package vn.roquyen.ui.coverage;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;
import vn.roquyen.ui.coverage.CoverageViewModel.Behind;
import vn.roquyen.ui.coverage.CoverageViewModel.Item;

/** The list behind the chosen figure; Enter or a click opens the record of an entry. */
final class BehindPane {
  private final Desk desk;
  private final Label title = Parts.wrapped("", "rq-strong");
  private final Label count = Parts.wrapped("", "rq-meta");
  private final ListView<Item> rows = new ListView<>();
  private final VBox root;

  BehindPane(Desk desk) {
    this.desk = desk;
    rows.setCellFactory(list -> new Entry());
    rows.getStyleClass().addAll("rq-hits", "edge-to-edge");
    rows.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
          }
        });
    rows.setOnMouseClicked(event -> open());
    VBox.setVgrow(rows, Priority.ALWAYS);
    root = Parts.column("rq-behind", Parts.column("rq-list-head", title, count), rows);
    show(null);
  }

  Region root() {
    return root;
  }

  void show(@Nullable Behind behind) {
    Messages messages = desk.messages();
    if (behind == null) {
      title.setText(messages.text("coverage.behind"));
      count.setText(messages.text("coverage.behind.advice"));
      rows.getItems().clear();
    } else {
      title.setText(behind.title());
      count.setText(messages.text("coverage.behind.count", behind.items().size()));
      rows.getItems().setAll(behind.items());
    }
    rows.setAccessibleText(title.getText());
    Parts.show(rows, behind != null);
  }

  private void open() {
    Item item = rows.getSelectionModel().getSelectedItem();
    if (item != null && item.id() != null) {
      desk.navigator().openRecord(item.id());
    }
  }

  private static final class Entry extends RowCell<Item> {
    private final Label name = Parts.wrapped("");
    private final Label note = Parts.wrapped("", "rq-meta");

    Entry() {
      setContent(Parts.column("gap-half", name, note));
    }

    @Override
    protected String fill(Item row) {
      name.setText(row.title());
      note.setText(row.note());
      return row.title() + ". " + row.note();
    }
  }
}
