package vn.roquyen.ui.common;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs inside the window: one at a time over a dimmed screen. They need no second window, so
 * they look and behave the same everywhere, and the keyboard stays in them.
 */
public final class Dialogs {
  private final StackPane layer = new StackPane();
  private final Node below;
  private @Nullable Node focusBefore;

  /**
   * @param below what is behind the dialogs; not reachable while one is open
   */
  public Dialogs(Node below) {
    this.below = below;
    layer.getStyleClass().add("rq-scrim");
    Parts.show(layer, false);
    layer.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  /** The layer to put above everything. */
  public Node layer() {
    return layer;
  }

  public boolean isOpen() {
    return layer.isVisible();
  }

  /** Opens a dialog, in place of one that is open. */
  public void open(Node content) {
    if (!isOpen()) {
      focusBefore = below.getScene() == null ? null : below.getScene().getFocusOwner();
    }
    Region card = Parts.column("rq-dialog", content);
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    layer.getChildren().setAll(card);
    below.setDisable(true);
    Parts.show(layer, true);
    content.requestFocus();
  }

  /** Closes the dialog and gives the keyboard back to where it was. */
  public void close() {
    layer.getChildren().clear();
    Parts.show(layer, false);
    below.setDisable(false);
    if (focusBefore != null) {
      focusBefore.requestFocus();
    }
  }
}
