package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Row;
import vn.roquyen.persistence.Projection;

/**
 * Which rows a newer snapshot no longer has (ADR 0003). An input speaks for the whole of a kind
 * when it holds at least half of the rows that are there; a smaller one only adds. Nothing is
 * removed that a remaining row refers to, nor by an input some of whose rows could not be read.
 */
final class GoneRows {
  private static final int PAGE = 200;

  private final Projection projection;
  private final Map<Entity, IncomingRows> incoming;
  private final ReferenceCheck references;

  GoneRows(Projection projection, Map<Entity, IncomingRows> incoming, ReferenceCheck references) {
    this.projection = projection;
    this.incoming = incoming;
    this.references = references;
  }

  /** Notes the rows that are to be removed. */
  void find() {
    incoming.forEach(
        (entity, rows) -> {
          if (!rows.incomplete) {
            rows.gone.addAll(absent(entity, rows));
          }
        });
    if (incoming.values().stream().anyMatch(rows -> !rows.gone.isEmpty())) {
      keepWhatIsReferredTo();
    }
  }

  private Set<String> absent(Entity entity, IncomingRows rows) {
    Set<String> there = projection.keys(entity);
    Set<String> absent = new HashSet<>(there);
    absent.removeAll(rows.seen.keySet());
    if (absent.size() * 2 > there.size()) {
      return Set.of();
    }
    return entity == Entity.PROCEDURE ? ofOlderSnapshots(absent, rows) : absent;
  }

  /**
   * A procedure that never came from a catalogue, or from a newer one, is not this one's to end.
   */
  private Set<String> ofOlderSnapshots(Set<String> absent, IncomingRows rows) {
    Set<String> older = new HashSet<>();
    String newest = rows.newestSnapshot;
    List<String> keys = List.copyOf(absent);
    for (int from = 0; newest != null && from < keys.size(); from += PAGE) {
      List<String> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
      for (Row row : projection.findAll(Entity.PROCEDURE, page).values()) {
        if (row.values().get("snapshot") instanceof String day && day.compareTo(newest) <= 0) {
          older.add(row.key());
        }
      }
    }
    return older;
  }

  private void keepWhatIsReferredTo() {
    Map<Entity, Set<String>> used = new EnumMap<>(Entity.class);
    references.forEachReference((from, column, key) -> use(used, from, column, key));
    List<Row> undecided = new ArrayList<>();
    for (Entity entity : Entity.values()) {
      if (!References.of(entity).isEmpty()) {
        IncomingRows rows = incoming.getOrDefault(entity, new IncomingRows());
        projection.forEach(
            entity,
            row -> {
              if (rows.gone.contains(row.key())) {
                undecided.add(row);
              } else if (!rows.has(row.key())) {
                use(used, row);
              }
            });
      }
    }
    while (keep(used, undecided)) {
      // A row that stays keeps what it refers to; that may keep further rows.
    }
  }

  private boolean keep(Map<Entity, Set<String>> used, List<Row> undecided) {
    boolean kept = false;
    for (Map.Entry<Entity, IncomingRows> entry : incoming.entrySet()) {
      Set<String> keys = used.getOrDefault(entry.getKey(), Set.of());
      kept |= entry.getValue().gone.removeAll(keys);
    }
    for (Row row : List.copyOf(undecided)) {
      IncomingRows rows = incoming.get(row.entity());
      if (rows == null || !rows.gone.contains(row.key())) {
        undecided.remove(row);
        use(used, row);
      }
    }
    return kept;
  }

  private static void use(Map<Entity, Set<String>> used, Row row) {
    ReferenceCheck.references(row).forEach((column, key) -> use(used, row.entity(), column, key));
  }

  private static void use(Map<Entity, Set<String>> used, Entity from, String column, String key) {
    for (Entity target : References.of(from).getOrDefault(column, List.of())) {
      used.computeIfAbsent(target, any -> new HashSet<>()).add(key);
    }
  }
}
