package vn.roquyen.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** As high as its content, also when that grows, and scrolled where the window is not. */
public final class ContentScroll extends ScrollPane {
  private final Region content;

  public ContentScroll(Region content) {
    super(content);
    this.content = content;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(0);
    getStyleClass().add("rq-card-scroll");
    Parts.paged(this);
  }

  /** Gives the keyboard to something inside, which the window knows only once there is a skin. */
  public void focusOn(Node inside) {
    applyCss();
    inside.requestFocus();
  }

  /** Wrapped words are as high as they are narrow. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inside = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + content.prefHeight(inside) + snappedBottomInset();
  }
}
