package vn.roquyen.ui.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Progress.Phase;
import vn.roquyen.service.StoreDraft;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService.Outgoing;
import vn.roquyen.service.SyncService.Standing;
import vn.roquyen.ui.common.Amounts;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Navigator;
import vn.roquyen.ui.common.Parts;

/**
 * The shared stores: how far the own changes have come in each, what is still to be sent and how
 * long that takes, and a round at a press.
 */
final class StoresPanel {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final SyncViewModel model;
  private final StoresViewModel stores;
  private final Navigator navigator;
  private final Messages messages;
  private final Clock clock;
  private final RoundBar bar;
  private final VBox list = Parts.column("gap-2");
  private final Map<String, VBox> places = new HashMap<>();
  private final Map<String, Label> sending = new HashMap<>();
  private final VBox root;

  StoresPanel(SyncViewModel model, StoresViewModel stores, Desk desk, Clock clock) {
    this.model = model;
    this.stores = stores;
    this.navigator = desk.navigator();
    this.messages = desk.messages();
    this.clock = clock;
    this.bar = new RoundBar(model, messages);
    Button add =
        Parts.button(
            Feather.PLUS,
            messages.text("store.add"),
            () -> ask(StoreDraft.blank(StoreDraft.Kind.FOLDER), true));
    root =
        Parts.column(
            "gap-2 rq-panel",
            Parts.row(
                "gap-2 align-left",
                Parts.label(messages.text("sync.stores"), "rq-strong"),
                Parts.spacer(),
                add),
            list);
    model.running().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  void show(List<Standing> standings) {
    places.clear();
    sending.clear();
    List<? extends Node> items =
        standings.isEmpty()
            ? List.of(Parts.wrapped(messages.text("sync.stores.none"), "rq-meta"))
            : standings.stream().map(this::store).toList();
    items.getLast().getStyleClass().add("last");
    list.getChildren().setAll(items);
    show(model.running().get());
  }

  /** Puts the bar under the store with which a round is under way, and takes it away after it. */
  private void show(RoundReport.@Nullable Running running) {
    places.forEach((name, place) -> place.getChildren().remove(bar.root()));
    sending.values().forEach(chip -> Parts.show(chip, false));
    VBox place = running == null ? null : places.get(running.store());
    if (running == null || place == null) {
      return;
    }
    bar.show(running);
    place.getChildren().add(bar.root());
    Label chip = sending.get(running.store());
    if (chip != null && running.phase() == Phase.SEND && running.total() > 0) {
      chip.setText(count(OutboxState.SENDING, running.total() - running.done()));
      Parts.show(chip, true);
    }
  }

  private Node store(Standing standing) {
    String name = standing.store().name();
    Button exchange =
        Parts.button(
            Feather.REFRESH_CW, messages.text("sync.stores.now"), () -> model.exchange(name));
    exchange.setAccessibleText(exchange.getText() + ": " + name);
    exchange.disableProperty().bind(model.busy());
    Button edit =
        Parts.iconButton(
            Feather.EDIT_2,
            messages.text("store.edit", name),
            () -> ask(StoreDraft.of(standing.store()), false));
    Button remove =
        Parts.iconButton(Feather.TRASH_2, messages.text("store.remove", name), () -> confirm(name));
    edit.disableProperty().bind(model.busy());
    remove.disableProperty().bind(model.busy());
    VBox words =
        Parts.column(
            "gap-half",
            Parts.wrapped(name, "rq-strong"),
            Parts.wrapped(where(standing.store()), "rq-meta"));
    VBox store =
        Parts.column(
            "gap-1 rq-store",
            Parts.row("gap-1 align-top", Parts.grow(words), exchange, edit, remove),
            chips(standing),
            Parts.wrapped(outgoing(standing.outgoing())),
            Parts.wrapped(last(standing), "rq-meta"));
    if (!standing.store().isFolder()) {
      store.getChildren().add(metered(standing.store()));
    }
    if (standing.state() != RemoteState.READY) {
      store.getChildren().add(trouble(standing));
    }
    places.put(name, store);
    return store;
  }

  /** A folder as the machine shows it, a server by its address. */
  private static String where(StoreService.Store store) {
    return store.isFolder() ? StoreDraft.of(store).place() : store.address();
  }

  /** On a connection that is paid for by its volume nothing large goes or comes. */
  private CheckBox metered(StoreService.Store store) {
    CheckBox metered = new CheckBox(messages.text("store.metered"));
    metered.setWrapText(true);
    metered.setMinHeight(Region.USE_PREF_SIZE);
    metered.setSelected(store.metered());
    metered.setAccessibleText(metered.getText() + ": " + store.name());
    metered.setOnAction(event -> stores.setMetered(store.name(), metered.isSelected()));
    return metered;
  }

  private void ask(StoreDraft draft, boolean isNew) {
    StoreForm form = new StoreForm(stores, draft, isNew, messages, navigator::closeDialog);
    navigator.showDialog(form.root());
    form.focus();
  }

  private void confirm(String name) {
    Button cancel = Parts.button(messages.text("dialog.cancel"), navigator::closeDialog, "flat");
    Button remove =
        Parts.button(
            messages.text("store.remove.do"),
            () -> {
              navigator.closeDialog();
              stores.remove(name);
            },
            "accent");
    navigator.showDialog(
        Parts.column(
            "gap-2 rq-store-form",
            Parts.label(messages.text("store.remove", name), "rq-title"),
            Parts.wrapped(messages.text("store.remove.what")),
            Parts.row("gap-1", Parts.spacer(), cancel, remove)));
    cancel.requestFocus();
  }

  /** Each own change is counted where it has come farthest. */
  private FlowPane chips(Standing standing) {
    Label underWay = Chip.plain("");
    sending.put(standing.store().name(), underWay);
    long stored = Math.max(0, standing.stored() - standing.received());
    Label waiting = Chip.plain(count(OutboxState.QUEUED, standing.waiting()));
    return Parts.flow(
        "rq-facets",
        standing.waiting() > 0 ? Chip.check(waiting.getText()) : waiting,
        underWay,
        Chip.plain(count(OutboxState.STORED, stored)),
        standing.received() > 0
            ? Chip.good(count(OutboxState.RECEIVED, standing.received()))
            : Chip.plain(count(OutboxState.RECEIVED, 0)));
  }

  /** "Sẽ gửi 12 tệp, 48 kB, khoảng 40 giây". */
  private String outgoing(Outgoing outgoing) {
    return outgoing.files() == 0
        ? messages.text("sync.stores.nothing")
        : messages.text(
            "sync.stores.outgoing",
            outgoing.files(),
            Amounts.bytes(outgoing.bytes(), messages),
            Amounts.time(outgoing.expected(), messages));
  }

  private String last(Standing standing) {
    Instant last = standing.lastSuccess();
    return last == null
        ? messages.text("sync.stores.never")
        : messages.text("sync.stores.last", TIME.format(last.atZone(clock.getZone())));
  }

  private Node trouble(Standing standing) {
    Instant next = standing.nextTry();
    VBox words =
        Parts.column(
            "gap-half",
            Parts.wrapped(messages.text(standing.state().messageKey(), standing.arguments())));
    if (next != null) {
      String at = HOUR.format(next.atZone(clock.getZone()));
      words.getChildren().add(Parts.wrapped(messages.text("outbox.waiting", at), "rq-strong"));
    }
    return Parts.row(
        "gap-1 align-top rq-note", Icons.of(Feather.ALERT_TRIANGLE), Parts.grow(words));
  }

  private String count(OutboxState state, long count) {
    return messages.name("outbox", state) + ": " + count;
  }
}
