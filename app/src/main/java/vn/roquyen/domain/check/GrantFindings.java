package vn.roquyen.domain.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/** What one grant alone lets somebody ask. */
final class GrantFindings {
  /** Asked once of the instrument, not of each grant that rests on it. */
  private static final Set<WarningCode> OF_INSTRUMENT =
      EnumSet.of(
          WarningCode.BASIS_STATUS_UNKNOWN, WarningCode.DATE_ODD, WarningCode.EFFECT_BEFORE_ISSUE);

  private static final Pattern OWN_POWER =
      Pattern.compile("(thẩm quyền|chức năng)[^;]* của (.+)", Pattern.DOTALL);

  private final Register register;
  private final LocalDate date;
  private final GrantChecks checks;

  GrantFindings(Register register, LocalDate date) {
    this.register = register;
    this.date = date;
    this.checks = new GrantChecks(register, RegisterChecks.HORIZON_DAYS);
  }

  List<Finding> of(Grant grant) {
    List<Finding> findings = new ArrayList<>();
    for (Warning warning : checks.of(grant, date)) {
      if (!OF_INSTRUMENT.contains(warning.code())) {
        findings.add(finding(grant, warning.code(), warning.arguments().toArray(String[]::new)));
      }
    }
    Instrument basis = register.instrument(grant.instrumentId());
    if (basis == null) {
      // Without a basis there is neither number nor date: both have to be found.
      findings.add(finding(grant, WarningCode.BASIS_NUMBER_MISSING, "…"));
      findings.add(finding(grant, WarningCode.BASIS_DATE_MISSING, "…"));
    }
    if (ownPower(grant)) {
      Body grantee = Objects.requireNonNull(register.body(grant.granteeId()));
      findings.add(finding(grant, WarningCode.ORIGIN_IS_GRANTEE, grantee.label()));
    }
    String word = word(grant.mode());
    if (word != null && !says(grant, basis, word)) {
      findings.add(finding(grant, WarningCode.MODE_NOT_WORDED, word));
    }
    Integer stated = grant.procedureCount();
    if (stated != null && stated != listed(grant)) {
      findings.add(
          finding(
              grant,
              WarningCode.PROCEDURES_UNCOUNTED,
              Integer.toString(stated),
              Long.toString(listed(grant))));
    }
    return findings;
  }

  private Finding finding(Grant grant, WarningCode code, String... arguments) {
    return new Finding(
        new Warning(code, grant.id(), arguments),
        Concerns.of(List.of(grant), register),
        Facts.of(
            code, arguments, Facts.of(grant), Facts.of(register.instrument(grant.instrumentId()))));
  }

  /** True when the scope says that the power is the grantee's own already. */
  private boolean ownPower(Grant grant) {
    Body grantee = register.body(grant.granteeId());
    Body above = grantee == null ? null : register.body(grantee.parentId());
    String scope = Objects.toString(grant.scope(), "").toLowerCase(Locale.ROOT);
    var found = OWN_POWER.matcher(scope);
    return grantee != null
        && !grantee.id().equals(grant.grantorId())
        && found.find()
        && (names(found.group(2), grantee)
            || (above != null && isOther(above, grant) && names(found.group(2), above)));
  }

  private static boolean isOther(Body body, Grant grant) {
    return !body.id().equals(grant.grantorId());
  }

  private static boolean names(String text, Body body) {
    return text.startsWith(body.name().toLowerCase(Locale.ROOT));
  }

  private static @Nullable String word(Mode mode) {
    return switch (mode) {
      case DEVOLUTION -> "phân quyền";
      case DECENTRALISATION -> "phân cấp";
      case DELEGATION -> "ủy quyền";
      case ATTRIBUTION -> null;
    };
  }

  /** True when the texts of the power, the grant or its basis use the word of its route. */
  private boolean says(Grant grant, @Nullable Instrument basis, String word) {
    Power power = register.powers().get(grant.powerId());
    String texts =
        String.join(
            " ",
            power == null ? "" : power.title() + " " + power.description(),
            Objects.toString(grant.sourceQuote(), ""),
            basis == null ? "" : basis.title() + " " + basis.sourceQuote());
    return texts.toLowerCase(Locale.ROOT).replace("uỷ", "ủy").contains(word);
  }

  /** How many procedures the register lists as given by the same to the same. */
  private long listed(Grant grant) {
    return register.grantsByPower().entrySet().stream()
        .filter(entry -> !register.powers().containsKey(entry.getKey()))
        .filter(entry -> entry.getValue().stream().anyMatch(one -> isPart(one, grant)))
        .count();
  }

  private static boolean isPart(Grant one, Grant whole) {
    return one.mode() == whole.mode()
        && Objects.equals(one.grantorId(), whole.grantorId())
        && Objects.equals(one.granteeId(), whole.granteeId())
        && (whole.instrumentId() == null || whole.instrumentId().equals(one.instrumentId()));
  }
}
