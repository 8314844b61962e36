package vn.roquyen.ui.authority;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.VerdictLine;

/**
 * How many powers are the commune's, another body's, or not determined. The figures are counted
 * from the rows; pressing one shows its rows only.
 */
final class Headline extends HBox {
  private final Messages messages;
  private final Consumer<@Nullable Answer> onChosen;

  Headline(Messages messages, Consumer<@Nullable Answer> onChosen) {
    this.messages = messages;
    this.onChosen = onChosen;
    getStyleClass().add("gap-1");
  }

  void show(AuthorityViewModel.Shown shown, @Nullable Answer chosen) {
    Parts.replace(
        this,
        Arrays.stream(Answer.values())
            .map(answer -> tile(answer, shown.answers().getOrDefault(answer, 0), answer == chosen))
            .toList());
  }

  private ToggleButton tile(Answer answer, int count, boolean isChosen) {
    Label figure = Parts.label(Integer.toString(count), "rq-figure");
    figure.setMinWidth(Region.USE_PREF_SIZE);
    Label words = Parts.label(messages.name("authority.headline", answer), "rq-meta");
    ToggleButton tile = new ToggleButton();
    tile.setGraphic(Parts.row("gap-half align-left", figure, words));
    tile.getStyleClass().setAll("rq-tile", VerdictLine.look(answer));
    tile.setSelected(isChosen);
    tile.setMaxWidth(Double.MAX_VALUE);
    tile.setPrefWidth(0);
    tile.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(tile, Priority.ALWAYS);
    tile.setAccessibleText(count + " " + words.getText().replace('\n', ' '));
    tile.setOnAction(
        event -> {
          tile.setSelected(isChosen);
          onChosen.accept(isChosen ? null : answer);
        });
    return tile;
  }
}
