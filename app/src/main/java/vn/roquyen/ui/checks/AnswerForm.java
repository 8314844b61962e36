package vn.roquyen.ui.checks;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Parts;

/** Asks who looked and why it is right; both are needed, because the answer is signed. */
final class AnswerForm {
  private static final int LINES = 3;

  private final TextField author = new TextField();
  private final TextArea reason = new TextArea();
  private final VBox root;

  /**
   * @param name who answered last on this machine
   * @param onAnswer takes the name and the reason
   */
  AnswerForm(Messages messages, String name, BiConsumer<String, String> onAnswer) {
    author.setText(name);
    author.setPromptText(messages.text("checks.author.prompt"));
    reason.setPromptText(messages.text("checks.reason.prompt"));
    reason.setPrefRowCount(LINES);
    reason.setWrapText(true);
    // In a form the tabulator goes on to the next field.
    reason.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            Node to = event.isShiftDown() ? author : root().lookup(".accent");
            to.requestFocus();
            event.consume();
          }
        });
    Button answer =
        Parts.button(
            Feather.CHECK,
            messages.text("checks.answer"),
            () -> onAnswer.accept(author.getText(), reason.getText()),
            "accent");
    answer
        .disableProperty()
        .bind(
            author
                .textProperty()
                .map(String::isBlank)
                .flatMap(
                    nameless -> reason.textProperty().map(text -> nameless || text.isBlank())));
    root =
        Parts.column(
            "gap-1",
            Parts.caption(messages.text("checks.author"), author),
            author,
            Parts.caption(messages.text("checks.reason"), reason),
            reason,
            Parts.row("gap-1 align-left", answer));
  }

  /** The first field that is still empty, else the first. */
  Node first() {
    return author.getText().isBlank() || !reason.getText().isBlank() ? author : reason;
  }

  VBox root() {
    return root;
  }
}
