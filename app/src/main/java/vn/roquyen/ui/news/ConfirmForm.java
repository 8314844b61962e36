package vn.roquyen.ui.news;

import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Parts;

/** Asks who confirms and who is put in charge; both are needed, because it is signed. */
final class ConfirmForm {
  private final TextField author = new TextField();
  private final TextField appointed = new TextField();
  private final VBox root;

  /**
   * @param name who confirmed last on this machine
   * @param onConfirmed takes who is in charge and who confirms
   */
  ConfirmForm(Messages messages, String name, BiConsumer<String, String> onConfirmed) {
    author.setText(name);
    author.setPromptText(messages.text("news.author.prompt"));
    appointed.setPromptText(messages.text("news.appointed.prompt"));
    Button confirm =
        Parts.button(
            Feather.CHECK,
            messages.text("news.confirm"),
            () -> onConfirmed.accept(appointed.getText(), author.getText()),
            "accent");
    confirm
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> author.getText().isBlank() || appointed.getText().isBlank(),
                author.textProperty(),
                appointed.textProperty()));
    appointed.setOnAction(event -> confirm.fire());
    root =
        Parts.column(
            "gap-1",
            Parts.caption(messages.text("news.author"), author),
            author,
            Parts.caption(messages.text("news.appointed"), appointed),
            appointed,
            Parts.row("gap-1 align-left", confirm));
  }

  VBox root() {
    return root;
  }
}
