package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.BodyKind;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.SixClears;

/** A register as it would be with operations that are not recorded yet. Nothing is written. */
final class ProposedRegister {
  private final Register register;
  private final List<Operation> operations;

  private ProposedRegister(Register register, List<Operation> operations) {
    this.register = register;
    this.operations = operations;
  }

  static Register of(Register register, List<Operation> operations) {
    return new ProposedRegister(register, operations).made();
  }

  private Register made() {
    Map<String, Grant> grants = new LinkedHashMap<>();
    register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .forEach(grant -> grants.put(grant.id(), grant));
    Map<String, Grant> after =
        applied(Entity.GRANT, grants, ProposedRegister::values, ProposedRegister::grant);
    Map<String, InstrumentRelation> relations = new LinkedHashMap<>();
    register.relations().forEach(one -> relations.put(one.key(), one));
    return new Register(
        register.revision(),
        register.communes(),
        applied(Entity.BODY, register.bodies(), body -> Map.of(), ProposedRegister::body),
        register.fields(),
        applied(
            Entity.INSTRUMENT,
            register.instruments(),
            ProposedRegister::values,
            ProposedRegister::instrument),
        List.copyOf(
            applied(
                    Entity.INSTRUMENT_RELATION,
                    relations,
                    ProposedRegister::values,
                    (key, values) -> relation(values))
                .values()),
        applied(
            Entity.PROVISION,
            register.provisions(),
            ProposedRegister::values,
            ProposedRegister::provision),
        applied(Entity.POWER, register.powers(), power -> Map.of(), ProposedRegister::power),
        after.values().stream()
            .collect(
                Collectors.groupingBy(Grant::powerId, LinkedHashMap::new, Collectors.toList())));
  }

  /** Rows of one entity; one that is changed but whose values are not known stays as it was. */
  private <T> Map<String, T> applied(
      Entity entity,
      Map<String, T> before,
      Function<T, Map<String, Object>> values,
      BiFunction<String, Map<String, Object>, @Nullable T> made) {
    Map<String, T> after = new LinkedHashMap<>(before);
    for (Operation operation : operations) {
      if (operation.entity() != entity) {
        continue;
      }
      String key = operation.key();
      switch (operation) {
        case Operation.Insert insert -> put(after, key, made.apply(key, insert.values()));
        case Operation.Remove remove -> after.remove(key);
        case Operation.SetFields set -> {
          T there = after.get(key);
          Map<String, Object> now = new HashMap<>(there == null ? Map.of() : values.apply(there));
          if (!now.isEmpty()) {
            set.values().forEach((name, value) -> set(now, name, value));
            put(after, key, made.apply(key, now));
          }
        }
      }
    }
    return after;
  }

  private static <T> void put(Map<String, T> rows, String key, @Nullable T row) {
    if (row != null) {
      rows.put(key, row);
    }
  }

  private static void set(Map<String, Object> values, String name, @Nullable Object value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  private static Map<String, Object> values(Grant grant) {
    Map<String, Object> values = new HashMap<>();
    values.put("power_id", grant.powerId());
    values.put("mode", grant.mode().name());
    set(values, "grantor_id", grant.grantorId());
    set(values, "grantee_id", grant.granteeId());
    set(values, "instrument_id", grant.instrumentId());
    set(values, "provision_id", grant.provisionId());
    set(values, "valid_from", grant.validFrom());
    set(values, "valid_to", grant.validTo());
    set(values, "territory", grant.territory());
    return values;
  }

  /** Only what decides who holds a power is kept; the rest changes no answer. */
  private static @Nullable Grant grant(String id, Map<String, Object> values) {
    String power = text(values, "power_id");
    String mode = text(values, "mode");
    return power == null || mode == null
        ? null
        : new Grant(
            id,
            power,
            Mode.valueOf(mode),
            text(values, "grantor_id"),
            text(values, "grantee_id"),
            text(values, "instrument_id"),
            null,
            text(values, "provision_id"),
            day(values, "valid_from"),
            day(values, "valid_to"),
            text(values, "territory"),
            null,
            null,
            null,
            SixClears.NONE,
            null);
  }

  private static Map<String, Object> values(Instrument one) {
    Map<String, Object> values = new HashMap<>();
    values.put("title", one.title());
    values.put("status", one.status().name());
    set(values, "number", one.number());
    set(values, "kind", one.kind());
    set(values, "issuer_id", one.issuerId());
    set(values, "issued_on", one.issuedOn());
    set(values, "effective_from", one.effectiveFrom());
    set(values, "effective_to", one.effectiveTo());
    return values;
  }

  private static Instrument instrument(String id, Map<String, Object> values) {
    String status = text(values, "status");
    return new Instrument(
        id,
        text(values, "number"),
        text(values, "kind"),
        text(values, "issuer_id"),
        day(values, "issued_on"),
        day(values, "effective_from"),
        day(values, "effective_to"),
        status == null ? InstrumentStatus.UNKNOWN : InstrumentStatus.valueOf(status),
        String.valueOf(values.getOrDefault("title", id)),
        null);
  }

  private static Map<String, Object> values(InstrumentRelation one) {
    Map<String, Object> values = new HashMap<>();
    values.put("from_id", one.fromId());
    values.put("relation", one.relation().name());
    values.put("to_id", one.toId());
    set(values, "provision_id", one.provisionId());
    return values;
  }

  private static @Nullable InstrumentRelation relation(Map<String, Object> values) {
    String from = text(values, "from_id");
    String to = text(values, "to_id");
    String kind = text(values, "relation");
    return from == null || to == null || kind == null
        ? null
        : new InstrumentRelation(
            from, RelationKind.valueOf(kind), to, null, text(values, "provision_id"));
  }

  private static Map<String, Object> values(Provision one) {
    Map<String, Object> values = new HashMap<>();
    values.put("instrument_id", one.instrumentId());
    values.put("article", one.citation().article());
    set(values, "clause", one.citation().clause());
    set(values, "point", one.citation().point());
    return values;
  }

  private static @Nullable Provision provision(String id, Map<String, Object> values) {
    String instrument = text(values, "instrument_id");
    Citation citation =
        Citation.of(text(values, "article"), text(values, "clause"), text(values, "point"));
    return instrument == null || citation == null
        ? null
        : new Provision(id, instrument, citation, null);
  }

  private static Power power(String id, Map<String, Object> values) {
    String title = String.valueOf(values.getOrDefault("title", id));
    return new Power(id, text(values, "field_id"), title, null, null);
  }

  private static @Nullable Body body(String id, Map<String, Object> values) {
    String level = text(values, "level");
    String kind = text(values, "kind");
    return level == null || kind == null
        ? null
        : new Body(
            id,
            String.valueOf(values.getOrDefault("name", id)),
            text(values, "short_name"),
            Level.valueOf(level),
            BodyKind.valueOf(kind),
            text(values, "parent_id"));
  }

  private static @Nullable String text(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null ? null : value.toString();
  }

  private static @Nullable LocalDate day(Map<String, Object> values, String name) {
    return values.get(name) instanceof LocalDate day ? day : null;
  }
}
