package vn.roquyen.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.MergePolicy;
import vn.roquyen.domain.MergedRow;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.Sha256;
import vn.roquyen.domain.WritePolicy;

/** The tables of a simulated machine: every version of each row in memory, merged when asked. */
final class SimTables {
  record Version(RecordedChange change, RowEdit edit) {}

  private final Map<String, List<Version>> rows = new TreeMap<>();
  final Map<String, RecordedChange> changes = new HashMap<>();
  private String lineage = "";
  private int count;
  private ChangeId last;

  /** The tables as they stood, for a machine that falls back to an older file. */
  SimTables copy() {
    SimTables copy = new SimTables();
    rows.forEach((key, versions) -> copy.rows.put(key, new ArrayList<>(versions)));
    copy.changes.putAll(changes);
    copy.lineage = lineage;
    copy.count = count;
    copy.last = last;
    return copy;
  }

  void apply(RecordedChange change) {
    changes.put(change.id().hex(), change);
    count = change.position() + 1;
    last = change.id();
    for (RowEdit edit : change.edits()) {
      rows.computeIfAbsent(edit.entity() + "/" + edit.key(), row -> new ArrayList<>())
          .add(new Version(change, edit));
    }
  }

  /** Shows the longer version of the change that was shown last. */
  void replaceLast(RecordedChange longer) {
    takeBackLast();
    apply(longer);
  }

  private void takeBackLast() {
    changes.remove(last.hex());
    rows.values().forEach(all -> all.removeIf(each -> each.change().id().equals(last)));
    count--;
    last = null;
  }

  /** Follows the journal as the ledger does at a start: on from here, or from its beginning. */
  void follow(LocalReplica replica) {
    boolean older = last != null && !last.equals(replica.idAt(count - 1));
    if (older && replica.isAt(count - 1, last)) {
      takeBackLast();
      older = false;
    }
    if (older || count > replica.count() || !lineage.equals(replica.lineage())) {
      rebuild(replica);
      return;
    }
    replica.changesFrom(count, this::past).forEach(this::apply);
    lineage = replica.lineage();
  }

  void rebuild(LocalReplica replica) {
    rows.clear();
    changes.clear();
    count = 0;
    last = null;
    replica.changesFrom(0, this::past).forEach(this::apply);
    lineage = replica.lineage();
  }

  void settled(LocalReplica replica) {
    lineage = replica.lineage();
  }

  WritePolicy.Rows past(History.Entry entry) {
    return (entity, key, column) -> {
      MergedRow row =
          merged(
              rows.getOrDefault(entity.number() + "/" + key, List.of()),
              each ->
                  each.change().counts()
                      && entry.follows(each.change().replica(), each.change().seq()));
      Column field = entity.column(column);
      Object value = row.present() && field != null ? row.value(field.number()) : null;
      return value == null ? null : value.toString();
    };
  }

  /** The rows with the writes that still stand for them, by entity and key. */
  Map<String, MergedRow> merged() {
    Map<String, MergedRow> merged = new TreeMap<>();
    rows.forEach((key, found) -> merged.put(key, merged(found, each -> each.change().counts())));
    return merged;
  }

  /** The row as it is shown, or null. */
  Row row(Entity entity, String key) {
    MergedRow row =
        merged(
            rows.getOrDefault(entity.number() + "/" + key, List.of()),
            each -> each.change().counts());
    Map<String, Object> values = new HashMap<>();
    row.fields()
        .forEach(
            (field, writes) -> {
              if (row.value(field) != null) {
                values.put(entity.column(field).name(), row.value(field));
              }
            });
    return row.present() ? new Row(entity, key, values) : null;
  }

  /** One line that is equal when the rows and what is to be reviewed are. */
  String digest() {
    return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    StringBuilder all = new StringBuilder();
    merged()
        .forEach(
            (key, row) -> {
              if (row.present()) {
                all.append(key).append('=');
                row.fields().forEach((field, writes) -> value(all, row, field));
                row.conflicts().forEach(each -> all.append(" !").append(each.field()));
                all.append('\n');
              }
            });
    return all.toString();
  }

  private static void value(StringBuilder all, MergedRow row, int field) {
    Object value = row.value(field);
    if (value != null) {
      all.append(' ').append(field).append(':').append(value);
    }
  }

  private static MergedRow merged(List<Version> versions, Predicate<Version> wanted) {
    MergedRow row = MergedRow.NONE;
    for (Version version : versions) {
      if (wanted.test(version)) {
        row = MergePolicy.merge(row, version.change().write(version.edit()));
      }
    }
    return row;
  }

  /** The keys of the rows of an entity that are there. */
  List<String> keys(Entity entity) {
    String start = entity.number() + "/";
    return merged().entrySet().stream()
        .filter(each -> each.getKey().startsWith(start) && each.getValue().present())
        .map(each -> each.getKey().substring(start.length()))
        .toList();
  }
}
