package vn.roquyen.ui.common;

import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vn.roquyen.domain.Span;

/** Wrapping text with marked stretches: a marker stroke is laid under the letters. */
public final class Marked extends TextFlow {
  private final Path marker = new Path();
  private List<Span> marks = List.of();

  public Marked(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    marker.getStyleClass().add("rq-marker");
    marker.setManaged(false);
    marker.setStroke(null);
  }

  /** Shows a text and its marks in place of the former one. */
  public void setText(String text, List<Span> stretches) {
    marks = stretches;
    Text letters = new Text(text);
    letters.getStyleClass().add("rq-marked-text");
    getChildren().setAll(marker, letters);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    marker.getElements().clear();
    int length = getChildren().getLast() instanceof Text letters ? letters.getText().length() : 0;
    for (Span mark : marks) {
      if (mark.start() >= length) {
        continue;
      }
      marker.getElements().addAll(rangeShape(mark.start(), Math.min(mark.end(), length)));
    }
  }
}
