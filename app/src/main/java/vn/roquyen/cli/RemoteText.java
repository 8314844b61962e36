package vn.roquyen.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService;

/** Writes how it stands with the shared stores, for a person or as lines of JSON. */
final class RemoteText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int MAX_NOTES = 10;

  private final RoQuyenCommand program;
  private final Messages messages;
  private final Supplier<UnitNames> units;

  /** For what names no unit. */
  RemoteText(RoQuyenCommand program) {
    this(program, () -> UnitNames.NONE);
  }

  /**
   * @param units asked only when a unit is to be named
   */
  RemoteText(RoQuyenCommand program, Supplier<UnitNames> units) {
    this.program = program;
    this.messages = program.messages();
    this.units = units;
  }

  void added(StoreService.Store store) {
    if (program.json()) {
      program.line(Json.line(object(store)));
    } else {
      program.line(messages.text("cli.remote.added", store.name(), store.address()));
    }
  }

  void removed(String name) {
    if (program.json()) {
      program.line(Json.line(Map.of("name", name, "removed", true)));
    } else {
      program.line(messages.text("cli.remote.removed", name));
    }
  }

  void checked(StoreService.Checked checked) {
    String text = messages.text(checked.state().messageKey(), checked.arguments());
    StoreService.Found found = checked.found();
    String way = found == null ? null : found.way();
    if (program.json()) {
      Map<String, @Nullable Object> object = object(checked.store());
      object.put("state", checked.state());
      object.put("way", way);
      object.put("open", found == null ? null : found.open());
      object.put("message", way == null ? text : messages.text("cli.remote.usable"));
      program.line(Json.line(object));
    } else {
      String said = way == null ? text : messages.text("cli.remote.usable");
      program.line(messages.text("cli.remote.line", checked.store().name(), said));
      if (found != null && found.open()) {
        program.line("  " + messages.text("store.open"));
      }
    }
  }

  void standings(List<SyncService.Standing> standings) {
    if (standings.isEmpty() && !program.json()) {
      program.line(messages.text("cli.remote.none"));
    }
    for (SyncService.Standing each : standings) {
      if (program.json()) {
        Map<String, @Nullable Object> object = object(each.store());
        object.put("state", each.state());
        object.put("waiting", each.waiting());
        object.put("stored", each.stored());
        object.put("received", each.received());
        object.put("lastSuccess", each.lastSuccess());
        program.line(Json.line(object));
      } else {
        program.line(messages.text("cli.remote.line", each.store().name(), each.store().address()));
        program.line("  " + counts(each));
      }
    }
  }

  /** One line for a round, and one for each thing that was not taken. */
  void round(SyncService.Round round) {
    if (program.json()) {
      program.line(Json.line(object(round)));
    } else {
      program.line(line(round));
      notes(round).stream().limit(MAX_NOTES).forEach(note -> program.line("  " + note));
    }
  }

  /** The same among many rounds: with the time, and when the next one is due. */
  void round(SyncService.Round round, Instant next) {
    Instant now = program.clock().instant();
    if (program.json()) {
      Map<String, @Nullable Object> object = object(round);
      object.put("time", now);
      object.put("next", next);
      program.line(Json.line(object));
    } else {
      program.line(
          messages.text(
              "cli.sync.again",
              time(now),
              line(round),
              near(next, now).format(next.atZone(zone()))));
      notes(round).stream().limit(MAX_NOTES).forEach(note -> program.line("  " + note));
    }
  }

  private String line(SyncService.Round round) {
    return round.state() == RemoteState.READY
        ? messages.text(
            "cli.sync.round",
            round.store(),
            round.sent(),
            round.fetched(),
            round.applied(),
            round.held(),
            round.refused())
        : messages.text("cli.sync.failed", round.store(), state(round));
  }

  private List<String> notes(SyncService.Round round) {
    return round.notes().stream()
        .map(note -> messages.reason(note.messageKey(), note.arguments(), units.get()))
        .toList();
  }

  /** The hour is enough for what comes within a day. */
  private static DateTimeFormatter near(Instant next, Instant now) {
    return Duration.between(now, next).compareTo(Duration.ofDays(1)) < 0 ? CLOCK : TIME;
  }

  /** Where the own changes are, in the words of the screen. */
  void outbox(Map<OutboxState, Long> outbox) {
    outbox.forEach(
        (state, count) -> {
          if (count > 0) {
            program.line(messages.text("cli.sync.outbox", messages.name("outbox", state), count));
          }
        });
  }

  String state(SyncService.Round round) {
    return messages.text(round.state().messageKey(), round.arguments());
  }

  private String counts(SyncService.Standing each) {
    Instant last = each.lastSuccess();
    return messages.text(
        "cli.remote.counts",
        each.waiting(),
        each.stored(),
        each.received(),
        last == null ? messages.text("cli.remote.never") : time(last));
  }

  private String time(Instant time) {
    return TIME.format(time.atZone(zone()));
  }

  private ZoneId zone() {
    return program.clock().getZone();
  }

  private Map<String, @Nullable Object> object(SyncService.Round round) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("store", round.store());
    object.put("state", round.state());
    object.put("message", state(round));
    object.put("sent", round.sent());
    object.put("fetched", round.fetched());
    object.put("applied", round.applied());
    object.put("held", round.held());
    object.put("refused", round.refused());
    Duration retry = round.retryIn();
    object.put("retrySeconds", retry == null ? null : retry.toSeconds());
    object.put("notes", notes(round));
    return object;
  }

  private static Map<String, @Nullable Object> object(StoreService.Store store) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", store.name());
    object.put("address", store.address());
    object.put("user", store.user());
    object.put("metered", store.metered());
    return object;
  }
}
