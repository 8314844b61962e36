package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.persistence.Projection;

/** Whether what incoming rows refer to is there, or comes in with them. */
final class ReferenceCheck {
  /** A row that refers to others. */
  private record Referring(
      Entity entity, String key, IncomingRows.Place place, Map<String, String> references) {}

  private final Projection projection;
  private final Map<Entity, IncomingRows> incoming;
  private final Map<Entity, Set<String>> there = new EnumMap<>(Entity.class);
  private final List<Referring> rows = new ArrayList<>();

  ReferenceCheck(Projection projection, Map<Entity, IncomingRows> incoming) {
    this.projection = projection;
    this.incoming = incoming;
  }

  void note(Row row, IncomingRows.Place place) {
    Map<String, String> references = references(row);
    if (!references.isEmpty()) {
      rows.add(new Referring(row.entity(), row.key(), place, references));
    }
  }

  /**
   * Rejects the rows whose references nothing has.
   *
   * @param cascade also rejects what refers to an unusable row, as skipping that one demands
   */
  void rejectUnknown(boolean cascade, Consumer<BadRow> report) {
    boolean again = true;
    while (again) {
      again = false;
      for (Referring row : rows) {
        IncomingRows own = incoming.get(row.entity());
        if (own == null || own.unusable.contains(row.key())) {
          continue;
        }
        for (Map.Entry<String, String> reference : row.references().entrySet()) {
          if (!isKnown(row.entity(), reference.getKey(), reference.getValue(), cascade)) {
            own.reject(row.key());
            again = cascade;
            report.accept(problem(row, reference));
            break;
          }
        }
      }
    }
  }

  /** Keys that a row of the entity refers to, by column. */
  static Map<String, String> references(Row row) {
    Map<String, List<Entity>> columns = References.of(row.entity());
    if (columns.isEmpty()) {
      return Map.of();
    }
    Map<String, String> found = new java.util.LinkedHashMap<>();
    for (String column : columns.keySet()) {
      if (row.values().get(column) instanceof String key) {
        found.put(column, key);
      }
    }
    return found;
  }

  /** Hands over each incoming usable row's entity, column and key referred to. */
  void forEachReference(ReferenceSink sink) {
    for (Referring row : rows) {
      IncomingRows own = incoming.get(row.entity());
      if (own != null && own.has(row.key())) {
        row.references().forEach((column, key) -> sink.take(row.entity(), column, key));
      }
    }
  }

  /** Takes a reference. */
  interface ReferenceSink {
    void take(Entity from, String column, String key);
  }

  private boolean isKnown(Entity entity, String column, String key, boolean strictly) {
    for (Entity target : References.of(entity).getOrDefault(column, List.of())) {
      IncomingRows rowsOfTarget = incoming.get(target);
      boolean comes =
          rowsOfTarget != null
              && (strictly ? rowsOfTarget.has(key) : rowsOfTarget.seen.containsKey(key));
      if (comes || there.computeIfAbsent(target, projection::keys).contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static BadRow problem(Referring row, Map.Entry<String, String> reference) {
    return new BadRow(
        row.place().file().name(),
        row.place().line(),
        RowProblem.REFERENCE_UNKNOWN,
        reference.getKey(),
        reference.getValue());
  }
}
