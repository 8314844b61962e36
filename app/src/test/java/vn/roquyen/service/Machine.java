package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.roquyen.TurnedClock;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.DatabaseKey;
import vn.roquyen.sync.Founding;
import vn.roquyen.sync.KeyFolder;
import vn.roquyen.sync.LocalReplica;

/** A data folder of the demonstration on a disk of its own, with a clock that a test turns. */
final class Machine implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  final Path data;
  final TurnedClock clock = new TurnedClock(START);
  Wiring wiring;
  private int sent;

  Machine(Path data, Role role, String unit) {
    this.data = data;
    AppPaths paths = new AppPaths(data);
    KeyFolder keys = new KeyFolder(paths.keys(), DatabaseKey.readOrCreate(paths.databaseKey()));
    try (LocalReplica replica =
        LocalReplica.open(keys, paths.journal(), clock, OperationRules::check)) {
      replica.found(new Founding.Sample(role, unit, "Máy " + data.getFileName()));
    }
    open();
  }

  /** A folder whose publisher is alone, so that no second key is needed. */
  Machine(Path data) {
    this.data = data;
    open();
  }

  /** A commune that keeps a register of its own: it publishes and confirms. */
  static Machine ofCommune(Path data, String unit) {
    AppPaths paths = new AppPaths(data);
    KeyFolder keys = new KeyFolder(paths.keys(), DatabaseKey.readOrCreate(paths.databaseKey()));
    try (LocalReplica replica =
        LocalReplica.open(keys, paths.journal(), new TurnedClock(START), OperationRules::check)) {
      replica.found(new Founding.Own(unit, EnumSet.of(Role.PUBLISHER, Role.COMMUNE), "Máy xã"));
    }
    return new Machine(data);
  }

  void open() {
    wiring = new Wiring(data, clock);
  }

  void reopen() {
    close();
    open();
  }

  void loseDatabase() throws IOException {
    close();
    Files.delete(data.resolve("database/register.mv.db"));
    open();
  }

  void insert(Entity entity, String key, Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    wiring.ledger().record(List.of(new Operation.Insert(entity, key, values)));
  }

  void set(Entity entity, String key, String name, Object value) {
    wiring.ledger().record(List.of(new Operation.SetFields(entity, key, Map.of(name, value))));
  }

  void remove(Entity entity, String key) {
    wiring.ledger().record(List.of(new Operation.Remove(entity, key)));
  }

  /** What comes next is a change of its own. */
  void seal() {
    wiring.ledger().seal();
  }

  Path export(Path target) {
    wiring.exchange().export(target, ExchangeService.Selection.ALL);
    return target;
  }

  List<FileOutcome> receive(Path... paths) {
    return wiring.exchange().receive(List.of(paths));
  }

  String digest() {
    return wiring.exchange().digest();
  }

  /** Hands everything to other machines, a minute later, which refuse none of it. */
  Path send(Machine... to) {
    Path files = export(data.resolveSibling(data.getFileName() + " gửi " + sent++));
    for (Machine each : to) {
      each.clock.forward(60);
      assertThat(each.receive(files))
          .noneMatch(outcome -> outcome.kind() == FileOutcome.Kind.REFUSED);
    }
    return files;
  }

  /** The number of the newest change of this machine. */
  long lastSeq() {
    return wiring.journal().list().stream()
        .map(JournalService.Line::change)
        .filter(Objects::nonNull)
        .filter(change -> change.replica().equals(wiring.folder().identity().replica()))
        .mapToLong(JournalService.Change::seq)
        .max()
        .orElse(-1);
  }

  /** Takes back what another machine's key wrote beyond a change; answers the file that says so. */
  Path revoke(Machine other, long lastGood, Path out) {
    KeyLine key = other.wiring.keys().keys().stream().filter(KeyLine::own).findAny().orElseThrow();
    String replica = other.wiring.folder().identity().replica();
    wiring.keys().revoke(key.id(), replica + ":" + lastGood, out);
    return out;
  }

  /** The value that a row shows, or null. */
  Object value(Entity entity, String key, String name) {
    var row = wiring.histories().shown(entity, key, Instant.MAX);
    return row == null ? null : row.values().get(name);
  }

  @Override
  public void close() {
    wiring.close();
  }
}
