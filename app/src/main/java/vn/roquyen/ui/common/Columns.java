package vn.roquyen.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two nodes side by side while both have their least width, else one below the other. The least
 * widths stand in the style sheet in em, so large text stacks them by itself.
 */
public final class Columns extends Region {
  private final Node left;
  private final Node right;
  private final double share;

  /**
   * @param share part of the width that the left one gets
   */
  public Columns(Node left, Node right, double share) {
    this.left = left;
    this.right = right;
    this.share = share;
    getStyleClass().add("rq-columns");
    getChildren().addAll(left, right);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(left.minWidth(-1), right.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return left.prefWidth(-1) + gap() + right.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width < 0 || !fits(width)) {
      return left.prefHeight(width) + gap() + right.prefHeight(width);
    }
    return Math.max(
        left.prefHeight(leftWidth(width)), right.prefHeight(width - leftWidth(width) - gap()));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (fits(width)) {
      double first = leftWidth(width);
      double second = width - first - gap();
      left.resizeRelocate(0, 0, first, left.prefHeight(first));
      right.resizeRelocate(first + gap(), 0, second, right.prefHeight(second));
    } else {
      double first = left.prefHeight(width);
      left.resizeRelocate(0, 0, width, first);
      right.resizeRelocate(0, first + gap(), width, right.prefHeight(width));
    }
  }

  private boolean fits(double width) {
    return leftWidth(width) >= left.minWidth(-1)
        && width - leftWidth(width) - gap() >= right.minWidth(-1);
  }

  private double leftWidth(double width) {
    return Math.round((width - gap()) * share);
  }

  /** The gap is the padding of this region, which a style sheet can give in em. */
  private double gap() {
    return getPadding().getLeft();
  }
}
