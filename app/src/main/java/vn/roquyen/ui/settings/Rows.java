package vn.roquyen.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import vn.roquyen.ui.common.Parts;

/** Settings one below the other: the name at the left, what can be chosen at the right. */
final class Rows {
  private static final double NAME_PERCENT = 17;

  /** More than the gap between the columns at the largest text size. */
  private static final double GAP = 40;

  private final GridPane grid = new GridPane();

  Rows() {
    grid.getStyleClass().add("rq-settings");
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(NAME_PERCENT);
    ColumnConstraints choices = new ColumnConstraints();
    choices.setHgrow(Priority.ALWAYS);
    choices.setFillWidth(true);
    grid.getColumnConstraints().addAll(names, choices);
  }

  Rows add(String name, Node choice) {
    Node label = Parts.wrapped(name, "rq-muted", "rq-setting-name");
    GridPane.setValignment(label, VPos.TOP);
    GridPane.setValignment(choice, VPos.TOP);
    if (choice instanceof FlowPane buttons) {
      // The grid asks how high the buttons are before it knows how wide they may be.
      buttons
          .prefWrapLengthProperty()
          .bind(grid.widthProperty().multiply(1 - NAME_PERCENT / 100).subtract(GAP));
    }
    grid.addRow(grid.getRowCount(), label, choice);
    return this;
  }

  Node node() {
    return grid;
  }

  /** Buttons of which one is chosen. */
  static <T> Node choice(List<T> values, T chosen, Function<T, String> name, Consumer<T> onChosen) {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = Parts.flow("rq-facets");
    for (T value : values) {
      ToggleButton button = new ToggleButton(name.apply(value));
      button.getStyleClass().setAll("rq-segment");
      button.setToggleGroup(group);
      button.setSelected(value.equals(chosen));
      button.setOnAction(
          event -> {
            button.setSelected(true);
            onChosen.accept(value);
          });
      row.getChildren().add(button);
    }
    return row;
  }
}
