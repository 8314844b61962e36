package vn.roquyen.ui.card;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vn.roquyen.ui.common.Parts;

/** A heading in capitals and what stands under it. */
final class Section {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private Section() {}

  static VBox of(String heading, Node... content) {
    VBox section = Parts.column("gap-1", Parts.label(heading.toUpperCase(VIETNAMESE), "rq-head"));
    section.getChildren().addAll(content);
    return section;
  }
}
