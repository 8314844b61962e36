package vn.roquyen.ui.common;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A line at the bottom of the window that says what was just done and goes by itself. */
public final class Toast {
  private final Label line = Parts.label("", "rq-toast");
  private final StackPane layer = new StackPane(line);
  private final PauseTransition end = new PauseTransition(Duration.seconds(5));

  public Toast() {
    layer.setMouseTransparent(true);
    layer.setPickOnBounds(false);
    layer.getStyleClass().add("rq-toast-layer");
    StackPane.setAlignment(line, Pos.BOTTOM_CENTER);
    line.setVisible(false);
    end.setOnFinished(event -> line.setVisible(false));
  }

  public Node layer() {
    return layer;
  }

  /** Says a sentence; a newer one takes the place of an older. */
  public void say(String sentence) {
    line.setText(sentence);
    line.setVisible(true);
    end.playFromStart();
  }
}
