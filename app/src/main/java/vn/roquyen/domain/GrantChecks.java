package vn.roquyen.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is odd or missing in a grant on a date. Rules that the law gives carry their article. */
final class GrantChecks {
  /** A term or basis that ends within this many days is pointed out. */
  static final int ENDING_SOON_DAYS = 60;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Register register;
  private final InstrumentChecks instruments;

  GrantChecks(Register register) {
    this.register = register;
    this.instruments = new InstrumentChecks(register);
  }

  /** True when term, territory and basis let the grant count in the commune on the date. */
  boolean inForce(Grant grant, Commune unit, LocalDate date) {
    Instrument basis = register.instrument(grant.instrumentId());
    return grant.runsOn(date)
        && grant.covers(unit)
        && (basis == null || register.statusOn(basis, date).carries());
  }

  /** The warnings of one grant, whether it is in force or not. */
  List<Warning> of(Grant grant, Commune unit, LocalDate date) {
    List<Warning> warnings = new ArrayList<>();
    term(grant, date, warnings);
    if (!grant.covers(unit)) {
      warnings.add(new Warning(WarningCode.TERRITORY_ELSEWHERE, grant.id(), unit.fullName()));
    }
    basis(grant, date, warnings);
    if (grant.granteeId() == null) {
      warnings.add(new Warning(WarningCode.GRANTEE_MISSING, grant.id()));
    }
    wording(grant, warnings);
    if (grant.mode() == Mode.DEVOLUTION && !isLaw(register.instrument(grant.instrumentId()))) {
      warnings.add(new Warning(WarningCode.DEVOLUTION_NOT_BY_LAW, grant.id()));
    }
    int missing = grant.sixClears().missing().size();
    if (missing > 0) {
      warnings.add(
          new Warning(WarningCode.SIX_CLEARS_MISSING, grant.id(), Integer.toString(missing)));
    }
    return warnings;
  }

  /** The warnings that only several grants of one power together show. */
  List<Warning> between(String powerId, List<Grant> inForce) {
    List<Warning> warnings = new ArrayList<>();
    List<String> last = GrantChain.lastGrantees(inForce);
    if (last.size() > 1) {
      warnings.add(new Warning(WarningCode.TWO_HOLDERS, powerId, Integer.toString(last.size())));
    }
    for (Grant grant : inForce) {
      subdelegation(grant, inForce, warnings);
      origin(grant, inForce, warnings);
      overlap(grant, inForce, warnings);
    }
    return warnings;
  }

  private void term(Grant grant, LocalDate date, List<Warning> warnings) {
    LocalDate from = grant.validFrom();
    LocalDate to = grant.validTo();
    if (from != null && date.isBefore(from)) {
      warnings.add(new Warning(WarningCode.TERM_NOT_BEGUN, grant.id(), DAY.format(from)));
    }
    if (to != null && date.isAfter(to)) {
      warnings.add(new Warning(WarningCode.TERM_ENDED, grant.id(), DAY.format(to)));
    } else if (to != null && date.plusDays(ENDING_SOON_DAYS).isAfter(to)) {
      warnings.add(new Warning(WarningCode.TERM_ENDING, grant.id(), DAY.format(to)));
    } else if (to == null && grant.mode() == Mode.DELEGATION) {
      warnings.add(new Warning(WarningCode.TERM_MISSING, grant.id()));
    }
  }

  private void basis(Grant grant, LocalDate date, List<Warning> warnings) {
    Instrument basis = register.instrument(grant.instrumentId());
    if (basis == null) {
      warnings.add(new Warning(WarningCode.BASIS_MISSING, grant.id()));
      return;
    }
    warnings.addAll(instruments.of(basis, date));
  }

  private void wording(Grant grant, List<Warning> warnings) {
    Power power = register.powers().get(grant.powerId());
    if (power != null
        && (power.title() + " " + Objects.toString(power.description(), ""))
            .toLowerCase(Locale.ROOT)
            .contains("một số")) {
      warnings.add(new Warning(WarningCode.SCOPE_VAGUE, grant.id()));
    }
    Body grantee = register.body(grant.granteeId());
    if (grantee != null && grantee.kind() == BodyKind.CLASS && hasOrgans(grantee)) {
      warnings.add(new Warning(WarningCode.ORGAN_UNNAMED, grant.id(), grantee.name()));
    }
  }

  /**
   * A class such as "các xã, phường", under which the register knows organs, does not name the
   * organ.
   */
  private boolean hasOrgans(Body grantee) {
    return grantee.level() == Level.COMMUNE
        && register.bodies().values().stream()
            .anyMatch(
                body -> grantee.id().equals(body.parentId()) && body.kind() == BodyKind.CLASS);
  }

  private static void subdelegation(Grant grant, List<Grant> all, List<Warning> warnings) {
    boolean received =
        all.stream()
            .anyMatch(
                before ->
                    before != grant
                        && before.mode() == Mode.DELEGATION
                        && before.granteeId() != null
                        && before.granteeId().equals(grant.grantorId()));
    if (received && grant.mode() == Mode.DELEGATION) {
      warnings.add(new Warning(WarningCode.SUBDELEGATION, grant.id()));
    }
  }

  private void origin(Grant grant, List<Grant> all, List<Warning> warnings) {
    boolean gives = grant.mode() == Mode.DECENTRALISATION || grant.mode() == Mode.DELEGATION;
    boolean shown =
        all.stream()
            .anyMatch(
                before ->
                    before.granteeId() != null
                        && before.granteeId().equals(grant.grantorId())
                        && before != grant);
    if (gives && !shown) {
      Body grantor = register.body(grant.grantorId());
      warnings.add(
          new Warning(
              WarningCode.ORIGIN_NOT_SHOWN, grant.id(), grantor == null ? "" : grantor.label()));
    }
  }

  private static void overlap(Grant grant, List<Grant> all, List<Warning> warnings) {
    for (Grant other : all) {
      if (grant.id().compareTo(other.id()) < 0
          && grant.granteeId() != null
          && grant.granteeId().equals(other.granteeId())
          && !Objects.equals(grant.instrumentId(), other.instrumentId())) {
        warnings.add(new Warning(WarningCode.OVERLAP, grant.id(), other.id()));
      }
    }
  }

  private static boolean isLaw(@Nullable Instrument basis) {
    if (basis == null || basis.number() == null) {
      return false;
    }
    return basis.number().matches(".*/QH\\d+$");
  }
}
