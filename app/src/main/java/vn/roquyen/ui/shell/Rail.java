package vn.roquyen.ui.shell;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Hint;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Place;

/** The entries at the left edge; only screens that exist have one. */
final class Rail {
  private final VBox root = Parts.column("rq-rail");
  private final Map<Place, ToggleButton> entries = new EnumMap<>(Place.class);

  Rail(Collection<Place> places, ShellViewModel model, Messages messages) {
    ToggleGroup group = new ToggleGroup();
    int number = 1;
    for (Place place : places) {
      if (place == Place.SETTINGS) {
        Region line = new Region();
        line.getStyleClass().add("rq-rail-line");
        root.getChildren().add(line);
      }
      ToggleButton entry = entry(place, number++, messages);
      entry.setToggleGroup(group);
      entry.setOnAction(
          event -> {
            model.place().set(place);
            entry.setSelected(true);
          });
      entries.put(place, entry);
      root.getChildren().add(entry);
    }
    model.place().subscribe(this::select);
    model.todo().subscribe(count -> badge(count.intValue(), messages));
  }

  /** How much there is to do stands beside the name. */
  private void badge(int count, Messages messages) {
    ToggleButton entry = entries.get(Place.NEWS);
    if (entry != null) {
      String name = messages.text(Place.NEWS.key());
      entry.setText(count == 0 ? name : messages.text("rail.badge", name, count));
      entry.setAccessibleText(entry.getText());
    }
  }

  VBox root() {
    return root;
  }

  /** Without words only icons remain, named by their tooltips. */
  void setCompact(boolean compact) {
    root.pseudoClassStateChanged(ShellView.COMPACT, compact);
  }

  private void select(Place place) {
    ToggleButton entry = entries.get(place);
    if (entry != null) {
      entry.setSelected(true);
    }
  }

  private static ToggleButton entry(Place place, int number, Messages messages) {
    String name = messages.text(place.key());
    ToggleButton entry = new ToggleButton(name, Icons.of(place.icon()));
    entry.getStyleClass().setAll("rq-rail-entry");
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setAccessibleText(name);
    Hint.on(entry, messages.text("rail.tooltip", name, Integer.toString(number % 10)));
    return entry;
  }
}
