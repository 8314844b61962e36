package vn.roquyen.ui.card;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.SixClears.Clear;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** "Sáu rõ": six tiles, each says what the grant states or that it does not. */
final class ClearsGrid {
  private static final int COLUMNS = 3;

  private ClearsGrid() {}

  static Node of(SixClears clears, Messages messages) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("rq-clears");
    for (int column = 0; column < COLUMNS; column++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / COLUMNS);
      third.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(third);
    }
    for (Clear clear : Clear.values()) {
      grid.add(
          tile(messages.name("clear", clear), clears.of(clear), messages),
          clear.ordinal() % COLUMNS,
          clear.ordinal() / COLUMNS);
    }
    return grid;
  }

  /** How many of the six are stated. */
  static int stated(SixClears clears) {
    return Clear.values().length - clears.missing().size();
  }

  private static Node tile(String name, @Nullable String stated, Messages messages) {
    boolean clear = stated != null;
    HBox head =
        Parts.row(
            "align-left",
            Parts.label(name, "rq-strong"),
            Parts.spacer(),
            Icons.of(clear ? Feather.CHECK : Feather.ALERT_CIRCLE, "rq-clear-mark"));
    var text =
        Parts.label(stated == null ? messages.text("card.clear.missing") : stated, "rq-meta");
    text.setWrapText(true);
    text.getStyleClass().add("rq-clear-text");
    VBox tile = Parts.column("rq-clear " + (clear ? "stated" : "missing"), head, text);
    tile.setMaxHeight(Double.MAX_VALUE);
    if (stated != null) {
      Tooltip.install(tile, new Tooltip(stated));
    }
    tile.setAccessibleText(name + ": " + text.getText());
    return tile;
  }
}
