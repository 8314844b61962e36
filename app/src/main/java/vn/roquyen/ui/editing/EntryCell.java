package vn.roquyen.ui.editing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ProposalState;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;
import vn.roquyen.ui.editing.EditingViewModel.Entry;

/** A draft or a waiting change in the list. */
final class EntryCell extends RowCell<Entry> {
  private final Messages messages;
  private final Label group = Parts.label("", "rq-head");
  private final Label title = Parts.wrapped("", "rq-strong");
  private final Label meta = Parts.wrapped("", "rq-meta");
  private final HBox chips = Parts.row("gap-1 align-left");

  EntryCell(Messages messages) {
    this.messages = messages;
    setContent(Parts.column("gap-half", group, title, meta, chips));
  }

  @Override
  protected String fill(Entry entry) {
    group.setText(messages.text(group(entry)));
    title.setText(title(entry, messages));
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

  private static String group(Entry entry) {
    return switch (entry) {
      case Entry.Writing writing -> "editing.drafts";
      case Entry.Waiting waiting ->
          waiting.change().state().isOpen() ? "editing.waiting" : "editing.refused";
    };
  }

  /** How a person knows a draft or a change: by the first thing in it that has a name. */
  static String title(Entry entry, Messages messages) {
    Stream<String> names =
        switch (entry) {
          case Entry.Writing writing -> writing.draft().rows().stream().map(EntryCell::name);
          case Entry.Waiting waiting ->
              waiting.change().edits().stream()
                  .filter(edit -> edit.known() != null)
                  .map(edit -> name(edit.operation()));
        };
    return names.filter(name -> !name.isBlank()).findFirst().orElseGet(() -> kind(entry, messages));
  }

  static String meta(Entry entry, Messages messages) {
    return switch (entry) {
      case Entry.Writing writing ->
          messages.text(
              "editing.draft.meta", day(writing.draft().begun()), writing.draft().rows().size());
      case Entry.Waiting waiting ->
          messages.text(
              "editing.by",
              author(waiting, messages),
              day(waiting.change().written()),
              waiting.change().edits().size());
    };
  }

  /** A founder who is alone has no name of his own, and the province's own unit is no body. */
  private static String author(Entry.Waiting waiting, Messages messages) {
    String unit =
        waiting.unit().equals(FolderService.PROVINCE)
            ? messages.text("editing.province")
            : waiting.unit();
    String name = waiting.change().author();
    return name.isBlank() ? unit : name + " (" + unit + ")";
  }

  static Label state(WaitingChange change, Messages messages) {
    String name = messages.name("proposal.state", change.state());
    return change.state() == ProposalState.PENDING ? Chip.check(name) : Chip.bad(name);
  }

  private static String kind(Entry entry, Messages messages) {
    Stream<Entity> kinds =
        switch (entry) {
          case Entry.Writing writing -> writing.draft().rows().stream().map(DraftRow::entity);
          case Entry.Waiting waiting ->
              waiting.change().edits().stream().map(edit -> edit.known()).filter(Objects::nonNull);
        };
    return kinds
        .findFirst()
        .map(first -> messages.name("entity", first))
        .orElse(messages.text("editing.draft.empty"));
  }

  private static String name(DraftRow row) {
    return Stream.of("number", "title", "name")
        .map(row::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String name(Operation operation) {
    return operation instanceof Operation.Insert insert
        ? Stream.of("number", "title", "name")
            .map(field -> Objects.toString(insert.values().get(field), ""))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("")
        : "";
  }

  private static String day(Instant at) {
    return Dates.text(at.atZone(ZoneId.systemDefault()).toLocalDate());
  }
}
