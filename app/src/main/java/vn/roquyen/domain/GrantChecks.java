package vn.roquyen.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is odd or missing in a grant on a date. Rules that the law gives carry their article. */
public final class GrantChecks {
  /** A term or basis that ends within this many days is pointed out to who looks it up. */
  public static final int ENDING_SOON_DAYS = 60;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Register register;
  private final InstrumentChecks instruments;
  private final int endingSoonDays;

  GrantChecks(Register register) {
    this(register, ENDING_SOON_DAYS);
  }

  /**
   * Checks with a horizon of their own.
   *
   * @param endingSoonDays a term or basis that ends within this many days is pointed out
   */
  public GrantChecks(Register register, int endingSoonDays) {
    this.register = register;
    this.endingSoonDays = endingSoonDays;
    this.instruments = new InstrumentChecks(register, endingSoonDays);
  }

  /** True when term, territory and basis let the grant count in the commune on the date. */
  boolean inForce(Grant grant, Commune unit, LocalDate date) {
    return grant.covers(unit) && inForce(grant, date);
  }

  /** True when term and basis let the grant count on the date, wherever its territory is. */
  public boolean inForce(Grant grant, LocalDate date) {
    return grant.runsOn(date) && register.basisOn(grant, date).carries();
  }

  /** The warnings of one grant in a commune, whether it is in force or not. */
  List<Warning> of(Grant grant, Commune unit, LocalDate date) {
    List<Warning> warnings = new ArrayList<>(of(grant, date));
    if (!grant.covers(unit)) {
      warnings.add(new Warning(WarningCode.TERRITORY_ELSEWHERE, grant.id(), unit.fullName()));
    }
    return warnings;
  }

  /** The warnings of one grant wherever it holds, whether it is in force or not. */
  public List<Warning> of(Grant grant, LocalDate date) {
    List<Warning> warnings = new ArrayList<>();
    term(grant, date, warnings);
    basis(grant, date, warnings);
    if (grant.granteeId() == null) {
      warnings.add(new Warning(WarningCode.GRANTEE_MISSING, grant.id()));
    }
    wording(grant, warnings);
    if (grant.mode() == Mode.DEVOLUTION && !isLaw(register.instrument(grant.instrumentId()))) {
      warnings.add(new Warning(WarningCode.DEVOLUTION_NOT_BY_LAW, grant.id()));
    }
    List<SixClears.Clear> missing = grant.sixClears().missing();
    if (!missing.isEmpty()) {
      warnings.add(
          new Warning(
              WarningCode.SIX_CLEARS_MISSING,
              grant.id(),
              Integer.toString(missing.size()),
              missing.stream().map(Enum::name).collect(Collectors.joining(";"))));
    }
    return warnings;
  }

  /** The warnings that only several grants of one power together show. */
  public List<Warning> between(String powerId, List<Grant> inForce) {
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
    } else if (to != null && date.plusDays(endingSoonDays).isAfter(to)) {
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
    Provision part = register.provisionOf(grant);
    warnings.addAll(instruments.of(basis, part, date));
    if (grant.provisionId() != null && part == null) {
      warnings.add(new Warning(WarningCode.PROVISION_NOT_OF_BASIS, grant.id(), basis.label()));
    }
  }

  private void wording(Grant grant, List<Warning> warnings) {
    Power power = register.powers().get(grant.powerId());
    if (power != null
        && !isListed(grant)
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

  /** True when the same instrument also grants procedures one by one: then there is a list. */
  private boolean isListed(Grant grant) {
    return grant.instrumentId() != null
        && register.grantsByPower().entrySet().stream()
            .filter(entry -> !register.powers().containsKey(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .anyMatch(listed -> grant.instrumentId().equals(listed.instrumentId()));
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
