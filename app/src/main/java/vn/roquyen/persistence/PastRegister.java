package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.CALENDAR_DAY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.CalendarDay;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.Rows;

/**
 * The register as it was when only so many changes were known. Rows that were written since are
 * made anew from the journal; the others are those of now.
 */
public final class PastRegister implements Procedures, Rows {
  private final VersionRepository versions;
  private final RowChanges changes;
  private final Projection now;
  private final ProcedureRepository procedures;
  private final MadeRows made = new MadeRows();
  private final int places;
  private final IntFunction<RecordedChange> journal;
  private final boolean same;

  /**
   * @param changes what changes did since
   * @param places how many changes were known
   * @param journal reads a change as it counted then
   * @param same true when all changes counted then that count now and the other way round
   */
  public PastRegister(
      VersionRepository versions,
      RowChanges changes,
      Projection now,
      ProcedureRepository procedures,
      int places,
      IntFunction<RecordedChange> journal,
      boolean same) {
    this.versions = versions;
    this.changes = changes;
    this.now = now;
    this.procedures = procedures;
    this.places = places;
    this.journal = journal;
    this.same = same;
  }

  /**
   * The part of the register that the resolver reasons over; its revision is how many were known.
   *
   * @param current the register of now, read before: what was not written since is taken from it
   */
  public Register register(Register current) {
    return RegisterRepository.register(
        places,
        current,
        entity -> same && since(entity).isEmpty(),
        entity -> all(entity).stream().map(Projection::record).toList());
  }

  /**
   * What was done since to rows of an entity that {@link RowChange#follows}, by key.
   *
   * @return null when changes count now that did not count then, or the other way round
   */
  public @Nullable Map<String, List<RowChange>> written(Entity entity) {
    return same ? since(entity) : null;
  }

  /** Days that differ from the ordinary week, in order. */
  public List<CalendarDay> calendar() {
    return all(Entity.CALENDAR_DAY).stream()
        .map(Projection::record)
        .filter(
            row ->
                RegisterRepository.names(CalendarDay.Kind.class)
                    .contains(row.get(CALENDAR_DAY.KIND)))
        .map(RegisterRepository::calendarDay)
        .toList();
  }

  /** The rows of those keys that were there, by key. */
  public Map<String, Row> findAll(Entity entity, Collection<String> keys) {
    Set<String> anew = new HashSet<>(keys);
    if (!same) {
      return made(entity, anew);
    }
    anew.retainAll(anew(entity));
    Map<String, Row> rows = new HashMap<>(made(entity, anew));
    List<String> others = keys.stream().filter(key -> !anew.contains(key)).toList();
    if (!others.isEmpty()) {
      rows.putAll(now.findAll(entity, others));
    }
    return rows;
  }

  @Override
  public @Nullable Row find(Entity entity, String key) {
    return findAll(entity, List.of(key)).get(key);
  }

  @Override
  public void forEach(Entity entity, Consumer<Row> reader) {
    Set<String> anew = anew(entity);
    TreeMap<String, Row> made = new TreeMap<>(made(entity, anew));
    if (same) {
      now.forEach(
          entity,
          row -> {
            if (!anew.contains(row.key())) {
              Map<String, Row> before = made.headMap(row.key());
              before.values().forEach(reader);
              before.clear();
              reader.accept(row);
            }
          });
    }
    made.values().forEach(reader);
  }

  @Override
  public @Nullable Procedure find(String code) {
    return summaries(List.of(code)).get(code);
  }

  @Override
  public Map<String, Procedure> summaries(Collection<String> codes) {
    Map<String, Procedure> found = new HashMap<>();
    for (List<String> some : versions.portions(Entity.PROCEDURE, codes)) {
      findAll(Entity.PROCEDURE, some)
          .forEach((code, row) -> found.put(code, procedure(row, ProcedureRepository.SHORT)));
    }
    return found;
  }

  @Override
  public List<Procedure> withDossiers(Collection<String> codes) {
    return new TreeMap<>(findAll(Entity.PROCEDURE, codes))
        .values().stream().map(row -> procedure(row, ProcedureRepository.WITH_DOSSIER)).toList();
  }

  @Override
  public void forEachSummary(Consumer<Procedure> reader) {
    forEach(procedures::forEachSummary, ProcedureRepository.SHORT, reader);
  }

  @Override
  public void forEachWithBasis(Consumer<Procedure> reader) {
    forEach(procedures::forEachWithBasis, ProcedureRepository.WITH_BASIS, reader);
  }

  private void forEach(
      Consumer<Consumer<Procedure>> ofNow, List<Field<String>> fields, Consumer<Procedure> reader) {
    Set<String> anew = anew(Entity.PROCEDURE);
    if (same) {
      ofNow.accept(
          procedure -> {
            if (!anew.contains(procedure.code())) {
              reader.accept(procedure);
            }
          });
    }
    for (List<String> some : versions.portions(Entity.PROCEDURE, anew)) {
      made(Entity.PROCEDURE, some).values().forEach(row -> reader.accept(procedure(row, fields)));
    }
  }

  private List<Row> all(Entity entity) {
    List<Row> rows = new ArrayList<>();
    forEach(entity, rows::add);
    return rows;
  }

  /** The keys of the rows that have to be made anew. */
  private Set<String> anew(Entity entity) {
    return same && RowChange.follows(entity)
        ? since(entity).keySet()
        : versions.writtenFrom(entity, same ? places : 0);
  }

  private Map<String, List<RowChange>> since(Entity entity) {
    return changes.since(entity, places);
  }

  private Map<String, Row> made(Entity entity, Collection<String> keys) {
    if (!same || !RowChange.follows(entity) || entity == Entity.PROCEDURE) {
      return made.of(entity, keys, unknown -> versions.at(entity, unknown, places, journal));
    }
    Map<String, Row> rows = new HashMap<>();
    Map<String, List<RowChange>> since = since(entity);
    for (String key : keys) {
      Row before = since.getOrDefault(key, List.of()).getFirst().before();
      if (before != null) {
        rows.put(key, before);
      }
    }
    return rows;
  }

  /** The procedure with those fields only: whole ones of a catalogue would fill the memory. */
  private static Procedure procedure(Row row, List<Field<String>> fields) {
    Map<String, Object> values = new HashMap<>();
    for (Field<String> field : fields) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      Object value = row.values().get(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return procedure(new Row(row.entity(), row.key(), values));
  }

  private static Procedure procedure(Row row) {
    return ProcedureRepository.procedure(Projection.record(row));
  }
}
