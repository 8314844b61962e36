package vn.roquyen.ui.start;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** Who works with the program. */
final class RoleQuestion {
  private final VBox root = Parts.column("gap-1");

  /**
   * @param onEnter told when a role was chosen with Enter, which also leads on
   */
  RoleQuestion(FirstStartViewModel model, Messages messages, Runnable onEnter) {
    root.getChildren().add(Parts.label(messages.text("start.role"), "rq-title"));
    root.getChildren().add(Parts.wrapped(messages.text("start.role.explain"), "rq-muted"));
    ToggleGroup group = new ToggleGroup();
    for (Role role : Role.values()) {
      ToggleButton choice = choice(role, messages);
      choice.setToggleGroup(group);
      choice.setSelected(role == model.role().get());
      choice.setOnAction(
          event -> {
            choice.setSelected(true);
            model.role().set(role);
          });
      choice.addEventFilter(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ENTER) {
              event.consume();
              choice.fire();
              onEnter.run();
            }
          });
      root.getChildren().add(choice);
    }
    Platform.runLater(root.getChildren().get(2)::requestFocus);
  }

  Node root() {
    return root;
  }

  private static ToggleButton choice(Role role, Messages messages) {
    VBox words =
        Parts.column(
            "",
            Parts.label(messages.name("role", role), "rq-strong"),
            Parts.label(messages.name("role.explain", role), "rq-meta"));
    HBox content = Parts.row("gap-2 align-left", Icons.of(icon(role)), Parts.grow(words));
    ToggleButton choice = new ToggleButton();
    choice.setGraphic(content);
    choice.getStyleClass().setAll("rq-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setMinHeight(Region.USE_PREF_SIZE);
    choice.setAccessibleText(messages.name("role", role));
    return choice;
  }

  private static Feather icon(Role role) {
    return switch (role) {
      case CLERK -> Feather.INBOX;
      case OFFICIAL -> Feather.SHIELD;
      case INSPECTOR -> Feather.CHECK_SQUARE;
      case PUBLISHER -> Feather.EDIT_3;
    };
  }
}
