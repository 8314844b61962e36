package vn.roquyen.ui.editing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ProposalImpact;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ImpactParts;
import vn.roquyen.ui.common.Parts;

/** What is asked before a draft is sent or thrown away, with what follows from it. */
final class DraftQuestions {
  private final Desk desk;
  private final Messages messages;

  DraftQuestions(Desk desk) {
    this.desk = desk;
    this.messages = desk.messages();
  }

  /**
   * @param send words of the button that sends
   */
  void send(ProposalImpact impact, String send, Runnable onYes) {
    Node found =
        Parts.scrolled(
            Parts.column("gap-2 rq-told", new ImpactParts(desk).of(impact).toArray(Node[]::new)),
            messages.text("editing.impact"));
    found.getStyleClass().add("rq-long");
    Button yes = button(send, "accent", onYes);
    ask(
        List.of(
            Parts.wrapped(messages.text("editing.send.ask"), "rq-title"),
            Parts.wrapped(messages.text("editing.send.why")),
            found),
        List.of(back("editing.send.no", "flat"), yes),
        yes);
  }

  void delete(String title, Runnable onYes) {
    Button keep = back("editing.delete.no", "accent");
    ask(
        List.of(
            Parts.wrapped(messages.text("editing.delete.ask", title), "rq-title"),
            Parts.wrapped(messages.text("editing.delete.why"))),
        List.of(button(messages.text("editing.delete.yes"), "danger", onYes), keep),
        keep);
  }

  private Button back(String key, String style) {
    return button(messages.text(key), style, () -> {});
  }

  private Button button(String text, String style, Runnable work) {
    return Parts.button(
        text,
        () -> {
          desk.navigator().closeDialog();
          work.run();
        },
        style);
  }

  private void ask(List<? extends Node> words, List<Button> answers, Button first) {
    var buttons = Parts.row("gap-1 align-left", Parts.spacer());
    buttons.getChildren().addAll(answers);
    var content = Parts.column("gap-2 rq-error", words.toArray(Node[]::new));
    if (words.size() > 2) {
      content.getStyleClass().add("rq-finder");
    }
    content.getChildren().add(buttons);
    desk.navigator().showDialog(content);
    first.requestFocus();
  }
}
