package vn.roquyen.ui.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.SyncService.Standing;
import vn.roquyen.ui.common.Parts;

/** The shared stores: how far the own changes have come in each, and a round at a press. */
final class StoresPanel {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final SyncViewModel model;
  private final Messages messages;
  private final Clock clock;
  private final VBox list = Parts.column("gap-2");
  private final VBox root;

  StoresPanel(SyncViewModel model, Messages messages, Clock clock) {
    this.model = model;
    this.messages = messages;
    this.clock = clock;
    root =
        Parts.column(
            "gap-2 rq-panel", Parts.label(messages.text("sync.stores"), "rq-strong"), list);
  }

  Node root() {
    return root;
  }

  void show(List<Standing> standings) {
    list.getChildren()
        .setAll(
            standings.isEmpty()
                ? List.of(Parts.wrapped(messages.text("sync.stores.none"), "rq-meta"))
                : standings.stream().map(this::store).toList());
  }

  private Node store(Standing standing) {
    String name = standing.store().name();
    Button exchange =
        Parts.button(
            Feather.REFRESH_CW, messages.text("sync.stores.now"), () -> model.exchange(name));
    exchange.setAccessibleText(exchange.getText() + ": " + name);
    exchange.disableProperty().bind(model.busy());
    Instant last = standing.lastSuccess();
    VBox words =
        Parts.column(
            "gap-half",
            Parts.wrapped(name + " · " + standing.store().address(), "rq-strong"),
            Parts.wrapped(
                messages.text(
                    "sync.stores.counts",
                    count(OutboxState.QUEUED, standing.waiting()),
                    count(OutboxState.STORED, standing.stored()),
                    count(OutboxState.RECEIVED, standing.received()))),
            Parts.wrapped(
                last == null
                    ? messages.text("sync.stores.never")
                    : messages.text("sync.stores.last", time(last)),
                "rq-meta"));
    if (standing.state() != RemoteState.READY) {
      words
          .getChildren()
          .add(Parts.wrapped(messages.text(standing.state().messageKey(), standing.arguments())));
    }
    Instant next = standing.nextTry();
    if (next != null) {
      words.getChildren().add(Parts.wrapped(messages.text("outbox.waiting", time(next))));
    }
    return Parts.row("gap-2 align-top", Parts.grow(words), exchange);
  }

  private String count(OutboxState state, long count) {
    return messages.name("outbox", state) + ": " + count;
  }

  private String time(Instant time) {
    return TIME.format(time.atZone(clock.getZone()));
  }
}
