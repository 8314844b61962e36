package vn.roquyen.ui.sync;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Column;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.RowHistoryService.Review;
import vn.roquyen.service.RowHistoryService.Side;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.sync.SyncViewModel.Event;
import vn.roquyen.ui.sync.SyncViewModel.State;

/**
 * The fields that two machines wrote without knowing of each other: what was there before, what
 * each wrote, who and when, and which is to stand. A choice can be taken back.
 */
final class ReviewPanel {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final int MOST = 50;

  private final SyncViewModel model;
  private final Messages messages;
  private final VBox list = Parts.column("gap-2");
  private final VBox undo = Parts.column("gap-1");
  private final VBox root;
  private RowWords words;

  ReviewPanel(SyncViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.words = new RowWords(null, messages);
    root =
        Parts.column(
            "gap-2 rq-panel rq-reviews",
            Parts.label(messages.text("sync.review"), "rq-strong"),
            undo,
            list);
    model.event().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  void show(State state) {
    words = new RowWords(state.register(), messages);
    List<Review> reviews = state.reviews();
    List<Node> items = new ArrayList<>();
    reviews.stream().limit(MOST).map(this::item).forEach(items::add);
    if (reviews.size() > MOST) {
      items.add(Parts.label(messages.text("sync.more", reviews.size() - MOST), "rq-meta"));
    }
    if (items.isEmpty()) {
      items.add(Parts.wrapped(messages.text("sync.review.none"), "rq-meta"));
    }
    items.getLast().getStyleClass().add("last");
    list.getChildren().setAll(items);
  }

  private void show(@Nullable Event event) {
    List<Node> lines = new ArrayList<>();
    if (event instanceof Event.Settled settled) {
      Button back =
          Parts.button(Feather.ROTATE_CCW, messages.text("sync.review.undo"), model::takeBack);
      back.disableProperty().bind(model.busy());
      // A row that was removed does not come back by a value.
      Parts.show(back, settled.review().column() != null);
      lines.add(
          Parts.flow(
              "rq-facets",
              Parts.label(messages.text("sync.review.settled", name(settled.review()))),
              back));
    } else if (event instanceof Event.TakenBack taken) {
      lines.add(Parts.wrapped(messages.text("sync.review.takenBack", name(taken.review()))));
    }
    undo.getChildren().setAll(lines);
    Parts.show(undo, !lines.isEmpty());
    if (!lines.isEmpty() && event instanceof Event.Settled) {
      list.requestFocus();
    }
  }

  private Node item(Review review) {
    VBox item =
        Parts.column(
            "gap-1 rq-review",
            Parts.wrapped(name(review), "rq-strong"),
            Parts.wrapped(
                messages.text("sync.review.base", text(review.column(), review.base())),
                "rq-meta"));
    item.getChildren().add(side(review, review.shown(), true));
    review.others().forEach(other -> item.getChildren().add(side(review, other, false)));
    if (review.column() == null) {
      item.getChildren().add(Parts.wrapped(messages.text("sync.review.row"), "rq-meta"));
    }
    return item;
  }

  private Node side(Review review, Side side, boolean shown) {
    String value = text(review.column(), side.value());
    String who =
        messages.text(
            side.own() ? "sync.review.mine" : "sync.review.theirs",
            side.author().isBlank()
                ? words.unit(side.unit())
                : side.author() + " (" + words.unit(side.unit()) + ")",
            TIME.format(side.written().atZone(ZoneId.systemDefault())));
    VBox both = Parts.column("gap-half", Parts.wrapped(value), Parts.wrapped(who, "rq-meta"));
    Button keep =
        Parts.button(
            messages.text(choice(review, side, shown)), () -> model.settle(review, side.value()));
    keep.setAccessibleText(keep.getText() + ": " + value + ", " + who);
    keep.disableProperty().bind(model.busy());
    return shown
        ? Parts.row(
            "gap-2 align-left rq-review-side",
            Parts.grow(both),
            Chip.plain(messages.text("sync.review.shown")),
            keep)
        : Parts.row("gap-2 align-left rq-review-side", Parts.grow(both), keep);
  }

  private static String choice(Review review, Side side, boolean shown) {
    if (review.column() == null) {
      return Boolean.TRUE.equals(side.value()) ? "sync.review.keepRow" : "sync.review.removeRow";
    }
    return shown ? "sync.review.keep" : "sync.review.take";
  }

  private String name(Review review) {
    Column column = review.column();
    String row = words.row(review.entity(), review.key());
    return column == null ? row : messages.column(review.entity(), column.name()) + " · " + row;
  }

  private String text(@Nullable Column column, @Nullable Object value) {
    return column == null
        ? messages.text(Boolean.TRUE.equals(value) ? "sync.review.there" : "sync.review.removed")
        : words.value(column, value);
  }
}
