package vn.roquyen.ui.editing;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.roquyen.domain.ProposalState;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;

/** A draft or a waiting change in the list. */
final class EntryCell extends RowCell<Entry> {
  private final Function<Entry, String> titles;
  private final Messages messages;
  private final Label group = Parts.label("", "rq-head");
  private final Label title = Parts.wrapped("", "rq-strong");
  private final Label meta = Parts.wrapped("", "rq-meta");
  private final HBox chips = Parts.row("gap-1 align-left");

  /**
   * @param titles tells an entry from the others
   */
  EntryCell(Function<Entry, String> titles, Messages messages) {
    this.titles = titles;
    this.messages = messages;
    setContent(Parts.column("gap-half", group, title, meta, chips));
  }

  @Override
  protected String fill(Entry entry) {
    group.setText(messages.text(group(entry)));
    Parts.show(group, isFirstOfGroup(entry));
    title.setText(titles.apply(entry));
    meta.setText(meta(entry, messages));
    chips.getChildren().clear();
    if (entry instanceof Entry.Waiting waiting) {
      chips.getChildren().add(state(waiting.change(), messages));
      if (waiting.change().own()) {
        chips.getChildren().add(Chip.plain(messages.text("editing.own")));
      }
    }
    Parts.show(chips, !chips.getChildren().isEmpty());
    return group.getText() + " " + title.getText() + " " + meta.getText();
  }

  private boolean isFirstOfGroup(Entry entry) {
    return getIndex() <= 0
        || !group(getListView().getItems().get(getIndex() - 1)).equals(group(entry));
  }

  private static String group(Entry entry) {
    return switch (entry) {
      case Entry.Writing writing -> "editing.drafts";
      case Entry.Waiting waiting ->
          waiting.change().state().isOpen() ? "editing.waiting" : "editing.refused";
    };
  }

  static String meta(Entry entry, Messages messages) {
    return switch (entry) {
      case Entry.Writing writing ->
          messages.text(
              "editing.draft.meta",
              Dates.minute(writing.draft().begun()),
              writing.draft().rows().size());
      case Entry.Waiting waiting ->
          messages.text(
              "editing.by",
              messages.author(waiting.change().author(), waiting.unit()),
              Dates.minute(waiting.change().written()),
              waiting.change().edits().size());
    };
  }

  static Label state(WaitingChange change, Messages messages) {
    String name = messages.name("proposal.state", change.state());
    return change.state() == ProposalState.PENDING ? Chip.check(name) : Chip.bad(name);
  }
}
