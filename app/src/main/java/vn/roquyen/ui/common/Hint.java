package vn.roquyen.ui.common;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A tooltip that is made when the pointer first comes near: each is a window of its own, and a
 * dozen of them would keep the first picture waiting.
 */
public final class Hint {
  private Hint() {}

  /** Explains a control to who rests the pointer on it. */
  public static void on(Control control, String text) {
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent near) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            control.setTooltip(new Tooltip(text));
          }
        });
  }
}
