package vn.roquyen.ui.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.KeyLine;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.sync.SyncViewModel.State;

/** The devices of the own unit and their certificates. */
final class KeysPanel {
  private final Messages messages;
  private final Clock clock;
  private final VBox list = Parts.column("gap-2");
  private final VBox root;

  KeysPanel(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
    root =
        Parts.column("gap-2 rq-panel", Parts.label(messages.text("sync.keys"), "rq-strong"), list);
  }

  Node root() {
    return root;
  }

  void show(State state) {
    List<KeyLine> keys = state.keys();
    list.getChildren()
        .setAll(
            keys.isEmpty()
                ? List.of(Parts.wrapped(messages.text("sync.keys.none"), "rq-meta"))
                : keys.stream().map(key -> line(key, state.units())).toList());
  }

  private Node line(KeyLine key, UnitNames units) {
    String roles =
        key.roles().stream()
            .sorted()
            .map(role -> messages.name("keyRole", role))
            .collect(Collectors.joining(", "));
    List<String> words = new ArrayList<>();
    if (!key.name().isBlank()) {
      words.add(key.name());
    }
    words.add(roles);
    if (!key.unit().equals(key.name())) {
      words.add(messages.unit(key.unit(), units));
    }
    FlowPane head =
        Parts.flow("rq-facets", Parts.label(String.join(" · ", words), "rq-strong"), chip(key));
    if (key.own()) {
      head.getChildren().add(Chip.plain(messages.text("sync.keys.own")));
    }
    return Parts.column(
        "gap-half",
        head,
        Parts.wrapped(
            messages.text("sync.keys.line", key.id(), day(key.from()), day(key.to())), "rq-meta"));
  }

  private Label chip(KeyLine key) {
    String words = messages.name("keyState", key.state());
    return switch (key.state()) {
      case VALID -> Chip.good(words);
      case EXPIRED -> Chip.check(words);
      case REVOKED -> Chip.bad(words);
    };
  }

  private String day(Instant time) {
    return Dates.text(time.atZone(clock.getZone()).toLocalDate());
  }
}
