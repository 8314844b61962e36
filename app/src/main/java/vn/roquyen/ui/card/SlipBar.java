package vn.roquyen.ui.card;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Hint;
import vn.roquyen.ui.common.Parts;

/** The buttons under a card: print the guidance slip, or copy it as text. */
final class SlipBar {
  private static final KeyCombination PRINT =
      new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);

  private final SlipViewModel model;
  private final Desk desk;

  SlipBar(SlipViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
  }

  /** The bar for one record. */
  Node node(String id) {
    Messages messages = desk.messages();
    Button print =
        Parts.button(
            Feather.PRINTER, messages.text("card.print"), () -> print(id, PaperSize.A4), "accent");
    Hint.on(print, messages.text("card.print.hint"));
    print.setId("print");
    print
        .sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null) {
                before.getAccelerators().remove(PRINT);
              }
              if (now != null) {
                now.getAccelerators().put(PRINT, print::fire);
              }
            });
    Button small = Parts.button(messages.text("card.print.small"), () -> print(id, PaperSize.A5));
    Button copy = Parts.button(Feather.COPY, messages.text("card.copy"), () -> copy(id));
    copy.setId("copy");
    HBox bar = Parts.row("rq-card-actions gap-1 align-left", print, small, copy);
    if (desk.navigator().mayEdit()) {
      Button edit =
          Parts.button(
              Feather.EDIT_3, messages.text("card.edit"), () -> desk.navigator().edit(id), "flat");
      edit.setId("edit");
      bar.getChildren().addAll(Parts.spacer(), edit);
    }
    return bar;
  }

  private void print(String id, PaperSize size) {
    Messages messages = desk.messages();
    model.print(
        id,
        desk.standpoint().get(),
        size,
        file -> desk.navigator().tell(messages.text("card.print.done", file.toString())));
  }

  private void copy(String id) {
    model.copy(
        id,
        desk.standpoint().get(),
        text -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
          desk.navigator().tell(desk.messages().text("card.copy.done"));
        });
  }
}
