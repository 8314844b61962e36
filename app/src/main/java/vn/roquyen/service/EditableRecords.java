package vn.roquyen.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.Projection;

/** The records of the register that a publisher can take into a draft, by names people know. */
public final class EditableRecords {

  /**
   * A record as it stands in the register.
   *
   * @param within the name of the instrument that a provision is part of; empty for others
   */
  public record Known(Entity entity, String key, String name, String within) {
    public Known(Entity entity, String key, String name) {
      this(entity, key, name, "");
    }
  }

  private final Projection projection;
  private final RegisterSource registers;
  private final ProcedureRepository procedures;

  public EditableRecords(
      Projection projection, RegisterSource registers, ProcedureRepository procedures) {
    this.projection = projection;
    this.registers = registers;
    this.procedures = procedures;
  }

  /** Every record of a kind that has a form, in the order of {@link DraftRows#KINDS}. */
  public List<Known> all() {
    Register register = registers.current();
    List<Known> all = new ArrayList<>();
    register
        .instruments()
        .values()
        .forEach(one -> all.add(new Known(Entity.INSTRUMENT, one.id(), one.label())));
    provisions(all);
    relations(all);
    register
        .powers()
        .values()
        .forEach(one -> all.add(new Known(Entity.POWER, one.id(), one.title())));
    RecordNames names = new RecordNames(register, procedures, List.of());
    register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .forEach(one -> all.add(grant(one, names)));
    register.bodies().values().forEach(one -> all.add(new Known(Entity.BODY, one.id(), body(one))));
    register
        .fields()
        .values()
        .forEach(one -> all.add(new Known(Entity.FIELD, one.id(), one.name())));
    procedures
        .names()
        .forEach((code, name) -> all.add(new Known(Entity.PROCEDURE, code, code + " · " + name)));
    return List.copyOf(all);
  }

  /**
   * What stands behind a card: a power or a procedure with its grants, which come first because
   * they are what is corrected most; an instrument alone.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public List<Known> behind(String id) {
    Register register = registers.current();
    RecordNames names = new RecordNames(register, procedures, List.of());
    Stream<Known> grants = register.grantsOf(id).stream().map(one -> grant(one, names));
    for (Entity entity : List.of(Entity.POWER, Entity.PROCEDURE, Entity.INSTRUMENT)) {
      if (projection.find(entity, id) != null) {
        String name = Objects.requireNonNullElse(names.name(entity, id), id);
        return Stream.concat(grants, Stream.of(new Known(entity, id, name))).toList();
      }
    }
    throw new Fault(FaultCode.RECORD_UNKNOWN, id);
  }

  /** The name of the unit of a certificate, else its code. */
  public String unit(String code) {
    return UnitNames.of(registers.current()).of(code);
  }

  private void provisions(List<Known> all) {
    Register register = registers.current();
    RecordNames names = new RecordNames(register, procedures, List.of());
    for (Instrument instrument : register.instruments().values()) {
      for (Provision one : register.provisionsOf(instrument.id())) {
        String name = names.shown(Entity.GRANT, "provision_id", one.id());
        all.add(new Known(Entity.PROVISION, one.id(), name, instrument.label()));
      }
    }
  }

  private void relations(List<Known> all) {
    Register register = registers.current();
    RecordNames names = new RecordNames(register, procedures, List.of());
    projection.forEach(
        Entity.INSTRUMENT_RELATION,
        row -> {
          Map<String, String> texts = new HashMap<>();
          row.values().forEach((field, value) -> texts.put(field, value.toString()));
          all.add(new Known(row.entity(), row.key(), names.relation(texts)));
        });
  }

  private static Known grant(Grant grant, RecordNames names) {
    String name =
        names.shown(Entity.GRANT, "power_id", grant.powerId())
            + ": "
            + body(names, grant.grantorId())
            + " → "
            + body(names, grant.granteeId());
    return new Known(Entity.GRANT, grant.id(), name);
  }

  /** Found by either of its names; the one by which it is shown stands first. */
  private static String body(Body body) {
    return body.label().equals(body.name()) ? body.name() : body.label() + " · " + body.name();
  }

  private static String body(RecordNames names, @Nullable String id) {
    return id == null ? "…" : names.shown(Entity.GRANT, "grantee_id", id);
  }
}
