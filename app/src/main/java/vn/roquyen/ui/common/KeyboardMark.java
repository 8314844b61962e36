package vn.roquyen.ui.common;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Marks the node that has the keyboard for whoever works with the keyboard, also where the program
 * brought the keyboard there: JavaFX marks only what was reached with Tab.
 */
public final class KeyboardMark {
  private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

  private boolean byKeyboard;

  private KeyboardMark() {}

  /** Watches a scene for as long as it lives. */
  public static void on(Scene scene) {
    KeyboardMark mark = new KeyboardMark();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> mark.byKeyboard = true);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> mark.byKeyboard = false);
    scene.focusOwnerProperty().subscribe(mark::moved);
  }

  private void moved(@Nullable Node before, @Nullable Node now) {
    if (before != null) {
      before.pseudoClassStateChanged(VISIBLE, false);
    }
    if (now != null && byKeyboard) {
      // Later, because JavaFX takes the mark away while it brings the keyboard there.
      Platform.runLater(() -> now.pseudoClassStateChanged(VISIBLE, now.isFocused()));
    }
  }
}
