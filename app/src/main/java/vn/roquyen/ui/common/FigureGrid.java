package vn.roquyen.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures: each can be pressed to see what is behind it, and the arrow keys go from one
 * to the next. With looks that grow darker it is a heat map.
 */
public final class FigureGrid {
  /**
   * The head of a column.
   *
   * @param group what neighbouring columns have in common; empty for none
   */
  public record Head(String group, String name) {}

  /**
   * One figure.
   *
   * @param look style class, such as {@code heat-2} or {@code good}
   * @param spoken what a screen reader says of it
   * @param onOpen null when there is nothing behind it
   */
  public record Cell(String text, String look, String spoken, @Nullable Runnable onOpen) {}

  /**
   * A row; one without cells is the heading of those below it.
   *
   * @param onOpen what pressing the name does; null for nothing
   */
  public record Line(String name, List<Cell> cells, @Nullable Runnable onOpen) {}

  private final GridPane grid = new GridPane();
  private final List<Node> heads = new ArrayList<>();
  private final List<List<Button>> buttons = new ArrayList<>();

  /**
   * @param name of the table, for screen readers
   */
  public FigureGrid(String name, String corner, List<Head> columns, List<Line> lines) {
    grid.getStyleClass().add("rq-figures");
    grid.setAccessibleText(name);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    for (int at = 0; at < columns.size(); at++) {
      ColumnConstraints figures = new ColumnConstraints();
      figures.setHalignment(HPos.CENTER);
      figures.setHgrow(Priority.NEVER);
      grid.getColumnConstraints().add(figures);
    }
    int row = heads(corner, columns);
    for (Line line : lines) {
      line(line, row++, columns.size());
    }
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The whole table. */
  public Region grid() {
    return grid;
  }

  /** The table in a pane that scrolls while its heads stay. */
  public ScrollPane scrolled() {
    ScrollPane pane = new ScrollPane(grid);
    pane.getStyleClass().add("rq-card-scroll");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    for (Node head : heads) {
      head.setViewOrder(-1);
      head.translateYProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () ->
                      pane.getVvalue()
                          * Math.max(0, grid.getHeight() - pane.getViewportBounds().getHeight()),
                  pane.vvalueProperty(),
                  grid.heightProperty(),
                  pane.viewportBoundsProperty()));
    }
    return pane;
  }

  private int heads(String corner, List<Head> columns) {
    boolean grouped = columns.stream().anyMatch(head -> !head.group().isEmpty());
    int level = grouped ? 1 : 0;
    add(head(corner, "rq-figure-corner"), 0, 0, 1, level + 1);
    for (int at = 0; at < columns.size(); at++) {
      String group = columns.get(at).group();
      boolean begins = at == 0 || !columns.get(at - 1).group().equals(group);
      if (grouped && begins) {
        int end = at;
        while (end < columns.size() && columns.get(end).group().equals(group)) {
          end++;
        }
        add(head(group, "rq-figure-group"), at + 1, 0, end - at, 1);
      }
      add(head(columns.get(at).name(), "rq-figure-head"), at + 1, level, 1, 1);
    }
    return level + 1;
  }

  private void add(Label head, int column, int row, int columns, int rows) {
    head.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    grid.add(head, column, row, columns, rows);
    heads.add(head);
  }

  private static Label head(String text, String look) {
    return Parts.wrapped(text, "rq-head", look);
  }

  private void line(Line line, int row, int columns) {
    if (line.cells().isEmpty()) {
      grid.add(Parts.wrapped(line.name(), "rq-strong", "rq-figure-part"), 0, row, columns + 1, 1);
      return;
    }
    grid.add(name(line), 0, row);
    List<Button> made = new ArrayList<>();
    for (int at = 0; at < line.cells().size(); at++) {
      Button button = button(line.cells().get(at));
      grid.add(button, at + 1, row);
      made.add(button);
    }
    buttons.add(made);
  }

  private static Node name(Line line) {
    if (line.onOpen() == null) {
      return Parts.wrapped(line.name(), "rq-figure-name");
    }
    Button link = Parts.button(line.name(), line.onOpen(), "rq-link", "rq-figure-name");
    link.setWrapText(true);
    link.setMinWidth(0);
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.setFocusTraversable(false);
    return link;
  }

  private static Button button(Cell cell) {
    Runnable open = cell.onOpen();
    Button button = Parts.button(cell.text(), open == null ? () -> {} : open);
    button.getStyleClass().setAll("rq-figure-cell", cell.look());
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setAccessibleText(cell.spoken());
    button.setFocusTraversable(open != null);
    button.setMouseTransparent(open == null);
    return button;
  }

  private void key(KeyEvent event) {
    for (int row = 0; row < buttons.size(); row++) {
      for (int column = 0; column < buttons.get(row).size(); column++) {
        if (buttons.get(row).get(column).isFocused()) {
          boolean moved =
              switch (event.getCode()) {
                case UP -> move(row, column, -1, 0);
                case DOWN -> move(row, column, 1, 0);
                case LEFT -> move(row, column, 0, -1);
                case RIGHT -> move(row, column, 0, 1);
                default -> false;
              };
          if (moved) {
            event.consume();
          }
          return;
        }
      }
    }
  }

  /** Goes on to the next figure that has something behind it; always true: the key is ours. */
  private boolean move(int row, int column, int down, int right) {
    int nextRow = row + down;
    int nextColumn = column + right;
    while (nextRow >= 0 && nextRow < buttons.size()) {
      List<Button> line = buttons.get(nextRow);
      if (nextColumn < 0 || nextColumn >= line.size()) {
        return true;
      }
      if (line.get(nextColumn).isFocusTraversable()) {
        line.get(nextColumn).requestFocus();
        return true;
      }
      nextRow += down;
      nextColumn += right;
    }
    return true;
  }
}
