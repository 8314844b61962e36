package vn.roquyen.ui.common;

import javafx.scene.Node;

/**
 * One screen of the rail. It is made when it is first opened; it subscribes to changes when it is
 * shown and lets go when it is hidden.
 */
public interface Screen {

  /** The node that fills the middle of the window. */
  Node root();

  /** Called each time the screen comes into view. */
  void shown();

  /** Called each time the screen goes out of view. */
  void hidden();

  /** Called while the screen is in view, when the data have changed. */
  default void dataChanged() {
    hidden();
    shown();
  }
}
