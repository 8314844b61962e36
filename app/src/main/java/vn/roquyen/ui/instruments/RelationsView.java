package vn.roquyen.ui.instruments;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.RelationGraph;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Picture;
import vn.roquyen.ui.common.SaveDialog;

/** The diagram of an instrument's relations: zoomed, moved, walked through by keyboard, saved. */
final class RelationsView {
  private static final int LONGEST_TITLE = 70;
  private static final double STEP = 1.2;
  private static final double SMALLEST = 0.3;
  private static final double LARGEST = 3;

  /** Smaller letters cannot be read on a screen of 1366 by 768. */
  private static final double LEGIBLE = 0.8;

  private final ImpactViewModel model;
  private final Desk desk;
  private final Messages messages;
  private final Consumer<String> onOpen;
  private final Label title = Parts.wrapped("", "rq-title");
  private final Pane board = new Pane();
  private final Scale scale = new Scale(1, 1);
  private final BorderPane root = new BorderPane(board);
  private @Nullable RelationDiagram diagram;
  private Point2D grip = Point2D.ZERO;

  /** False once a person has zoomed or moved it: then the window no longer may. */
  private boolean isFitted = true;

  /**
   * @param back leads back to the list
   * @param onOpen told the id of the instrument that is opened
   */
  RelationsView(ImpactViewModel model, Desk desk, Runnable back, Consumer<String> onOpen) {
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
    this.onOpen = onOpen;
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(board.widthProperty());
    clip.heightProperty().bind(board.heightProperty());
    board.setClip(clip);
    board.getStyleClass().add("rq-board");
    board.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    board.addEventHandler(
        MouseEvent.MOUSE_PRESSED, event -> grip = new Point2D(event.getX(), event.getY()));
    board.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.setTop(head(back));
    board.layoutBoundsProperty().subscribe((before, now) -> fitAgain());
    model.graph().subscribe(this::show);
  }

  Region root() {
    return root;
  }

  private Node head(Runnable back) {
    return Parts.column(
        "rq-list-head",
        Parts.row(
            "gap-1 align-left",
            Parts.button(Feather.ARROW_LEFT, messages.text("browse.back"), back, "flat"),
            title,
            Parts.spacer(),
            Parts.iconButton(
                Feather.ZOOM_OUT, messages.text("relations.smaller"), () -> zoom(1 / STEP)),
            Parts.iconButton(Feather.ZOOM_IN, messages.text("relations.larger"), () -> zoom(STEP)),
            Parts.iconButton(Feather.MAXIMIZE, messages.text("relations.fit"), this::fit),
            Parts.iconButton(Feather.IMAGE, messages.text("browse.picture"), this::save)),
        Parts.wrapped(messages.text("relations.keys"), "rq-meta"));
  }

  private void show(@Nullable RelationGraph graph) {
    board.getChildren().clear();
    diagram = null;
    if (graph == null) {
      title.setText(messages.text("relations.loading"));
      return;
    }
    RelationGraph.Node centre = graph.nodes().getFirst();
    boolean alone = graph.nodes().size() == 1;
    title.setText(
        messages.text(
            alone ? "relations.alone" : "relations.title",
            Parts.brief(centre.instrument().label(), LONGEST_TITLE)));
    RelationDiagram drawn = new RelationDiagram(graph, messages, onOpen);
    drawn.getTransforms().add(scale);
    board.getChildren().add(drawn);
    diagram = drawn;
    isFitted = true;
    drawn.applyCss();
    drawn.autosize();
    drawn.layout();
    fit();
    drawn.centre().requestFocus();
  }

  private void fitAgain() {
    if (isFitted) {
      fit();
    }
  }

  /** Shows all of it, or, where the letters would become too small, what is around the centre. */
  private void fit() {
    RelationDiagram drawn = diagram;
    if (drawn == null || board.getWidth() == 0 || board.getHeight() == 0) {
      return;
    }
    isFitted = true;
    double whole =
        Math.min(board.getWidth() / drawn.getWidth(), board.getHeight() / drawn.getHeight());
    double factor = Math.clamp(whole, LEGIBLE, 1);
    scale.setX(factor);
    scale.setY(factor);
    Bounds centre = drawn.centre().getBoundsInParent();
    boolean wide = drawn.getWidth() * factor > board.getWidth();
    boolean high = drawn.getHeight() * factor > board.getHeight();
    double middleX = wide ? centre.getCenterX() : drawn.getWidth() / 2;
    double middleY = high ? centre.getCenterY() : drawn.getHeight() / 2;
    drawn.relocate(
        board.getWidth() / 2 - middleX * factor, board.getHeight() / 2 - middleY * factor);
  }

  private void zoom(double by) {
    zoom(by, board.getWidth() / 2, board.getHeight() / 2);
  }

  /** Zooms around a place of the board that stays where it is. */
  private void zoom(double by, double x, double y) {
    RelationDiagram drawn = diagram;
    if (drawn != null) {
      isFitted = false;
      double before = scale.getX();
      double after = Math.clamp(before * by, SMALLEST, LARGEST);
      scale.setX(after);
      scale.setY(after);
      drawn.relocate(
          x - (x - drawn.getLayoutX()) * after / before,
          y - (y - drawn.getLayoutY()) * after / before);
    }
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    pan(event.getX() - grip.getX(), event.getY() - grip.getY());
    grip = new Point2D(event.getX(), event.getY());
  }

  private void pan(double across, double down) {
    RelationDiagram drawn = diagram;
    if (drawn != null && (across != 0 || down != 0)) {
      isFitted = false;
      drawn.relocate(drawn.getLayoutX() + across, drawn.getLayoutY() + down);
    }
  }

  private void key(KeyEvent event) {
    boolean used =
        switch (event.getCode()) {
          case PLUS, ADD, EQUALS -> run(() -> zoom(STEP));
          case MINUS, SUBTRACT -> run(() -> zoom(1 / STEP));
          case DIGIT0, NUMPAD0 -> run(this::fit);
          case LEFT -> arrow(event, -1, 0);
          case RIGHT -> arrow(event, 1, 0);
          case UP -> arrow(event, 0, -1);
          case DOWN -> arrow(event, 0, 1);
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private static boolean run(Runnable work) {
    work.run();
    return true;
  }

  /** With the control key the board moves, else the keyboard goes to a neighbour. */
  private boolean arrow(KeyEvent event, int across, int down) {
    RelationDiagram drawn = diagram;
    Node owner = board.getScene().getFocusOwner();
    if (drawn == null) {
      return false;
    }
    if (event.isShortcutDown()) {
      pan(-across * board.getWidth() / 8, -down * board.getHeight() / 8);
      return true;
    }
    if (owner instanceof Button plate && plate.getParent() == drawn) {
      drawn.move(plate, across, down);
      if (board.getScene().getFocusOwner() instanceof Button now && now.getParent() == drawn) {
        reveal(drawn, now);
      }
      return true;
    }
    return false;
  }

  /** Moves the board so far that a plate is seen whole. */
  private void reveal(RelationDiagram drawn, Button plate) {
    Bounds seen = drawn.localToParent(plate.getBoundsInParent());
    double across = Math.max(0, -seen.getMinX()) + Math.min(0, board.getWidth() - seen.getMaxX());
    double down = Math.max(0, -seen.getMinY()) + Math.min(0, board.getHeight() - seen.getMaxY());
    pan(across, down);
  }

  private void save() {
    RelationDiagram drawn = diagram;
    if (drawn != null) {
      SaveDialog.savePicture(
          root,
          messages.text("relations.file"),
          desk,
          (file, onDone) -> model.save(Picture.of(drawn)::write, file, onDone));
    }
  }
}
