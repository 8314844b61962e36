package vn.roquyen.ui.shell;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    int number = 1;
    for (Place place : places) {
      if (place == Place.SETTINGS) {
        Region line = new Region();
        line.getStyleClass().add("rq-rail-line");
        root.getChildren().add(line);
      }
      ToggleButton entry = entry(place, number++, messages);
      entry.setOnAction(
          event -> {
            model.place().set(place);
            select(place);
          });
      entries.put(place, entry);
      root.getChildren().add(entry);
    }
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
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

  /**
   * The arrow keys move the keyboard alone: a group of the toolkit would mark what is not shown.
   */
  private void key(KeyEvent event) {
    int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    List<ToggleButton> all = List.copyOf(entries.values());
    for (int at = 0; step != 0 && at < all.size(); at++) {
      if (all.get(at).isFocused()) {
        all.get(Math.clamp(at + step, 0, all.size() - 1)).requestFocus();
        event.consume();
        return;
      }
    }
  }

  private void select(Place shown) {
    entries.forEach((place, entry) -> entry.setSelected(place == shown));
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
