package vn.roquyen.ui.instruments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import vn.roquyen.domain.RelationGraph;
import vn.roquyen.domain.RelationGraph.Edge;
import vn.roquyen.domain.RelationGraph.Node;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Parts;

/**
 * Instruments as plates in layers from left to right, relations as named arrows. Distances follow
 * from the size of the plates, so the drawing grows with the text.
 */
final class RelationDiagram extends Pane {
  private static final int LONGEST_TITLE = 70;
  private static final double GAP_ACROSS = 0.62;
  private static final double GAP_DOWN = 1.24;
  private static final double ARROW = 7;

  private record Arrow(Edge edge, CubicCurve line, Polygon head, Label name) {}

  private final RelationGraph graph;
  private final Map<String, Button> plates = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final int first;
  private final int layers;
  private final int rows;

  /**
   * @param onOpen told the id of the instrument that is opened
   */
  RelationDiagram(RelationGraph graph, Messages messages, Consumer<String> onOpen) {
    this.graph = graph;
    getStyleClass().addAll("rq-diagram", "rq-picture");
    first = graph.nodes().stream().mapToInt(Node::layer).min().orElse(0);
    int last = graph.nodes().stream().mapToInt(Node::layer).max().orElse(0);
    layers = last - first + 1;
    rows = graph.nodes().stream().mapToInt(Node::row).max().orElse(0) + 1;
    graph.edges().forEach(edge -> arrow(edge, messages));
    graph.nodes().forEach(node -> plate(node, messages, onOpen));
    arrows.forEach(arrow -> getChildren().add(arrow.name()));
  }

  /** The plate of the centre. */
  Button centre() {
    return plates.values().iterator().next();
  }

  /** Goes to a neighbour: a layer to the side, the nearest by height, or a row up or down. */
  void move(Button from, int across, int down) {
    Node at = (Node) from.getUserData();
    graph.nodes().stream()
        .filter(node -> node.layer() == at.layer() + across)
        .filter(node -> down == 0 || node.row() == at.row() + down)
        .min(
            Comparator.comparing((Node node) -> !isRelated(at, node))
                .thenComparingDouble(
                    node -> Math.abs(plate(node.id()).getLayoutY() - from.getLayoutY())))
        .ifPresent(node -> plate(node.id()).requestFocus());
  }

  private Button plate(String id) {
    return Objects.requireNonNull(plates.get(id), id);
  }

  private boolean isRelated(Node one, Node other) {
    return graph.edges().stream()
        .anyMatch(
            edge ->
                (edge.fromId().equals(one.id()) && edge.toId().equals(other.id()))
                    || (edge.toId().equals(one.id()) && edge.fromId().equals(other.id())));
  }

  private void plate(Node node, Messages messages, Consumer<String> onOpen) {
    Label number = Parts.label(node.instrument().label(), "rq-strong");
    Label title = Parts.wrapped(Parts.brief(node.instrument().title(), LONGEST_TITLE), "rq-meta");
    boolean named = node.instrument().number() != null;
    Region inside =
        named
            ? Parts.column("gap-half", number, Chip.of(node.status(), messages), title)
            : Parts.column("gap-half", Chip.of(node.status(), messages), title);
    Button plate = new Button();
    plate.setGraphic(inside);
    plate.getStyleClass().setAll("rq-node");
    if (node.layer() == 0) {
      plate.getStyleClass().add("centre");
    }
    plate.setUserData(node);
    plate.setAccessibleText(
        node.instrument().label() + ", " + messages.name("status", node.status()));
    plate.setOnAction(event -> onOpen.accept(node.id()));
    plates.put(node.id(), plate);
    nodes.put(node.id(), node);
    getChildren().add(plate);
  }

  private void arrow(Edge edge, Messages messages) {
    String look = edge.partly() && edge.kind().effect() != null ? "check" : look(edge.kind());
    CubicCurve line = new CubicCurve();
    line.getStyleClass().addAll("rq-edge", look);
    Polygon head = new Polygon();
    head.getStyleClass().addAll("rq-edge-head", look);
    String verb = messages.name("relation.out", edge.kind());
    String words = edge.partly() ? messages.text("relations.partly", verb) : verb;
    Label name = Parts.label(words, "rq-meta", "rq-edge-name");
    name.setMouseTransparent(true);
    arrows.add(new Arrow(edge, line, head, name));
    getChildren().addAll(line, head);
  }

  private static String look(RelationKind kind) {
    return switch (kind) {
      case REPEALS, REPLACES -> "bad";
      case AMENDS -> "check";
      case BASED_ON, GUIDES, IMPLEMENTS -> "plain";
    };
  }

  @Override
  protected double computePrefWidth(double height) {
    return plateWidth() * (layers + (layers - 1) * GAP_ACROSS) + 2 * margin();
  }

  @Override
  protected double computePrefHeight(double width) {
    return plateHeight() * (1 + (rows - 1) * GAP_DOWN) + 2 * margin();
  }

  @Override
  protected void layoutChildren() {
    double width = plateWidth();
    double height = plateHeight();
    Map<Integer, Integer> counts = new HashMap<>();
    graph.nodes().forEach(node -> counts.merge(node.layer(), 1, Integer::sum));
    for (Node node : graph.nodes()) {
      int inLayer = Objects.requireNonNull(counts.get(node.layer()));
      double left = margin() + (node.layer() - first) * width * (1 + GAP_ACROSS);
      double top = margin() + ((rows - inLayer) / 2.0 + node.row()) * height * GAP_DOWN;
      Button plate = plate(node.id());
      plate.resizeRelocate(Math.round(left), Math.round(top), width, height);
    }
    arrows.forEach(this::place);
  }

  private void place(Arrow arrow) {
    Node from = Objects.requireNonNull(nodes.get(arrow.edge().fromId()));
    Node to = Objects.requireNonNull(nodes.get(arrow.edge().toId()));
    Button begin = plate(from.id());
    Button end = plate(to.id());
    boolean onward = to.layer() > from.layer();
    boolean beside = to.layer() == from.layer();
    double startX = begin.getLayoutX() + (onward || beside ? begin.getWidth() : 0);
    double startY = begin.getLayoutY() + begin.getHeight() / 2;
    double endX = end.getLayoutX() + (onward ? 0 : end.getWidth());
    double endY = end.getLayoutY() + end.getHeight() / 2;
    double tip = onward ? -ARROW : ARROW;
    double bend = beside ? plateWidth() * GAP_ACROSS * 0.6 : (endX + tip - startX) / 2;
    CubicCurve line = arrow.line();
    line.setStartX(startX);
    line.setStartY(startY);
    line.setControlX1(startX + bend);
    line.setControlY1(startY);
    line.setControlX2(endX + tip + (beside ? bend : -bend));
    line.setControlY2(endY);
    line.setEndX(endX + tip);
    line.setEndY(endY);
    arrow
        .head()
        .getPoints()
        .setAll(endX, endY, endX + tip, endY - ARROW * 0.6, endX + tip, endY + ARROW * 0.6);
    Label name = arrow.name();
    name.autosize();
    // Near the outer end, where the lines of one instrument have parted.
    boolean outward = Math.abs(to.layer()) >= Math.abs(from.layer());
    double share = outward ? 2 / 3.0 : 1 / 3.0;
    double middleX = startX + (endX - startX) * share + (beside ? bend * 2 / 3 : 0);
    double middleY = startY + (endY - startY) * (outward ? 0.74 : 0.26);
    name.relocate(
        Math.round(middleX - name.getWidth() / 2), Math.round(middleY - name.getHeight() / 2));
  }

  private double plateWidth() {
    return plates.values().stream().mapToDouble(plate -> plate.prefWidth(-1)).max().orElse(0);
  }

  private double plateHeight() {
    double width = plateWidth();
    return plates.values().stream().mapToDouble(plate -> plate.prefHeight(width)).max().orElse(0);
  }

  private double margin() {
    return plateHeight() * 0.25;
  }
}
