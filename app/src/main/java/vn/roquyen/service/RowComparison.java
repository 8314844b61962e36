package vn.roquyen.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.persistence.Projection;

/**
 * Compares incoming rows with those that are there, a page at a time, so that memory is bounded.
 */
final class RowComparison {
  private static final int PAGE = 200;

  /** Characters that, packed, surely fit into one change, so that nothing is packed in vain. */
  static final int HEAVY = 900_000;

  /** What is done with an incoming row. */
  enum Verdict {
    ADDED,
    CHANGED,
    UNCHANGED,
    OLDER
  }

  /**
   * An incoming row and what is done with it.
   *
   * @param operation null when there is nothing to write
   */
  record Compared(Row row, Verdict verdict, @Nullable Operation operation) {}

  /** Takes what was compared. */
  interface Sink {
    void take(Compared compared);
  }

  private final Projection projection;
  private final Entity entity;
  private final Set<String> stated;
  private final boolean anyThere;
  private final Sink sink;
  private final List<Row> page = new ArrayList<>();
  private long weight;

  RowComparison(Projection projection, Entity entity, Set<String> stated, Sink sink) {
    this.projection = projection;
    this.entity = entity;
    this.stated = stated;
    this.sink = sink;
    this.anyThere = projection.count(entity) > 0;
  }

  void add(Row row) {
    page.add(row);
    weight += row.weight();
    if (page.size() >= PAGE || weight >= HEAVY) {
      flush();
    }
  }

  void flush() {
    Map<String, Row> there =
        anyThere && !page.isEmpty()
            ? projection.findAll(entity, page.stream().map(Row::key).toList())
            : Map.of();
    for (Row row : page) {
      sink.take(compare(row, there.get(row.key())));
    }
    page.clear();
    weight = 0;
  }

  private Compared compare(Row incoming, @Nullable Row there) {
    if (there == null) {
      return new Compared(
          incoming, Verdict.ADDED, new Operation.Insert(entity, incoming.key(), incoming.values()));
    }
    if (isOlder(incoming, there)) {
      return new Compared(incoming, Verdict.OLDER, null);
    }
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (String name : stated) {
      Object value = incoming.values().get(name);
      if (!Objects.equals(value, there.values().get(name))) {
        changes.put(name, value);
      }
    }
    return changes.isEmpty()
        ? new Compared(incoming, Verdict.UNCHANGED, null)
        : new Compared(
            incoming, Verdict.CHANGED, new Operation.SetFields(entity, incoming.key(), changes));
  }

  private static boolean isOlder(Row incoming, Row there) {
    return incoming.values().get("snapshot") instanceof String day
        && there.values().get("snapshot") instanceof String newest
        && day.compareTo(newest) < 0;
  }
}
