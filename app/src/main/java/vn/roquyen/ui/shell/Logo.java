package vn.roquyen.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The mark of the program as it stands in the header. */
final class Logo extends StackPane {
  Logo() {
    getStyleClass().add("rq-logo");
    Label letter = new Label("R");
    letter.getStyleClass().add("rq-logo-letter");
    getChildren().add(letter);
  }
}
