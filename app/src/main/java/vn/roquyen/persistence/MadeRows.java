package vn.roquyen.persistence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;

/**
 * Rows that were made anew from the journal, kept for who asks again: to make one of an import, a
 * change as large as a change may be is unpacked. What is too much to keep is made each time.
 */
final class MadeRows {
  /** Characters that are kept; 200 procedures have a million and a half. */
  private static final long MOST = 4_000_000;

  private final Map<Entity, Map<String, Optional<Row>>> kept = new EnumMap<>(Entity.class);
  private long weight;

  /**
   * The rows of those keys that were there, by key.
   *
   * @param making makes those that are not kept
   */
  synchronized Map<String, Row> of(
      Entity entity,
      Collection<String> keys,
      Function<Collection<String>, Map<String, Row>> making) {
    Map<String, Optional<Row>> known = kept.computeIfAbsent(entity, fresh -> new HashMap<>());
    Map<String, Row> rows = new HashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String key : keys) {
      Optional<Row> row = known.get(key);
      if (row == null) {
        unknown.add(key);
      } else {
        row.ifPresent(there -> rows.put(key, there));
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, Row> made = making.apply(unknown);
      rows.putAll(made);
      unknown.forEach(key -> keep(known, key, Optional.ofNullable(made.get(key))));
    }
    return rows;
  }

  private void keep(Map<String, Optional<Row>> known, String key, Optional<Row> row) {
    long more = key.length() + row.map(Row::weight).orElse(0L);
    if (weight + more <= MOST) {
      weight += more;
      known.put(key, row);
    }
  }
}
