package vn.roquyen.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Register;

/** Says who is competent: for one record, or for all powers as seen from one commune. */
public final class CompetenceService {
  private final RegisterSource registers;
  private final Procedures procedures;

  public CompetenceService(RegisterSource registers, Procedures procedures) {
    this.registers = registers;
    this.procedures = procedures;
  }

  /**
   * Who is competent for a power or a procedure.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public Competence who(String id, Commune unit, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    if (snapshot.register().powers().containsKey(id)) {
      return snapshot.resolver().ofPower(id, unit, date);
    }
    Procedure procedure = procedures.find(id);
    if (procedure == null) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, id);
    }
    return snapshot.resolver().ofProcedure(procedure, unit, date);
  }

  /** Who decides each of those procedures; those that are unknown are missing. */
  public Map<String, Competence> ofProcedures(
      Collection<String> codes, Commune unit, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    Map<String, Competence> found = new HashMap<>();
    if (!codes.isEmpty()) {
      procedures
          .summaries(codes)
          .forEach(
              (code, procedure) ->
                  found.put(code, snapshot.resolver().ofProcedure(procedure, unit, date)));
    }
    return found;
  }

  /** All powers of the register as the commune sees them on a date, in the order of their ids. */
  public List<PowerAtUnit> powersAt(Commune unit, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    return snapshot.register().powers().values().stream()
        .map(power -> powerAt(power, snapshot, unit, date))
        .toList();
  }

  static PowerAtUnit powerAt(
      Power power, RegisterSource.Snapshot snapshot, Commune unit, LocalDate date) {
    Register register = snapshot.register();
    List<Grant> grants = register.grantsOf(power.id());
    List<PowerAtUnit.Basis> bases =
        grants.stream()
            .map(grant -> register.instrument(grant.instrumentId()))
            .filter(Objects::nonNull)
            .distinct()
            .map(basis -> new PowerAtUnit.Basis(basis, register.statusOn(basis, date)))
            .toList();
    return new PowerAtUnit(
        power,
        register.fieldPath(power.fieldId()),
        grants,
        bases,
        snapshot.resolver().ofPower(power.id(), unit, date));
  }
}
