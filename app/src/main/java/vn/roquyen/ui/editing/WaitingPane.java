package vn.roquyen.ui.editing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.service.WaitingComparison;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;

/** A change that waits for a second key, what it would do, and the decision on it. */
final class WaitingPane {
  private final EditingViewModel model;
  private final ProposedImpact impact;
  private final Desk desk;
  private final Messages messages;

  WaitingPane(EditingViewModel model, ProposedImpact impact, Desk desk) {
    this.model = model;
    this.impact = impact;
    this.desk = desk;
    this.messages = desk.messages();
  }

  List<Node> nodes(EditingViewModel.Open open, Entry.Waiting waiting) {
    WaitingChange change = waiting.change();
    VBox head =
        Parts.column(
            "gap-1",
            Parts.wrapped(model.title(open.entry()), "rq-title"),
            Parts.flow("rq-facets", EntryCell.state(change, messages)),
            Parts.wrapped(EntryCell.meta(open.entry(), messages), "rq-meta"));
    if (change.reason() != null) {
      head.getChildren()
          .add(Parts.wrapped(messages.text("proposal.reason", change.reason()), "rq-strong"));
    }
    WaitingComparison comparison = open.comparison();
    if (comparison != null && !comparison.corrected().isEmpty()) {
      head.getChildren().add(Parts.wrapped(messages.text("editing.corrected"), "rq-strong"));
    }
    if (!change.state().isOpen()) {
      return List.of(head, refused(change), content(open));
    }
    return List.of(
        head,
        decision(waiting),
        impact.of(comparison == null ? change.operations() : comparison.operations()),
        Parts.label(messages.text("editing.content"), "rq-head"),
        content(open));
  }

  private Node content(EditingViewModel.Open open) {
    WaitingComparison comparison = open.comparison();
    return comparison == null
        ? DiffView.of(open.check(), messages)
        : DiffView.of(comparison, messages);
  }

  private Node refused(WaitingChange change) {
    return Parts.column(
        "gap-1 rq-panel",
        Parts.wrapped(messages.text("editing.refused.what")),
        Parts.row("gap-1 align-left", rework(change)));
  }

  private Button rework(WaitingChange change) {
    return Parts.button(
        Feather.EDIT_3, messages.text("editing.rework"), () -> model.rework(change), "flat");
  }

  private Node decision(Entry.Waiting waiting) {
    WaitingChange change = waiting.change();
    TextField reason = new TextField();
    Button rework = rework(change);
    if (change.own()) {
      HBox buttons =
          Parts.row(
              "gap-1 align-left",
              button("editing.withdraw", ApprovalVerdict.WITHDRAWN, reason),
              rework);
      return Parts.column(
          "gap-1 rq-panel", Parts.wrapped(messages.text("editing.own.what")), buttons);
    }
    if (!waiting.mayDecide()) {
      return Parts.column("gap-1 rq-panel", Parts.wrapped(messages.text("editing.decide.not")));
    }
    reason.setPromptText(messages.text("editing.reason"));
    reason.setAccessibleText(messages.text("editing.reason"));
    Button approve = button("editing.approve", ApprovalVerdict.APPROVED, reason);
    approve.getStyleClass().add("accent");
    Button back = button("editing.return", ApprovalVerdict.RETURNED, reason);
    Button reject = button("editing.reject", ApprovalVerdict.REJECTED, reason);
    back.disableProperty().bind(reason.textProperty().map(String::isBlank));
    reject.disableProperty().bind(reason.textProperty().map(String::isBlank));
    return Parts.column(
        "gap-1 rq-panel",
        reason,
        Parts.row("gap-1 align-left", approve, back, reject, Parts.spacer(), rework));
  }

  private Button button(String key, ApprovalVerdict verdict, TextField reason) {
    return Parts.button(
        messages.text(key),
        () ->
            model.decide(
                verdict,
                reason.getText(),
                decided ->
                    desk.navigator()
                        .tell(
                            messages.text(
                                "editing.decided",
                                messages.name("proposal.state", decided.state())))));
  }
}
