package vn.roquyen.ui.common;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.roquyen.platform.Messages;

/** Shows the beginning of something long, and all of it on request. */
public final class Folded {
  private Folded() {}

  /** A text; what goes beyond {@code most} characters is folded away. */
  public static Node text(String text, int most, Messages messages, String... styleClasses) {
    Label label = Parts.wrapped(text, styleClasses);
    if (text.length() <= most + most / 4) {
      return label;
    }
    label.setText(Parts.brief(text, most));
    VBox both = new VBox(label);
    Button more = link(messages.text("fold.all"));
    more.setOnAction(
        event -> {
          label.setText(text);
          both.getChildren().remove(more);
        });
    both.getChildren().add(more);
    return both;
  }

  /** A list; what goes beyond {@code most} nodes is folded away. */
  public static VBox list(List<? extends Node> nodes, int most, Messages messages) {
    VBox column = Parts.column("gap-1");
    if (nodes.size() <= most + 1) {
      column.getChildren().setAll(nodes);
      return column;
    }
    column.getChildren().setAll(nodes.subList(0, most));
    Button more = link(messages.text("fold.more", nodes.size() - most));
    more.setOnAction(event -> column.getChildren().setAll(nodes));
    column.getChildren().add(more);
    return column;
  }

  private static Button link(String text) {
    Button link = new Button(text);
    link.getStyleClass().add("rq-link");
    return link;
  }
}
