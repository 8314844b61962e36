package vn.roquyen.ui.lookup;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** What the look-up shows while nothing is asked: how to ask, with examples to click. */
final class Welcome {
  private static final List<String> EXAMPLES =
      List.of(
          "gia hạn giấy phép lao động",
          "dang ky khai sinh",
          "xét thăng hạng giáo viên mầm non",
          "chung thuc ban sao",
          "1.001193",
          "04-QĐ/TU");

  private Welcome() {}

  static Node of(Desk desk) {
    FlowPane examples = new FlowPane();
    examples.getStyleClass().add("rq-facets");
    for (String words : EXAMPLES) {
      Button example =
          Parts.button(words, () -> desk.navigator().lookUp(words), "rq-facet", "rq-example");
      examples.getChildren().add(example);
    }
    Node content =
        Parts.column(
            "rq-welcome gap-2",
            Parts.label(desk.messages().text("welcome.title"), "rq-title"),
            Parts.wrapped(desk.messages().text("welcome.explain"), "rq-muted"),
            examples,
            Parts.column(
                "gap-1 rq-welcome-tips",
                tip(Feather.TYPE, desk.messages().text("welcome.tip.words")),
                tip(Feather.HASH, desk.messages().text("welcome.tip.number")),
                tip(Feather.CORNER_DOWN_LEFT, desk.messages().text("welcome.tip.keys")),
                tip(Feather.CALENDAR, desk.messages().text("welcome.tip.day"))));
    return Parts.column("rq-full", content);
  }

  private static Node tip(Feather icon, String words) {
    return Parts.row(
        "gap-1 align-top", Icons.of(icon, "rq-muted"), Parts.grow(Parts.wrapped(words)));
  }
}
