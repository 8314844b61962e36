package vn.roquyen.persistence;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static vn.roquyen.persistence.jooq.Tables.ADMIN_PROCEDURE;
import static vn.roquyen.persistence.jooq.Tables.AUTHORITY_GRANT;
import static vn.roquyen.persistence.jooq.Tables.INSTRUMENT;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;

/** Counts the rows of the register without reading them. */
public final class CountRepository {
  private final Database database;

  public CountRepository(Database database) {
    this.database = database;
  }

  /** How many rows each entity has. */
  public Map<Entity, Integer> rows() {
    return database.read(
        dsl -> {
          Map<Entity, Integer> rows = new EnumMap<>(Entity.class);
          for (Entity entity : Entity.values()) {
            rows.put(entity, dsl.fetchCount(Projection.table(entity)));
          }
          return rows;
        });
  }

  /** How many procedures bear each tag of a tier; one procedure may bear several. */
  public Map<String, Integer> proceduresByLevel() {
    Map<String, Integer> byLevel = new TreeMap<>();
    database
        .read(
            dsl ->
                dsl.select(ADMIN_PROCEDURE.LEVELS, count())
                    .from(ADMIN_PROCEDURE)
                    .where(ADMIN_PROCEDURE.LEVELS.isNotNull())
                    .groupBy(ADMIN_PROCEDURE.LEVELS)
                    .fetchMap(ADMIN_PROCEDURE.LEVELS, count()))
        .forEach(
            (levels, number) -> {
              for (String level : levels.split("\\|")) {
                byLevel.merge(level.strip(), number, Integer::sum);
              }
            });
    return byLevel;
  }

  /** How many grants there are of each route. */
  public Map<Mode, Integer> grantsByMode() {
    Map<Mode, Integer> byMode = new EnumMap<>(Mode.class);
    database
        .read(
            dsl ->
                dsl.select(AUTHORITY_GRANT.MODE, count())
                    .from(AUTHORITY_GRANT)
                    .where(AUTHORITY_GRANT.MODE.in(RegisterRepository.names(Mode.class)))
                    .groupBy(AUTHORITY_GRANT.MODE)
                    .fetchMap(AUTHORITY_GRANT.MODE, count()))
        .forEach((mode, number) -> byMode.put(Mode.valueOf(mode), number));
    return byMode;
  }

  /** The newest day on which procedures were read from the catalogue, or null. */
  public @Nullable LocalDate newestSnapshot() {
    String day =
        database.read(
            dsl ->
                dsl.select(max(ADMIN_PROCEDURE.SNAPSHOT))
                    .from(ADMIN_PROCEDURE)
                    .fetchSingle(0, String.class));
    return day == null ? null : LocalDate.parse(day);
  }

  /**
   * The newest day of issue, up to a day, of an instrument whose status the register knows, or
   * null.
   */
  public @Nullable LocalDate newestInstrument(LocalDate upTo) {
    return database.read(
        dsl ->
            dsl.select(max(INSTRUMENT.ISSUED_ON))
                .from(INSTRUMENT)
                .where(INSTRUMENT.ISSUED_ON.le(upTo))
                .and(INSTRUMENT.STATUS.ne(InstrumentStatus.UNKNOWN.name()))
                .fetchSingle(0, LocalDate.class));
  }
}
