package vn.roquyen.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.impact.Difference.Cause;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.persistence.RowChange;
import vn.roquyen.persistence.VersionRepository.Version;
import vn.roquyen.persistence.VersionRepository.Writer;

/** The rows that were written between the ends of two days, some of them without a difference. */
final class WrittenRows {
  private final TimeMachine times;
  private final TimeMachine.Then then;
  private final TimeMachine.Then now;
  private final UnitNames units;

  WrittenRows(TimeMachine times, TimeMachine.Then then, TimeMachine.Then now) {
    this.times = times;
    this.then = then;
    this.now = now;
    this.units = UnitNames.of(now.register());
  }

  /** Those of an entity, without the long texts of procedures. */
  Collection<WrittenRow> of(Subject subject) {
    Map<String, List<RowChange>> since = then.rows().written(subject.entity());
    return since == null ? anew(subject, 0) : kept(subject, since);
  }

  /** Hands over rows with all they hold, some at a time: many do not fit into the memory. */
  void whole(Subject subject, Collection<String> ids, Consumer<WrittenRow> taker) {
    Entity entity = subject.entity();
    for (List<String> some : times.versions().portions(entity, ids)) {
      Map<String, Row> before = then.rows().findAll(entity, some);
      Map<String, Row> after = now.rows().findAll(entity, some);
      for (String id : some) {
        taker.accept(WrittenRow.of(subject, id, before.get(id), after.get(id)));
      }
    }
  }

  /** By what was kept of what changes did to rows. */
  private Collection<WrittenRow> kept(Subject subject, Map<String, List<RowChange>> since) {
    Map<String, WrittenRow> rows = new LinkedHashMap<>();
    List<String> unsure = new ArrayList<>();
    Map<Integer, List<Cause>> causes = causes(since);
    since.forEach(
        (id, all) -> {
          List<RowChange> changes = before(all, now.places());
          if (!changes.isEmpty()) {
            rows.put(id, WrittenRow.of(subject, id, changes, causes(changes, causes)));
            if (WrittenRow.isUnsure(subject.entity(), changes)) {
              unsure.add(id);
            }
          }
        });
    whole(
        subject,
        unsure,
        row -> rows.computeIfPresent(row.id(), (id, brief) -> row.brief(brief.causes())));
    return rows.values();
  }

  /** Who wrote the changes between the two days, by place. */
  private Map<Integer, List<Cause>> causes(Map<String, List<RowChange>> since) {
    Map<Integer, List<Cause>> causes = new HashMap<>();
    if (!since.isEmpty()) {
      times
          .versions()
          .writers(then.places(), now.places())
          .forEach((place, by) -> causes.put(place, List.of(cause(by))));
    }
    return causes;
  }

  private static List<Cause> causes(List<RowChange> changes, Map<Integer, List<Cause>> byPlace) {
    if (changes.size() == 1) {
      return byPlace.getOrDefault(changes.getFirst().place(), List.of());
    }
    return changes.stream()
        .map(RowChange::place)
        .distinct()
        .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
        .toList();
  }

  private static List<RowChange> before(List<RowChange> changes, int place) {
    return changes.getLast().place() < place
        ? changes
        : changes.stream().filter(change -> change.place() < place).toList();
  }

  /**
   * From the journal, by what the rows held on both days.
   *
   * @param place from which a row was written; 0 where changes lost or won their effect in between
   */
  Collection<WrittenRow> anew(Subject subject, int place) {
    Map<String, List<Version>> written =
        times.versions().written(subject.entity(), place, now.places());
    List<WrittenRow> rows = new ArrayList<>();
    whole(
        subject,
        written.keySet(),
        row -> rows.add(row.brief(causes(written.getOrDefault(row.id(), List.of())))));
    return rows;
  }

  private List<Cause> causes(List<Version> by) {
    return by.stream()
        .filter(Version::counts)
        .map(one -> cause(one.change(), one.author(), one.unit(), one.received()))
        .toList();
  }

  private Cause cause(Writer by) {
    return cause(by.change(), by.author(), by.unit(), by.received());
  }

  private Cause cause(ChangeId change, String author, String unit, Instant received) {
    return new Cause(change.hex(), author, units.of(unit), times.day(received));
  }
}
