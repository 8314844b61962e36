package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.ROW_CHANGE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;

/** Reads what changes did to rows; keeps what was read until the tables follow the journal on. */
public final class RowChanges {
  private final Database database;
  private final Projection tables;
  private final Map<Entity, Map<String, List<RowChange>>> known = new EnumMap<>(Entity.class);
  private Projection.@Nullable Applied at;
  private int from = Integer.MAX_VALUE;

  public RowChanges(Database database, Projection tables) {
    this.database = database;
    this.tables = tables;
  }

  /**
   * What was done to rows of an entity from a place of the journal on, by key, in the order of the
   * journal.
   */
  public synchronized Map<String, List<RowChange>> since(Entity entity, int place) {
    Projection.Applied now = tables.applied();
    if (!now.equals(at) || place < from) {
      read(place);
      at = now;
      from = place;
    }
    Map<String, List<RowChange>> all = known.getOrDefault(entity, Map.of());
    if (place == from) {
      return all;
    }
    Map<String, List<RowChange>> later = new LinkedHashMap<>();
    all.forEach(
        (key, changes) -> {
          if (changes.getLast().place() >= place) {
            later.put(key, changes.stream().filter(one -> one.place() >= place).toList());
          }
        });
    return later;
  }

  private void read(int place) {
    known.clear();
    database
        .read(
            dsl ->
                dsl.select(ROW_CHANGE.PLACE, ROW_CHANGE.ENTITY, ROW_CHANGE.PACKED)
                    .from(ROW_CHANGE)
                    .where(ROW_CHANGE.PLACE.ge(place))
                    .orderBy(ROW_CHANGE.PLACE, ROW_CHANGE.NUMBER)
                    .fetch())
        .forEach(
            piece -> {
              Entity entity = VersionRepository.known(piece.value2());
              Map<String, List<RowChange>> rows =
                  known.computeIfAbsent(entity, fresh -> new LinkedHashMap<>());
              RowChangeCodec.unpack(
                  entity,
                  piece.value1(),
                  piece.value3(),
                  (key, change) ->
                      rows.computeIfAbsent(key, fresh -> new ArrayList<>(1)).add(change));
            });
  }
}
