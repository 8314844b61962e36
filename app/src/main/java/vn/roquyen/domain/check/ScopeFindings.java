package vn.roquyen.domain.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/** Powers of one field that, by their words, seem to cover the same matter or to divide it. */
final class ScopeFindings {
  /** A power with its grants in force and its words. */
  private record Granted(Power power, List<Grant> grants, Wording wording) {}

  private final Register register;
  private final List<Granted> granted = new ArrayList<>();

  ScopeFindings(Register register, LocalDate date) {
    this.register = register;
    GrantChecks checks = new GrantChecks(register, RegisterChecks.HORIZON_DAYS);
    for (Power power : register.powers().values()) {
      List<Grant> grants =
          register.grantsOf(power.id()).stream()
              .filter(grant -> checks.inForce(grant, date) && grant.instrumentId() != null)
              .toList();
      if (!grants.isEmpty() && power.fieldId() != null) {
        granted.add(new Granted(power, grants, Wording.of(power)));
      }
    }
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    for (Granted one : granted) {
      ask(one, WarningCode.SCOPE_OVERLAP, Wording::overlaps, findings);
      ask(one, WarningCode.SPLIT_TO_CONFIRM, Wording::splits, findings);
    }
    return findings;
  }

  private void ask(
      Granted one, WarningCode code, BiPredicate<Wording, Wording> meets, List<Finding> findings) {
    List<Granted> others =
        granted.stream()
            .filter(
                other ->
                    other != one
                        && Objects.equals(one.power().fieldId(), other.power().fieldId())
                        && meets.test(one.wording(), other.wording())
                        && byAnotherInstrument(one, other))
            .toList();
    if (!others.isEmpty()) {
      List<Grant> grants = new ArrayList<>(one.grants());
      others.forEach(other -> grants.addAll(other.grants()));
      String titles =
          others.stream()
              .map(other -> "“" + other.power().title() + "”")
              .collect(Collectors.joining("; "));
      findings.add(
          new Finding(
              new Warning(code, one.power().id(), one.power().title(), titles),
              Concerns.of(grants, register),
              Facts.of(
                  code, one.power().title(), titles, grants.stream().map(Facts::of).toList())));
    }
  }

  /** One instrument that names two matters has divided them on purpose. */
  private static boolean byAnotherInstrument(Granted one, Granted other) {
    return one.grants().stream()
        .anyMatch(
            grant ->
                other.grants().stream()
                    .anyMatch(
                        theirs ->
                            !Objects.equals(grant.instrumentId(), theirs.instrumentId())
                                && Territories.meet(grant, theirs)));
  }
}
