package vn.roquyen.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static vn.roquyen.persistence.jooq.Tables.AUTHORITY_GRANT;
import static vn.roquyen.persistence.jooq.Tables.BODY;
import static vn.roquyen.persistence.jooq.Tables.CALENDAR_DAY;
import static vn.roquyen.persistence.jooq.Tables.COMMUNE;
import static vn.roquyen.persistence.jooq.Tables.FIELD;
import static vn.roquyen.persistence.jooq.Tables.INSTRUMENT;
import static vn.roquyen.persistence.jooq.Tables.INSTRUMENT_RELATION;
import static vn.roquyen.persistence.jooq.Tables.POWER;
import static vn.roquyen.persistence.jooq.Tables.PROVISION;
import static vn.roquyen.persistence.jooq.Tables.REGISTER_STATE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.BodyKind;
import vn.roquyen.domain.CalendarDay;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.SixClears;

/**
 * Reads the small part of the register whole: bodies, powers, grants, instruments, communes,
 * calendar.
 */
public final class RegisterRepository {
  private static final Register EMPTY =
      new Register(
          0, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());

  private final Database database;

  public RegisterRepository(Database database) {
    this.database = database;
  }

  /** The register as one consistent value. */
  public Register load() {
    return database.read(
        dsl ->
            register(
                dsl.select(REGISTER_STATE.REVISION)
                    .from(REGISTER_STATE)
                    .fetchSingle(REGISTER_STATE.REVISION),
                entity ->
                    dsl.selectFrom(Projection.table(entity))
                        .orderBy(Projection.keyField(entity))
                        .fetch()));
  }

  /** Days that differ from the ordinary week, in order. */
  public List<CalendarDay> calendar() {
    return database.read(
        dsl ->
            dsl.selectFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.KIND.in(names(CalendarDay.Kind.class)))
                .orderBy(CALENDAR_DAY.ON_DATE)
                .fetch(RegisterRepository::calendarDay));
  }

  static CalendarDay calendarDay(Record found) {
    return new CalendarDay(
        found.get(CALENDAR_DAY.ON_DATE),
        CalendarDay.Kind.valueOf(found.get(CALENDAR_DAY.KIND)),
        found.get(CALENDAR_DAY.NAME),
        found.get(CALENDAR_DAY.BASIS),
        found.get(CALENDAR_DAY.STATUS));
  }

  /**
   * The register that those rows make, each list in the order of the keys. A row that lacks what
   * every such row states, or states it in a word of a newer program, is left out: one such row
   * must not keep the others from being read.
   */
  static Register register(long revision, Function<Entity, List<? extends Record>> rows) {
    return register(revision, EMPTY, entity -> false, rows);
  }

  /**
   * The same, with the parts of another register that are equal to it.
   *
   * @param equal says of which entities the rows are those of the other
   */
  static Register register(
      long revision,
      Register other,
      Predicate<Entity> equal,
      Function<Entity, List<? extends Record>> rows) {
    return new Register(
        revision,
        equal.test(Entity.COMMUNE)
            ? other.communes()
            : byId(rows.apply(Entity.COMMUNE), RegisterRepository::commune, Commune::code),
        equal.test(Entity.BODY) ? other.bodies() : bodies(rows.apply(Entity.BODY)),
        equal.test(Entity.FIELD)
            ? other.fields()
            : byId(rows.apply(Entity.FIELD), RegisterRepository::field, Field::id),
        equal.test(Entity.INSTRUMENT)
            ? other.instruments()
            : byId(rows.apply(Entity.INSTRUMENT), RegisterRepository::instrument, Instrument::id),
        equal.test(Entity.INSTRUMENT_RELATION)
            ? other.relations()
            : relations(rows.apply(Entity.INSTRUMENT_RELATION)),
        equal.test(Entity.PROVISION)
            ? other.provisions()
            : provisions(rows.apply(Entity.PROVISION)),
        equal.test(Entity.POWER)
            ? other.powers()
            : byId(rows.apply(Entity.POWER), RegisterRepository::power, Power::id),
        equal.test(Entity.GRANT) ? other.grantsByPower() : grants(rows.apply(Entity.GRANT)));
  }

  private static Map<String, Body> bodies(List<? extends Record> rows) {
    return byId(
        rows.stream()
            .filter(row -> names(Level.class).contains(row.get(BODY.LEVEL)))
            .filter(row -> names(BodyKind.class).contains(row.get(BODY.KIND)))
            .toList(),
        RegisterRepository::body,
        Body::id);
  }

  private static List<InstrumentRelation> relations(List<? extends Record> rows) {
    return rows.stream()
        .filter(row -> names(RelationKind.class).contains(row.get(INSTRUMENT_RELATION.RELATION)))
        .map(RegisterRepository::relation)
        .toList();
  }

  private static Map<String, List<Grant>> grants(List<? extends Record> rows) {
    return rows.stream()
        .filter(row -> names(Mode.class).contains(row.get(AUTHORITY_GRANT.MODE)))
        .filter(row -> row.get(AUTHORITY_GRANT.POWER_ID) != null)
        .map(RegisterRepository::grant)
        .collect(groupingBy(Grant::powerId));
  }

  /** The words of a kind that this program knows. */
  static <E extends Enum<E>> Set<@Nullable String> names(Class<E> kind) {
    return EnumSet.allOf(kind).stream().map(Enum::name).collect(toSet());
  }

  private static <T> Map<String, T> byId(
      List<? extends Record> rows, Function<Record, T> mapping, Function<T, String> id) {
    Map<String, T> found = new LinkedHashMap<>();
    rows.forEach(
        row -> {
          T value = mapping.apply(row);
          found.put(id.apply(value), value);
        });
    return found;
  }

  private static Commune commune(Record row) {
    String predecessors = row.get(COMMUNE.PREDECESSORS);
    return new Commune(
        row.get(COMMUNE.CODE),
        row.get(COMMUNE.TYPE),
        nameOf(row, COMMUNE.NAME, COMMUNE.CODE),
        nameOf(row, COMMUNE.FULL_NAME, COMMUNE.CODE),
        row.get(COMMUNE.PROVINCE_CODE),
        predecessors == null
            ? List.of()
            : Arrays.stream(predecessors.split(";")).map(String::strip).toList());
  }

  private static Body body(Record row) {
    return new Body(
        row.get(BODY.ID),
        nameOf(row, BODY.NAME, BODY.ID),
        row.get(BODY.SHORT_NAME),
        Level.valueOf(row.get(BODY.LEVEL)),
        BodyKind.valueOf(row.get(BODY.KIND)),
        row.get(BODY.PARENT_ID));
  }

  private static Field field(Record row) {
    return new Field(
        row.get(FIELD.ID), nameOf(row, FIELD.NAME, FIELD.ID), row.get(FIELD.PARENT_ID));
  }

  private static Instrument instrument(Record row) {
    return new Instrument(
        row.get(INSTRUMENT.ID),
        row.get(INSTRUMENT.NUMBER),
        row.get(INSTRUMENT.KIND),
        row.get(INSTRUMENT.ISSUER_ID),
        row.get(INSTRUMENT.ISSUED_ON),
        row.get(INSTRUMENT.EFFECTIVE_FROM),
        row.get(INSTRUMENT.EFFECTIVE_TO),
        status(row.get(INSTRUMENT.STATUS)),
        nameOf(row, INSTRUMENT.TITLE, INSTRUMENT.ID),
        row.get(INSTRUMENT.SOURCE_QUOTE));
  }

  private static InstrumentStatus status(@Nullable String name) {
    return name != null && names(InstrumentStatus.class).contains(name)
        ? InstrumentStatus.valueOf(name)
        : InstrumentStatus.UNKNOWN;
  }

  private static InstrumentRelation relation(Record row) {
    return new InstrumentRelation(
        row.get(INSTRUMENT_RELATION.FROM_ID),
        RelationKind.valueOf(row.get(INSTRUMENT_RELATION.RELATION)),
        row.get(INSTRUMENT_RELATION.TO_ID),
        row.get(INSTRUMENT_RELATION.NOTE),
        row.get(INSTRUMENT_RELATION.PROVISION_ID));
  }

  private static Map<String, Provision> provisions(List<? extends Record> rows) {
    Map<String, Provision> found = new LinkedHashMap<>();
    for (Record row : rows) {
      String instrument = row.get(PROVISION.INSTRUMENT_ID);
      Citation citation =
          Citation.of(
              row.get(PROVISION.ARTICLE), row.get(PROVISION.CLAUSE), row.get(PROVISION.POINT));
      if (instrument != null && citation != null) {
        String id = row.get(PROVISION.ID);
        found.put(id, new Provision(id, instrument, citation, row.get(PROVISION.TEXT)));
      }
    }
    return found;
  }

  private static Power power(Record row) {
    return new Power(
        row.get(POWER.ID),
        row.get(POWER.FIELD_ID),
        nameOf(row, POWER.TITLE, POWER.ID),
        row.get(POWER.DESCRIPTION),
        row.get(POWER.KEYWORDS));
  }

  private static Grant grant(Record row) {
    return new Grant(
        row.get(AUTHORITY_GRANT.ID),
        row.get(AUTHORITY_GRANT.POWER_ID),
        Mode.valueOf(row.get(AUTHORITY_GRANT.MODE)),
        row.get(AUTHORITY_GRANT.GRANTOR_ID),
        row.get(AUTHORITY_GRANT.GRANTEE_ID),
        row.get(AUTHORITY_GRANT.INSTRUMENT_ID),
        row.get(AUTHORITY_GRANT.PROVISION),
        row.get(AUTHORITY_GRANT.PROVISION_ID),
        row.get(AUTHORITY_GRANT.VALID_FROM),
        row.get(AUTHORITY_GRANT.VALID_TO),
        row.get(AUTHORITY_GRANT.TERRITORY),
        row.get(AUTHORITY_GRANT.SCOPE),
        row.get(AUTHORITY_GRANT.CONDITIONS),
        row.get(AUTHORITY_GRANT.PROCEDURE_COUNT),
        sixClears(row),
        row.get(AUTHORITY_GRANT.SOURCE_QUOTE));
  }

  private static SixClears sixClears(Record row) {
    return new SixClears(
        row.get(AUTHORITY_GRANT.PERSON),
        row.get(AUTHORITY_GRANT.TASK),
        row.get(AUTHORITY_GRANT.RESPONSIBILITY),
        row.get(AUTHORITY_GRANT.AUTHORITY),
        row.get(AUTHORITY_GRANT.RESOURCES),
        row.get(AUTHORITY_GRANT.RESULT));
  }

  /** What a person may read, also of a row that was signed without a name: then its key. */
  static String nameOf(Record row, org.jooq.Field<String> name, org.jooq.Field<String> key) {
    String found = row.get(name);
    return found == null ? row.get(key) : found;
  }
}
