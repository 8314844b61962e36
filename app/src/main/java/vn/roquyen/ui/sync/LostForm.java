package vn.roquyen.ui.sync;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.LostRow;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.ContentScroll;
import vn.roquyen.ui.common.Parts;

/** Lets a person choose which rows of a lost branch are entered again, beside what is there now. */
final class LostForm {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final SyncViewModel model;
  private final RowWords words;
  private final Messages messages;
  private final Runnable onClosed;
  private final Map<LostRow, CheckBox> boxes = new LinkedHashMap<>();
  private final Button send;
  private final ContentScroll scrolled;
  private final VBox root;

  LostForm(
      SyncViewModel model,
      List<LostRow> rows,
      RowWords words,
      Messages messages,
      Runnable onClosed) {
    this.model = model;
    this.words = words;
    this.messages = messages;
    this.onClosed = onClosed;
    this.send = Parts.button("", this::send, "accent");
    VBox list = Parts.column("gap-2");
    rows.forEach(row -> list.getChildren().add(row(row)));
    list.getChildren().getLast().getStyleClass().add("last");
    scrolled = new ContentScroll(list);
    scrolled.setAccessibleText(messages.text("sync.lost.list"));
    VBox.setVgrow(scrolled, Priority.SOMETIMES);
    root =
        Parts.column(
            "gap-2 rq-store-form",
            Parts.label(messages.text("sync.lost.title"), "rq-title"),
            Parts.wrapped(messages.text("sync.lost.explained")),
            scrolled,
            actions());
  }

  VBox root() {
    return root;
  }

  /** Puts the keyboard where one begins. */
  void focus() {
    boxes.values().stream()
        .filter(box -> !box.isDisable())
        .findFirst()
        .ifPresent(scrolled::focusOn);
  }

  private Node actions() {
    Button never = Parts.button(messages.text("sync.lost.decline"), this::decline);
    Button later = Parts.button(messages.text("sync.lost.later"), onClosed, "flat");
    send.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.text("sync.lost.send", chosen().size()), selections()));
    send.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> chosen().isEmpty(), selections()));
    send.setDefaultButton(true);
    return Parts.row("gap-1 align-left", never, Parts.spacer(), later, send);
  }

  private Observable[] selections() {
    return boxes.values().stream().map(CheckBox::selectedProperty).toArray(Observable[]::new);
  }

  private List<LostRow> chosen() {
    return boxes.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Node row(LostRow row) {
    boolean gone = row.state() == LostRow.State.ROW_GONE;
    CheckBox box =
        new CheckBox(
            messages.text(
                "sync.lost.row",
                messages.name("proposal.kind", row.kind()),
                words.row(row.entity(), row.key())));
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.getStyleClass().add("rq-strong");
    box.setSelected(!gone);
    box.setDisable(gone);
    boxes.put(row, box);
    FlowPane facts =
        Parts.flow(
            "rq-facets",
            Parts.label(
                messages.text(
                    "sync.lost.written", TIME.format(row.written().atZone(ZoneId.systemDefault()))),
                "rq-meta"));
    if (gone) {
      facts.getChildren().add(Chip.check(messages.name("sync.lost.state", row.state())));
    } else if (row.secondKey()) {
      facts.getChildren().add(Chip.plain(messages.text("sync.lost.secondKey")));
    }
    VBox item = Parts.column("gap-half rq-review", box, facts);
    row.fields().forEach(field -> item.getChildren().add(field(row, field)));
    if (row.kind() == RowEdit.Kind.REMOVE) {
      item.getChildren().add(Parts.wrapped(messages.text("sync.lost.removal"), "rq-meta"));
    }
    return item;
  }

  private Node field(LostRow row, LostRow.LostField field) {
    String name = messages.column(row.entity(), field.column().name());
    String lost = words.value(field.column(), field.lost());
    VBox both = Parts.column("", Parts.wrapped(messages.text("sync.lost.field", name, lost)));
    if (row.kind() != RowEdit.Kind.INSERT) {
      String now = words.value(field.column(), field.now());
      both.getChildren().add(Parts.wrapped(messages.text("sync.lost.now", now), "rq-meta"));
    }
    return both;
  }

  private void send() {
    onClosed.run();
    model.resend(chosen());
  }

  private void decline() {
    onClosed.run();
    model.decline(List.copyOf(boxes.keySet()));
  }
}
