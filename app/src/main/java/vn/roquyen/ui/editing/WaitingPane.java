package vn.roquyen.ui.editing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.ProposalState;
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
  private final Runnable onDraft;

  /** Stays while the change is read anew, with what is typed in it. */
  private final TextField reason = new TextField();

  private String shownId = "";

  /**
   * @param onDraft told before a draft is made of a change
   */
  WaitingPane(EditingViewModel model, ProposedImpact impact, Desk desk, Runnable onDraft) {
    this.model = model;
    this.onDraft = onDraft;
    this.impact = impact;
    this.desk = desk;
    this.messages = desk.messages();
  }

  void show(VBox content, EditingViewModel.Open open, Entry.Waiting waiting) {
    if (!waiting.id().equals(shownId)) {
      shownId = waiting.id();
      reason.clear();
    }
    boolean isTyping = reason.isFocused();
    int caret = reason.getCaretPosition();
    content.getChildren().setAll(nodes(open, waiting));
    if (isTyping && reason.getScene() != null) {
      reason.requestFocus();
      reason.positionCaret(caret);
    }
  }

  private List<Node> nodes(EditingViewModel.Open open, Entry.Waiting waiting) {
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
        Parts.label(messages.text("editing.content"), "rq-head"),
        content(open),
        impact.of(comparison == null ? change.operations() : comparison.operations()));
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
    return edit("editing.rework", () -> model.rework(change), "flat");
  }

  private Node decision(Entry.Waiting waiting) {
    WaitingChange change = waiting.change();
    if (change.own()) {
      boolean isReturned = change.state() == ProposalState.RETURNED;
      return Parts.column(
          "gap-1 rq-panel",
          Parts.wrapped(messages.text(isReturned ? "editing.own.returned" : "editing.own.what")),
          Parts.flow(
              "rq-facets",
              edit("editing.takeback", () -> model.takeBack(change)),
              button("editing.withdraw", ApprovalVerdict.WITHDRAWN)));
    }
    if (!waiting.mayDecide()) {
      return Parts.column("gap-1 rq-panel", Parts.wrapped(messages.text("editing.decide.not")));
    }
    Button approve = button("editing.approve", ApprovalVerdict.APPROVED);
    approve.getStyleClass().add("accent");
    Button back = button("editing.return", ApprovalVerdict.RETURNED);
    Button reject = button("editing.reject", ApprovalVerdict.REJECTED);
    back.disableProperty().bind(reason.textProperty().map(String::isBlank));
    reject.disableProperty().bind(reason.textProperty().map(String::isBlank));
    return Parts.column(
        "gap-1 rq-panel",
        Parts.caption(messages.text("editing.reason"), reason),
        reason,
        Parts.flow("rq-facets", approve, back, reject, rework(change)));
  }

  private Button edit(String key, Runnable work, String... styleClasses) {
    return Parts.button(
        Feather.EDIT_3,
        messages.text(key),
        () -> {
          onDraft.run();
          work.run();
        },
        styleClasses);
  }

  private Button button(String key, ApprovalVerdict verdict) {
    return Parts.button(
        messages.text(key),
        () ->
            model.decide(
                verdict,
                reason.getText(),
                decided -> {
                  reason.clear();
                  desk.navigator()
                      .tell(
                          messages.text(
                              "editing.decided", messages.name("proposal.state", decided.state())));
                }));
  }
}
