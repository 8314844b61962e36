package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.check.CheckAnswer;
import vn.roquyen.domain.check.Completeness;
import vn.roquyen.domain.check.Finding;

/** Makes work lists from findings: with the names of the records and with what was answered. */
public final class CheckList {
  private final CheckService checks;
  private final CheckAnswers answers;
  private final RegisterSource registers;
  private final Procedures procedures;

  public CheckList(
      CheckService checks, CheckAnswers answers, RegisterSource registers, Procedures procedures) {
    this.checks = checks;
    this.answers = answers;
    this.registers = registers;
    this.procedures = procedures;
  }

  /**
   * A work list.
   *
   * @param province how complete all grants are
   * @param here how complete those are that concern the commune
   * @param units names of the units that answered
   */
  public record Made(
      List<CheckLine> lines, Completeness province, Completeness here, UnitNames units) {}

  /** The findings of the whole register on a day, as a commune sees them. */
  public Made make(Commune unit, LocalDate date) {
    Register register = registers.current();
    List<Finding> findings = checks.findings(new CheckService.Wanted(null, null, date));
    Names names = new Names(register, procedures, findings);
    List<CheckAnswer> given = answers.all();
    List<CheckLine> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(line(finding, given, names, register, unit));
    }
    return new Made(
        lines,
        checks.completeness(new CheckService.Wanted(null, null, date)),
        checks.completeness(new CheckService.Wanted(null, unit, date)),
        UnitNames.of(register));
  }

  private static CheckLine line(
      Finding finding, List<CheckAnswer> given, Names names, Register register, Commune unit) {
    CheckAnswer holds = null;
    CheckAnswer former = null;
    for (CheckAnswer answer : given) {
      if (holds == null && answer.holdsFor(finding)) {
        holds = answer;
      } else if (former == null && answer.isAbout(finding) && !answer.holdsFor(finding)) {
        former = answer;
      }
    }
    String subject = finding.warning().subjectId();
    List<Field> fields =
        finding.concern().fieldIds().stream()
            .map(id -> Objects.requireNonNullElseGet(register.fields().get(id), () -> named(id)))
            .toList();
    List<Instrument> instruments =
        finding.concern().instrumentIds().stream()
            .map(register::instrument)
            .filter(Objects::nonNull)
            .toList();
    return new CheckLine(
        finding,
        names.title(subject),
        names.opens(subject),
        fields,
        instruments,
        holds,
        former,
        finding.concern().atUnit(unit, register));
  }

  /** A field of the catalogue that the register does not have. */
  private static Field named(String name) {
    return new Field(name, name, null);
  }

  /** What the records are called that findings are about. */
  private static final class Names {
    private final Register register;
    private final Map<String, String> powerOfGrant = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    Names(Register register, Procedures procedures, List<Finding> findings) {
      this.register = register;
      register
          .grantsByPower()
          .forEach(
              (power, grants) -> {
                for (Grant grant : grants) {
                  powerOfGrant.put(grant.id(), power);
                }
              });
      register.powers().values().forEach(power -> titles.put(power.id(), power.title()));
      register.instruments().values().forEach(one -> titles.put(one.id(), one.label()));
      register.fields().values().forEach(field -> titles.put(field.id(), field.name()));
      register
          .provisions()
          .values()
          .forEach(provision -> titles.put(provision.id(), provision.citation().text()));
      List<String> others =
          findings.stream()
              .map(finding -> finding.warning().subjectId())
              .filter(id -> !titles.containsKey(id) && !powerOfGrant.containsKey(id))
              .distinct()
              .toList();
      if (!others.isEmpty()) {
        procedures.summaries(others).forEach((code, found) -> titles.put(code, found.name()));
      }
    }

    String title(String subject) {
      String power = powerOfGrant.getOrDefault(subject, subject);
      Power named = register.powers().get(power);
      return named == null ? titles.getOrDefault(power, subject) : named.title();
    }

    @Nullable String opens(String subject) {
      Provision provision = register.provision(subject);
      if (provision != null) {
        Instrument instrument = register.instrument(provision.instrumentId());
        return instrument == null ? null : instrument.id();
      }
      return register.fields().containsKey(subject)
          ? null
          : powerOfGrant.getOrDefault(subject, subject);
    }
  }
}
