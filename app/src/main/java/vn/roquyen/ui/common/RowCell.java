package vn.roquyen.ui.common;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as wide as the list and as high as its wrapped text needs. Its nodes are made
 * once and filled anew; it subscribes to nothing.
 */
public abstract class RowCell<T> extends ListCell<T> {
  private @Nullable Region content;

  protected RowCell() {
    getStyleClass().add("rq-hit-cell");
  }

  /** What the row is made of; once, by the constructor. */
  protected final void setContent(Region made) {
    made.getStyleClass().add("rq-hit");
    content = made;
  }

  /**
   * Fills the nodes of the row.
   *
   * @return what a screen reader says of it
   */
  protected abstract String fill(T row);

  @Override
  protected final void updateItem(@Nullable T row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      setAccessibleText(fill(row));
      setGraphic(content);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content == null || getGraphic() == null
        ? super.computePrefHeight(width)
        : Math.ceil(content.prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (content != null && getGraphic() != null) {
      content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }
}
