package vn.roquyen.ui.sync;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ExchangeService.Weight;
import vn.roquyen.service.FileOutcome;
import vn.roquyen.service.SyncService.Round;
import vn.roquyen.ui.common.Amounts;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.sync.SyncViewModel.Event;
import vn.roquyen.ui.sync.SyncViewModel.State;

/** Sends parcels and takes files in: by hand, by USB stick, or dragged onto the window. */
final class TransferPanel {
  private static final int MOST_FILES = 12;

  private final SyncViewModel model;
  private final Messages messages;
  private final Label weight = Parts.wrapped("");
  private final VBox drives = Parts.column("gap-1");
  private final VBox outcome = Parts.column("gap-1");
  private final VBox waiting = Parts.column("gap-1");
  private final RoundBar bar;
  private final ProgressIndicator turning = new ProgressIndicator();
  private final VBox root;
  private UnitNames units = UnitNames.NONE;

  TransferPanel(SyncViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.bar = new RoundBar(model, messages);
    Button send =
        Parts.button(Feather.UPLOAD, messages.text("sync.send.own"), () -> save(true), "accent");
    Button all = Parts.button(messages.text("sync.send.all"), () -> save(false));
    Button take = Parts.button(Feather.DOWNLOAD, messages.text("sync.receive"), this::choose);
    turning.getStyleClass().add("rq-turning");
    turning.setAccessibleText(messages.text("sync.busy"));
    for (Button button : List.of(send, all, take)) {
      button.disableProperty().bind(model.busy());
    }
    model.busy().subscribe(busy -> Parts.show(turning, busy));
    root =
        Parts.column(
            "gap-2 rq-panel",
            Parts.label(messages.text("sync.transfer"), "rq-strong"),
            weight,
            Parts.flow("rq-facets", send, all, take, turning),
            bar.root(),
            drives,
            Parts.wrapped(messages.text("sync.drag"), "rq-meta"),
            outcome,
            waiting);
    model.drives().subscribe(this::showDrives);
    model.event().subscribe(this::show);
    model.running().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  void show(State state) {
    units = state.units();
    weight.setText(weight(state.own()));
    List<Node> lines = new ArrayList<>();
    if (!state.waiting().isEmpty()) {
      lines.add(Parts.label(messages.text("sync.held", state.waiting().size()), "rq-head"));
      state.waiting().stream().limit(MOST_FILES).map(this::line).forEach(lines::add);
    }
    waiting.getChildren().setAll(lines);
    Parts.show(waiting, !lines.isEmpty());
  }

  private String weight(Weight own) {
    return own.changes() == 0
        ? messages.text("sync.weight.none")
        : messages.text(
            "sync.weight",
            own.changes(),
            Amounts.bytes(own.bytes(), messages),
            Amounts.time(Duration.ofSeconds(Math.max(1, own.slowSeconds())), messages));
  }

  private void showDrives(List<Path> plugged) {
    List<Node> lines = new ArrayList<>();
    for (Path drive : plugged) {
      Button send =
          Parts.button(
              Feather.UPLOAD,
              messages.text("sync.usb.send"),
              () -> model.send(drive.resolve(model.parcelName()), true));
      Button take =
          Parts.button(
              Feather.DOWNLOAD,
              messages.text("sync.usb.receive"),
              () -> model.receive(List.of(drive)));
      send.disableProperty().bind(model.busy());
      take.disableProperty().bind(model.busy());
      Path name = drive.getFileName();
      String shown = name == null ? drive.toString() : name.toString();
      Label label = Parts.label(messages.text("sync.usb", shown), "rq-strong");
      label.setGraphic(Icons.of(Feather.HARD_DRIVE));
      lines.add(Parts.flow("rq-facets", label, send, take));
    }
    Parts.replace(drives, lines);
    Parts.show(drives, !lines.isEmpty());
  }

  /** The bar stands here while files are received; a round with a store has its own place. */
  private void show(RoundReport.@Nullable Running running) {
    boolean receives = running != null && running.store().isEmpty();
    Parts.show(bar.root(), receives);
    if (running != null && receives) {
      bar.show(running);
    }
  }

  private void show(@Nullable Event event) {
    List<Node> lines = new ArrayList<>();
    switch (event) {
      case Event.Received received -> {
        lines.addAll(received(received.files()));
        if (received.stopped()) {
          lines.addFirst(Parts.wrapped(messages.text("sync.receiving.stopped")));
        }
      }
      case Event.Sent sent ->
          lines.add(
              line(
                  Chip.good(messages.text("sync.sent")),
                  messages.text(
                      "sync.sent.to",
                      sent.parcel().documents(),
                      sent.parcel().target().toString())));
      case Event.Exchanged exchanged -> lines.addAll(exchanged(exchanged.round()));
      case Event.Stopped stopped ->
          lines.add(
              line(
                  Chip.plain(messages.text("sync.stores.round", stopped.store())),
                  messages.text("sync.round.stopped")));
      case Event.Settled settled -> {}
      case Event.TakenBack back -> {}
      case Event.Resent resent -> {}
      case Event.Declined declined -> {}
      case Event.AskedAgain again -> {}
      case null -> {}
    }
    outcome.getChildren().setAll(lines);
    Parts.show(outcome, !lines.isEmpty());
  }

  private List<Node> exchanged(Round round) {
    List<Node> lines = new ArrayList<>();
    boolean ready = round.state() == RemoteState.READY;
    String said = messages.text(round.state().messageKey(), round.arguments());
    String name = messages.text("sync.stores.round", round.store());
    lines.add(line(ready ? Chip.good(name) : Chip.check(name), said));
    lines.add(
        Parts.flow(
            "rq-facets",
            Chip.plain(messages.text("sync.round.sent", round.sent())),
            Chip.plain(messages.text("sync.round.applied", round.applied())),
            round.held() > 0
                ? Chip.check(messages.text("sync.round.held", round.held()))
                : Chip.plain(messages.text("sync.round.held", 0)),
            round.refused() > 0
                ? Chip.bad(messages.text("sync.round.refused", round.refused()))
                : Chip.plain(messages.text("sync.round.refused", 0))));
    round.notes().stream()
        .limit(MOST_FILES)
        .map(
            note ->
                Parts.wrapped(
                    messages.reason(note.messageKey(), note.arguments(), units), "rq-meta"))
        .forEach(lines::add);
    return lines;
  }

  private List<Node> received(List<FileOutcome> files) {
    List<Node> lines = new ArrayList<>();
    int changes = files.stream().mapToInt(FileOutcome::changes).sum();
    lines.add(Parts.wrapped(messages.text("sync.received", files.size(), changes), "rq-strong"));
    files.stream()
        .sorted((left, right) -> right.kind().compareTo(left.kind()))
        .limit(MOST_FILES)
        .map(this::line)
        .forEach(lines::add);
    if (files.size() > MOST_FILES) {
      lines.add(Parts.label(messages.text("sync.more", files.size() - MOST_FILES), "rq-meta"));
    }
    return lines;
  }

  private Node line(FileOutcome file) {
    String kind = messages.name("sync.outcome", file.kind());
    Label chip =
        switch (file.kind()) {
          case APPLIED -> Chip.good(kind);
          case KNOWN -> Chip.plain(kind);
          case HELD -> Chip.check(kind);
          case REFUSED -> Chip.bad(kind);
        };
    Path name = Path.of(file.file()).getFileName();
    String words = name == null ? file.file() : name.toString();
    if (file.reason() != null) {
      words += ": " + messages.reason("sync.reason." + file.reason(), file.arguments(), units);
    }
    return line(chip, words);
  }

  private static Node line(Label chip, String words) {
    return Parts.row("gap-1 align-top", chip, Parts.grow(Parts.wrapped(words)));
  }

  private void save(boolean ownOnly) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("sync.send.title"));
    chooser.setInitialFileName(model.parcelName());
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(messages.text("sync.parcel"), "*.rqp"));
    File chosen = chooser.showSaveDialog(root.getScene().getWindow());
    if (chosen != null) {
      Path path = chosen.toPath();
      boolean named = path.getFileName().toString().endsWith(".rqp");
      model.send(named ? path : path.resolveSibling(path.getFileName() + ".rqp"), ownOnly);
    }
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("sync.receive.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                messages.text("sync.files"),
                "*.rqp",
                "*.rqc",
                "*.certificate",
                "*.revocation",
                "*.root"),
            new FileChooser.ExtensionFilter(messages.text("importing.allFiles"), "*"));
    List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
    if (chosen != null) {
      model.receive(chosen.stream().map(File::toPath).toList());
    }
  }
}
