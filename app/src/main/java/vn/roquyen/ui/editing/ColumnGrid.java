package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnnexPreview;
import vn.roquyen.service.DraftRows;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.editing.AnnexViewModel.State;

/** The columns of an annex, each with the field that it is read as; any other can be chosen. */
final class ColumnGrid {
  private static final String KEY = "id";

  private final AnnexViewModel model;
  private final Messages messages;
  private @Nullable String changed;
  private @Nullable Node focus;

  ColumnGrid(AnnexViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  Node node(State.Read read) {
    AnnexPreview preview = read.preview();
    focus = null;
    GridPane grid = new GridPane();
    grid.getStyleClass().add("rq-columns-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(55);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setPercentWidth(45);
    grid.getColumnConstraints().addAll(names, fields);
    for (AnnexPreview.Header header : preview.headers()) {
      MenuButton field = field(preview.entity(), header);
      int row = grid.getRowCount();
      String name = messages.text("annex.column", header.column(), header.name());
      field.setAccessibleText(name + ": " + field.getText());
      grid.add(Parts.wrapped(name, header.field() == null ? "rq-muted" : "rq-plain"), 0, row);
      grid.add(field, 1, row);
      if (header.name().equals(changed)) {
        focus = field;
      }
    }
    VBox all =
        Parts.column(
            "gap-1",
            Parts.label(messages.text("annex.columns"), "rq-head"),
            Parts.row("gap-half align-left", kinds(preview.entity()).toArray(Node[]::new)),
            Parts.wrapped(
                messages.text(read.remembered() ? "annex.columns.known" : "annex.columns.what"),
                "rq-meta"),
            grid);
    return all;
  }

  /** The keyboard goes back to the column or kind that was chosen; false when none was. */
  boolean takeBackKeyboard() {
    Node chosen = focus;
    changed = null;
    if (chosen != null) {
      chosen.requestFocus();
    }
    return chosen != null;
  }

  private List<ToggleButton> kinds(Entity now) {
    List<ToggleButton> kinds = new ArrayList<>();
    for (Entity kind : model.kinds()) {
      ToggleButton button = new ToggleButton(messages.name("entity", kind));
      button.getStyleClass().setAll("rq-segment");
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setSelected(kind == now);
      button.setOnAction(
          event -> {
            button.setSelected(kind == now);
            changed = kind.name();
            model.readAs(kind);
          });
      if (kind.name().equals(changed)) {
        focus = button;
      }
      kinds.add(button);
    }
    return kinds;
  }

  private MenuButton field(Entity entity, AnnexPreview.Header header) {
    MenuButton button = new MenuButton(name(entity, header.field()));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getItems().add(item(entity, header, null));
    button.getItems().add(item(entity, header, KEY));
    DraftRows.fields(entity).forEach(field -> button.getItems().add(item(entity, header, field)));
    return button;
  }

  private MenuItem item(Entity entity, AnnexPreview.Header header, @Nullable String field) {
    MenuItem item = new MenuItem(name(entity, field));
    item.setOnAction(
        event -> {
          changed = header.name();
          model.choose(header.name(), field == null ? "" : field);
        });
    return item;
  }

  private String name(Entity entity, @Nullable String field) {
    if (field == null) {
      return messages.text("annex.leave");
    }
    return messages.column(entity, field.equals(KEY) ? "code" : field);
  }
}
