package vn.roquyen.ui;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Stats;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.shell.ShellView;
import vn.roquyen.ui.shell.ShellViewModel;

/**
 * Keeps what stands around the screens in step with the data: the status bar, the to-dos, the first
 * day that can be asked for, and the entries of the rail.
 */
final class FrameFacts {
  private final Services services;
  private final Background.Lane lane;
  private final ShellViewModel model;
  private final ShellView shell;
  private final Messages messages;
  private final Consumer<Throwable> onFailed;
  private boolean mayEdit;

  FrameFacts(
      Services services,
      Background.Lane lane,
      ShellViewModel model,
      ShellView shell,
      Messages messages,
      Consumer<Throwable> onFailed) {
    this.services = services;
    this.lane = lane;
    this.model = model;
    this.shell = shell;
    this.messages = messages;
    this.onFailed = onFailed;
  }

  /** Reads all of it anew. */
  void follow() {
    status();
    todo();
    beginning();
    key();
  }

  /** What the certificate of this folder's key allows, as far as it was read. */
  boolean mayEdit() {
    return mayEdit;
  }

  /** Who may edit has the screen for it, whatever he called himself at the first start. */
  void key() {
    lane.run(
        services.exchange().folder()::mayEdit,
        may -> {
          mayEdit = may;
          shell.setPlaces(Screens.places(may));
        },
        onFailed);
  }

  /** A register that was empty can answer for a past day once it holds something. */
  void beginning() {
    lane.run(
        () -> Optional.ofNullable(services.history().times().begins()),
        first -> model.setBegins(first.orElse(null)),
        onFailed);
  }

  /** What the commune of this machine has still to confirm. */
  void todo() {
    Standpoint from = model.standpoint().get();
    if (from != null) {
      lane.run(
          () -> services.history().news().toConfirm(from.unit(), LocalDate.now(services.clock())),
          model.todo()::set,
          onFailed);
    }
  }

  void status() {
    lane.run(services.stats()::stats, this::show, onFailed);
    Services.Exchange exchange = services.exchange();
    AgeChip age = new AgeChip(exchange.folder(), exchange.sync(), services.clock(), messages);
    lane.run(age::read, known -> shell.setAge(age.of(known)), onFailed);
  }

  private void show(Stats stats) {
    LocalDate day = stats.dataDate();
    shell.setStatus(
        day == null
            ? messages.text("status.data.none")
            : messages.text("status.data", Dates.text(day)),
        messages.text("status.records", stats.records()));
  }
}
