package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.check.CatalogueChecks;
import vn.roquyen.domain.check.Completeness;
import vn.roquyen.domain.check.Concern;
import vn.roquyen.domain.check.Finding;
import vn.roquyen.domain.check.RegisterChecks;

/** Checks the register and the catalogue and says what somebody should look at. */
public final class CheckService {
  private final RegisterSource registers;
  private final Procedures procedures;
  private final Map<String, LocalDate> lastDays = CentralTerms.lastDays();

  public CheckService(RegisterSource registers, Procedures procedures) {
    this.registers = registers;
    this.procedures = procedures;
  }

  /**
   * What is asked for.
   *
   * @param field id or name of a field, with all below it; null for all
   * @param unit the commune that it has to concern; null for the whole province
   */
  public record Wanted(@Nullable String field, @Nullable Commune unit, LocalDate date) {}

  /**
   * The findings of the register and the catalogue, by code and record.
   *
   * @throws Fault FIELD_UNKNOWN
   */
  public List<Finding> findings(Wanted wanted) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    Register register = snapshot.register();
    List<Finding> findings = new ArrayList<>(new RegisterChecks(register).findings(wanted.date()));
    CatalogueChecks catalogue =
        new CatalogueChecks(register, snapshot.resolver(), lastDays, wanted.date());
    Commune seenFrom =
        wanted.unit() == null
            ? register.communes().values().stream().findFirst().orElse(null)
            : wanted.unit();
    if (seenFrom != null) {
      procedures.forEachWithBasis(procedure -> findings.addAll(catalogue.of(procedure, seenFrom)));
    }
    findings.sort(RegisterChecks.ORDER);
    return filtered(findings, wanted, register);
  }

  /**
   * How complete the grants are that lie in the field and concern the commune.
   *
   * @throws Fault FIELD_UNKNOWN
   */
  public Completeness completeness(Wanted wanted) {
    Register register = registers.current();
    String field = wanted.field() == null ? null : fieldId(wanted.field(), List.of(), register);
    Commune unit = wanted.unit();
    List<Grant> grants =
        register.grantsByPower().entrySet().stream()
            .filter(entry -> field == null || inField(entry.getKey(), field, register))
            .flatMap(entry -> entry.getValue().stream())
            .filter(grant -> unit == null || Concern.touches(grant, unit, register))
            .toList();
    return Completeness.of(grants);
  }

  private static boolean inField(String powerId, String field, Register register) {
    var power = register.powers().get(powerId);
    return power != null
        && register.fieldPath(power.fieldId()).stream().anyMatch(one -> one.id().equals(field));
  }

  private static List<Finding> filtered(List<Finding> findings, Wanted wanted, Register register) {
    String field = wanted.field() == null ? null : fieldId(wanted.field(), findings, register);
    Commune unit = wanted.unit();
    return findings.stream()
        .filter(finding -> field == null || finding.concern().inField(field, register))
        .filter(finding -> unit == null || finding.concern().atUnit(unit, register))
        .toList();
  }

  private static String fieldId(String given, List<Finding> findings, Register register) {
    if (register.fields().containsKey(given)) {
      return given;
    }
    String plain = PlainLetters.of(given);
    for (Field field : register.fields().values()) {
      if (PlainLetters.of(field.name()).equals(plain)) {
        return field.id();
      }
    }
    return findings.stream()
        .flatMap(finding -> finding.concern().fieldIds().stream())
        .filter(name -> PlainLetters.of(name).equals(plain))
        .findFirst()
        .orElseThrow(() -> new Fault(FaultCode.FIELD_UNKNOWN, given));
  }
}
