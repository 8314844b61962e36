package vn.roquyen.ui.instruments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.impact.Event;
import vn.roquyen.domain.impact.RegisterImpact;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactWords;
import vn.roquyen.service.InstrumentImpact;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ImpactParts;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.SaveDialog;
import vn.roquyen.ui.common.Standpoint;

/** "If this instrument were repealed from this day": what is hit and what stays valid. */
final class ImpactView {
  private static final int LONGEST_TITLE = 120;

  private final ImpactViewModel model;
  private final Desk desk;
  private final Messages messages;
  private final Label title = Parts.wrapped("", "rq-title");
  private final List<ToggleButton> events = new ArrayList<>();
  private final MenuButton part = new MenuButton();
  private final TextField day = new TextField();
  private final VBox content = Parts.column("rq-card");
  private final BorderPane root = new BorderPane();

  /**
   * @param back leads back to the list
   */
  ImpactView(ImpactViewModel model, Desk desk, Runnable back) {
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
    root.setTop(head(back));
    root.setCenter(Parts.scrolled(content, messages.text("impact.file")));
    model.impact().subscribe(this::show);
  }

  Region root() {
    return root;
  }

  void focus() {
    events.getFirst().requestFocus();
  }

  private Node head(Runnable back) {
    for (Event event : Event.values()) {
      ToggleButton button = new ToggleButton(messages.name("impact.event", event));
      button.getStyleClass().setAll("rq-segment");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          pressed -> {
            button.setSelected(true);
            model.happens(event);
          });
      events.add(button);
    }
    day.getStyleClass().add("rq-day-field");
    Label from = Parts.caption(messages.text("impact.from"), day);
    from.setMinWidth(Region.USE_PREF_SIZE);
    day.setOnAction(event -> typed());
    day.focusedProperty().subscribe((before, now) -> typedWhenLeft(now));
    return Parts.column(
        "rq-list-head",
        Parts.row(
            "gap-2 align-left",
            Parts.button(Feather.ARROW_LEFT, messages.text("browse.back"), back, "flat"),
            Parts.grow(title),
            Parts.button(Feather.COPY, messages.text("card.copy"), this::copy),
            Parts.button(Feather.DOWNLOAD, messages.text("impact.export"), this::export)),
        Parts.row(
            "gap-1 align-left",
            Parts.row("gap-half", events.toArray(Node[]::new)),
            part,
            from,
            day));
  }

  private void show(@Nullable InstrumentImpact impact) {
    if (impact == null) {
      title.setText(messages.text("impact.loading"));
      content.getChildren().clear();
      return;
    }
    ImpactWords words = new ImpactWords(messages);
    RegisterImpact register = impact.register();
    title.setText(Parts.brief(words.title(impact), LONGEST_TITLE));
    for (ToggleButton button : events) {
      button.setSelected(events.indexOf(button) == register.event().ordinal());
    }
    parts(impact);
    if (!day.isFocused()) {
      day.setText(Dates.text(register.on()));
    }
    List<Node> parts = new ArrayList<>(new ImpactParts(desk).of(impact));
    parts.add(1, Parts.wrapped(tried(), "rq-meta"));
    content.getChildren().setAll(parts);
  }

  /** The whole instrument, or one of its provisions where the register has some. */
  private void parts(InstrumentImpact impact) {
    Citation chosen = impact.register().part();
    part.setText(name(chosen));
    part.setAccessibleText(messages.text("impact.part") + ": " + part.getText());
    List<@Nullable Citation> all = new ArrayList<>(impact.parts());
    all.addFirst(null);
    part.getItems().clear();
    for (Citation each : all) {
      MenuItem item = new MenuItem(name(each));
      item.setOnAction(event -> model.of(each));
      part.getItems().add(item);
    }
    Parts.show(part, !impact.parts().isEmpty());
  }

  private String name(@Nullable Citation provision) {
    return provision == null ? messages.text("impact.whole") : provision.text();
  }

  private String tried() {
    Standpoint from = desk.standpoint().get();
    LocalDate known = from == null ? null : from.known();
    return known == null
        ? messages.text("impact.tried")
        : messages.text("impact.tried.then", Dates.text(known));
  }

  private void typedWhenLeft(boolean focused) {
    if (!focused && !day.getText().isBlank()) {
      typed();
    }
  }

  /** A day that is none is put back to what is shown. */
  private void typed() {
    LocalDate wanted = Dates.parse(day.getText());
    InstrumentImpact shown = model.impact().get();
    if (shown == null) {
      return;
    }
    if (wanted == null) {
      day.setText(Dates.text(shown.register().on()));
    } else if (!wanted.equals(shown.register().on())) {
      model.from(wanted);
    }
  }

  private void copy() {
    InstrumentImpact impact = model.impact().get();
    if (impact != null) {
      ClipboardContent copied = new ClipboardContent();
      copied.putString(new ImpactWords(messages).text(impact));
      Clipboard.getSystemClipboard().setContent(copied);
      desk.navigator().tell(messages.text("impact.copied"));
    }
  }

  private void export() {
    SaveDialog.saveTable(root, messages.text("impact.file"), desk, model::export);
  }
}
