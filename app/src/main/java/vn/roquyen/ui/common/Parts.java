package vn.roquyen.ui.common;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The small pieces of every screen, each with its style class; sizes stand in the style sheet. */
public final class Parts {
  /** How much of what is seen a page key scrolls on. */
  private static final double PAGE = 0.85;

  private Parts() {}

  /** Nodes side by side; gap and padding come from the style classes. */
  public static HBox row(String styleClasses, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().addAll(styleClasses.split(" "));
    return row;
  }

  /** Nodes one below the other. */
  public static VBox column(String styleClasses, Node... children) {
    VBox column = new VBox(children);
    column.getStyleClass().addAll(styleClasses.split(" "));
    return column;
  }

  /** Two nodes side by side, each with half of the room and as tall as that asks for. */
  public static GridPane halves(Node left, Node right) {
    GridPane halves = new GridPane();
    halves.getStyleClass().add("gap-2");
    for (int column = 0; column < 2; column++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      halves.getColumnConstraints().add(half);
    }
    halves.addRow(0, left, right);
    return halves;
  }

  /** Nodes side by side that go on in a further line where they do not fit; none is cut. */
  public static FlowPane flow(String styleClasses, Region... children) {
    FlowPane flow = new FlowPane();
    flow.getStyleClass().addAll(styleClasses.split(" "));
    for (Region child : children) {
      child.setMinWidth(Region.USE_PREF_SIZE);
      flow.getChildren().add(child);
    }
    return flow;
  }

  /** One line of text, cut with dots where it does not fit. */
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** Text that breaks into lines and is never cut. */
  public static Label wrapped(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** The name above a field, which a screen reader tells with the field. */
  public static Label caption(String text, Node field) {
    Label caption = label(text, "rq-muted");
    caption.setLabelFor(field);
    field.setAccessibleText(text);
    return caption;
  }

  /** What stands in the place of a card while nothing is chosen: what to do. */
  public static VBox emptyCard(Feather icon, String text) {
    return column("rq-card-empty", Icons.of(icon, "rq-muted"), wrapped(text, "rq-muted"));
  }

  /** What is read from top to bottom, in a pane that scrolls up and down only. */
  public static ScrollPane scrolled(Node content, String name) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("rq-card-scroll");
    pane.setAccessibleText(name);
    paged(pane);
    return pane;
  }

  /** Page keys scroll also while a button inside has the keyboard: what is only read has none. */
  public static void paged(ScrollPane pane) {
    pane.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          int pages =
              event.getCode() == KeyCode.PAGE_DOWN
                  ? 1
                  : event.getCode() == KeyCode.PAGE_UP ? -1 : 0;
          double seen = pane.getViewportBounds().getHeight();
          double hidden = pane.getContent().getBoundsInLocal().getHeight() - seen;
          if (pages != 0 && hidden > 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + pages * PAGE * seen / hidden, 0, 1));
            event.consume();
          }
        });
  }

  /**
   * Brings into view what gets the keyboard; JavaFX does so for the Tab key alone. What is pressed
   * is in view, and must not move away below the mouse.
   */
  public static void followed(ScrollPane pane) {
    pane.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(
            node -> {
              if (node != null && !node.isPressed() && isIn(node, pane.getContent())) {
                Platform.runLater(() -> reveal(node, pane));
              }
            });
  }

  private static boolean isIn(Node node, Node container) {
    Node at = node;
    while (at != null && at != container) {
      at = at.getParent();
    }
    return at != null;
  }

  /** With as much room around it as its own name above it needs. */
  private static void reveal(Node node, ScrollPane pane) {
    pane.layout();
    Node content = pane.getContent();
    double seen = pane.getViewportBounds().getHeight();
    double hidden = content.getBoundsInLocal().getHeight() - seen;
    if (hidden <= 0 || !isIn(node, content)) {
      return;
    }
    Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double room = Math.min(at.getHeight(), seen / 4);
    double top = pane.getVvalue() * hidden;
    double lowest = at.getMinY() - room;
    double highest = at.getMaxY() + room - seen;
    if (lowest < top || highest > top) {
      pane.setVvalue(Math.clamp(Math.min(lowest, Math.max(highest, top)) / hidden, 0, 1));
    }
  }

  /** Takes the room that is left in a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Lets a node take the room that is left in its row. */
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /** A button with words. */
  public static Button button(String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button with an icon before its words. */
  public static Button button(Feather icon, String text, Runnable action, String... styleClasses) {
    Button button = button(text, action, styleClasses);
    button.setGraphic(Icons.of(icon));
    return button;
  }

  /** Enter on a choice answers the dialog, as it does in its fields. */
  public static void answers(RadioButton choice, Runnable accept) {
    choice.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            accept.run();
            event.consume();
          }
        });
  }

  /** A button that is only an icon: its name is for screen readers and the tooltip. */
  public static Button iconButton(Feather icon, String name, Runnable action) {
    Button button = button("", action, "rq-icon-button");
    button.setGraphic(Icons.of(icon));
    button.setAccessibleText(name);
    Hint.on(button, name);
    return button;
  }

  /** The beginning of a long name, cut at a word and followed by dots. */
  public static String brief(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    int cut = name.lastIndexOf(' ', most);
    return name.substring(0, cut < most / 2 ? most : cut) + "…";
  }

  /** Puts nodes in place of others; the keyboard stays at the place where it was. */
  public static void replace(Pane pane, List<? extends Node> nodes) {
    int focused = -1;
    for (int index = 0; index < pane.getChildren().size(); index++) {
      if (pane.getChildren().get(index).isFocused()) {
        focused = index;
      }
    }
    pane.getChildren().setAll(nodes);
    if (focused >= 0 && focused < nodes.size()) {
      nodes.get(focused).requestFocus();
    }
  }

  /** Shows a node or takes it out of the layout. */
  public static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
