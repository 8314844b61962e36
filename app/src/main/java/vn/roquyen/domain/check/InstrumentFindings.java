package vn.roquyen.domain.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentChecks;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/** What instruments alone let somebody ask: their dates, numbers, issuers and ends. */
final class InstrumentFindings {
  /** Of the instrument's own warnings, those that do not speak of it as the basis of a grant. */
  private static final Set<WarningCode> OWN =
      EnumSet.of(WarningCode.DATE_ODD, WarningCode.EFFECT_BEFORE_ISSUE, WarningCode.BASIS_EXPIRING);

  private final Register register;
  private final LocalDate date;
  private final InstrumentChecks checks;

  InstrumentFindings(Register register, LocalDate date) {
    this.register = register;
    this.date = date;
    this.checks = new InstrumentChecks(register, RegisterChecks.HORIZON_DAYS);
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    Instrument answered = answered();
    for (Instrument instrument : register.instruments().values()) {
      for (Warning warning : checks.of(instrument, date)) {
        if (OWN.contains(warning.code())) {
          findings.add(finding(instrument, warning));
        }
      }
      checks.ofRelations(instrument).forEach(odd -> findings.add(finding(instrument, odd)));
      missing(instrument, findings);
      afterReport(instrument, answered, findings);
    }
    return findings;
  }

  private void missing(Instrument instrument, List<Finding> findings) {
    // A basis without number or date is asked about at each grant that rests on it.
    boolean isBasis = !Concerns.resting(instrument.id(), register).isEmpty();
    if (instrument.number() == null && !isBasis) {
      findings.add(ask(instrument, WarningCode.INSTRUMENT_NUMBER_MISSING));
    }
    if (instrument.issuedOn() == null && !isBasis) {
      findings.add(ask(instrument, WarningCode.INSTRUMENT_DATE_MISSING));
    }
    if (instrument.issuerId() == null) {
      findings.add(ask(instrument, WarningCode.ISSUER_MISSING));
    }
    if (instrument.title().contains("[…]")) {
      findings.add(ask(instrument, WarningCode.TITLE_CUT));
    }
  }

  /**
   * The newest dated document that an undated, unnumbered report carries out: what the report names
   * can hardly be much younger.
   */
  private @Nullable Instrument answered() {
    Instrument newest = null;
    for (InstrumentRelation relation : register.relations()) {
      Instrument report = register.instrument(relation.fromId());
      Instrument letter = register.instrument(relation.toId());
      if (relation.relation() == RelationKind.IMPLEMENTS
          && report != null
          && report.number() == null
          && report.issuedOn() == null
          && "Báo cáo".equals(report.kind())
          && letter != null
          && letter.issuedOn() != null
          && (newest == null || isAfter(letter, newest))) {
        newest = letter;
      }
    }
    return newest;
  }

  private void afterReport(
      Instrument instrument, @Nullable Instrument answered, List<Finding> findings) {
    if (answered != null && instrument.sourceQuote() != null && isAfter(instrument, answered)) {
      findings.add(
          finding(
              instrument,
              new Warning(
                  WarningCode.DATE_AFTER_REPORT,
                  instrument.id(),
                  instrument.label(),
                  String.valueOf(instrument.issuedOn()),
                  answered.label(),
                  String.valueOf(answered.issuedOn()))));
    }
  }

  private static boolean isAfter(Instrument one, Instrument other) {
    return one.issuedOn() != null
        && other.issuedOn() != null
        && one.issuedOn().isAfter(other.issuedOn());
  }

  private Finding ask(Instrument instrument, WarningCode code) {
    return finding(instrument, new Warning(code, instrument.id(), instrument.label()));
  }

  private Finding finding(Instrument instrument, Warning warning) {
    return new Finding(
        warning,
        Concerns.of(instrument, register),
        Facts.of(warning.code(), warning.arguments(), Facts.of(instrument)));
  }
}
