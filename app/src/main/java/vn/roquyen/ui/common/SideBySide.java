package vn.roquyen.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * A list and the card of its chosen row. Where both do not fit, because the window is small or the
 * text large, one of them has all the room and a button leads back to the list.
 */
public final class SideBySide extends Region {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final double LIST_SHARE = 0.368;

  private final Region list;
  private final BorderPane detail;
  private final Button back;
  private boolean isDetailInFront;

  /**
   * @param list has its least width in the style sheet
   * @param card likewise
   * @param backName words of the button that leads back to the list
   */
  public SideBySide(Region list, Node card, String backName) {
    this.list = list;
    this.detail = new BorderPane(card);
    this.back = Parts.button(Feather.ARROW_LEFT, backName, this::showList, "flat", "rq-back");
    getStyleClass().add("rq-side-by-side");
    detail.getStyleClass().add("rq-detail");
    getChildren().addAll(list, detail);
  }

  /** Brings the card to the front where only one of both fits. */
  public void showDetail() {
    isDetailInFront = true;
    requestLayout();
  }

  /** Brings the list to the front where only one of both fits. */
  public void showList() {
    isDetailInFront = false;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double first = Math.round(Math.max(width * LIST_SHARE, list.minWidth(-1)));
    boolean fits = first + detail.minWidth(-1) <= width;
    pseudoClassStateChanged(ALONE, !fits);
    Node top = fits ? null : back;
    if (detail.getTop() != top) {
      detail.setTop(top);
    }
    list.setVisible(fits || !isDetailInFront);
    detail.setVisible(fits || isDetailInFront);
    list.resizeRelocate(0, 0, fits ? first : width, getHeight());
    detail.resizeRelocate(fits ? first : 0, 0, fits ? width - first : width, getHeight());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
