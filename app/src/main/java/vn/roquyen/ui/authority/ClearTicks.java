package vn.roquyen.ui.authority;

import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.SixClears.Clear;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Icons;

/** The six clears in the room of a word: a tick for each that is stated, a dash for the others. */
final class ClearTicks extends HBox {
  private final Messages messages;
  private final Tooltip tooltip = new Tooltip();
  private String words = "";

  ClearTicks(Messages messages) {
    this.messages = messages;
    getStyleClass().addAll("rq-ticks", "align-left");
    Tooltip.install(this, tooltip);
  }

  void show(SixClears clears) {
    getChildren().clear();
    for (Clear clear : Clear.values()) {
      boolean stated = clears.of(clear) != null;
      Text tick = Icons.of(stated ? Feather.CHECK : Feather.MINUS, "rq-tick");
      tick.getStyleClass().add(stated ? "stated" : "missing");
      getChildren().add(tick);
    }
    String missing =
        clears.missing().stream()
            .map(clear -> messages.name("clear", clear))
            .collect(Collectors.joining(", "));
    int stated = Clear.values().length - clears.missing().size();
    words =
        missing.isEmpty()
            ? messages.text("authority.clears.all")
            : messages.text("authority.clears", stated, missing);
    tooltip.setText(words);
  }

  /** What a screen reader says of it. */
  String words() {
    return words;
  }
}
