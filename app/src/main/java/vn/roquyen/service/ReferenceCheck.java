package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.persistence.Projection;

/** Whether what incoming rows refer to is there, or comes in with them. */
final class ReferenceCheck {
  private static final String INSTRUMENT = "instrument_id";
  private static final String PROVISION = "provision_id";

  /** A row that refers to others. */
  private record Referring(
      Entity entity, String key, IncomingRows.Place place, Map<String, String> references) {}

  private final Projection projection;
  private final Map<Entity, IncomingRows> incoming;
  private final Map<Entity, Set<String>> there = new EnumMap<>(Entity.class);
  private final List<Referring> rows = new ArrayList<>();
  private final Map<String, String> provisions = new HashMap<>();

  ReferenceCheck(Projection projection, Map<Entity, IncomingRows> incoming) {
    this.projection = projection;
    this.incoming = incoming;
  }

  void note(Row row, IncomingRows.Place place) {
    Map<String, String> references = references(row);
    if (row.entity() == Entity.PROVISION && references.containsKey(INSTRUMENT)) {
      provisions.put(row.key(), references.get(INSTRUMENT));
    }
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
        BadRow problem = problem(row, cascade);
        if (problem != null) {
          own.reject(row.key());
          again = cascade;
          report.accept(problem);
        }
      }
    }
  }

  private @Nullable BadRow problem(Referring row, boolean cascade) {
    for (Map.Entry<String, String> reference : row.references().entrySet()) {
      if (!isKnown(row.entity(), reference.getKey(), reference.getValue(), cascade)) {
        return problem(row, RowProblem.REFERENCE_UNKNOWN, reference.getKey());
      }
    }
    String provision = row.references().get(PROVISION);
    String instrument = row.references().get(References.provisionOf(row.entity()));
    return provision == null || instrumentOf(provision).equals(instrument)
        ? null
        : problem(row, RowProblem.PROVISION_ELSEWHERE, PROVISION);
  }

  /** The instrument of a provision that comes in or is there. */
  private String instrumentOf(String provision) {
    return provisions.computeIfAbsent(
        provision,
        id -> {
          Row row = projection.find(Entity.PROVISION, id);
          return row == null ? "" : Objects.toString(row.values().get(INSTRUMENT), "");
        });
  }

  /** Keys that a row of the entity refers to, by column. */
  static Map<String, String> references(Row row) {
    Map<String, List<Entity>> columns = References.of(row.entity());
    if (columns.isEmpty()) {
      return Map.of();
    }
    Map<String, String> found = new LinkedHashMap<>();
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

  private static BadRow problem(Referring row, RowProblem problem, String column) {
    return new BadRow(
        row.place().file().name(),
        row.place().line(),
        problem,
        column,
        String.valueOf(row.references().get(column)));
  }
}
