package vn.roquyen.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is odd or missing in an instrument on a date, for those who rest on it or read it. */
public final class InstrumentChecks {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Register register;
  private final int endingSoonDays;

  public InstrumentChecks(Register register) {
    this(register, GrantChecks.ENDING_SOON_DAYS);
  }

  /**
   * Checks with a horizon of their own.
   *
   * @param endingSoonDays an end within this many days is pointed out
   */
  public InstrumentChecks(Register register, int endingSoonDays) {
    this.register = register;
    this.endingSoonDays = endingSoonDays;
  }

  /** The warnings of one instrument: its status, what is not stated of it, and its dates. */
  public List<Warning> of(Instrument instrument, LocalDate date) {
    return of(instrument, null, date);
  }

  /** The same for who rests on a provision of it, whose status then counts; null for the whole. */
  List<Warning> of(Instrument instrument, @Nullable Provision part, LocalDate date) {
    List<Warning> warnings = new ArrayList<>();
    Citation citation = part == null ? null : part.citation();
    WarningCode status =
        switch (register.statusOn(instrument, citation, date)) {
          case IN_FORCE -> null;
          case PARTLY_EXPIRED -> WarningCode.BASIS_PARTLY_EXPIRED;
          case EXPIRED -> WarningCode.BASIS_EXPIRED;
          case NOT_YET_IN_FORCE -> WarningCode.BASIS_NOT_YET_IN_FORCE;
          case SUSPENDED -> WarningCode.BASIS_SUSPENDED;
          case UNKNOWN -> WarningCode.BASIS_STATUS_UNKNOWN;
        };
    if (status != null) {
      String named = citation == null ? instrument.label() : citation.in(instrument);
      warnings.add(new Warning(status, instrument.id(), named));
    }
    LocalDate ends = instrument.effectiveTo();
    if (ends != null && !date.isAfter(ends) && date.plusDays(endingSoonDays).isAfter(ends)) {
      warnings.add(
          new Warning(
              WarningCode.BASIS_EXPIRING, instrument.id(), instrument.label(), DAY.format(ends)));
    }
    add(
        instrument.number() == null ? WarningCode.BASIS_NUMBER_MISSING : null,
        instrument,
        warnings);
    add(
        instrument.issuedOn() == null ? WarningCode.BASIS_DATE_MISSING : null,
        instrument,
        warnings);
    dates(instrument, date, warnings);
    return warnings;
  }

  private static void dates(Instrument instrument, LocalDate date, List<Warning> warnings) {
    LocalDate issued = instrument.issuedOn();
    LocalDate effective = instrument.effectiveFrom();
    if (issued != null && issued.isAfter(date)) {
      warnings.add(
          new Warning(
              WarningCode.DATE_ODD, instrument.id(), instrument.label(), DAY.format(issued)));
    }
    if (issued != null && effective != null && effective.isBefore(issued)) {
      warnings.add(
          new Warning(
              WarningCode.EFFECT_BEFORE_ISSUE,
              instrument.id(),
              instrument.label(),
              DAY.format(effective),
              DAY.format(issued)));
    }
  }

  /** The relations of an instrument that is older than what it carries out, amends or rests on. */
  public List<Warning> ofRelations(Instrument instrument) {
    List<Warning> warnings = new ArrayList<>();
    for (InstrumentRelation relation : register.relations()) {
      Instrument to = register.instrument(relation.toId());
      if (to != null && relation.fromId().equals(instrument.id()) && isDateOdd(relation)) {
        warnings.add(
            new Warning(
                WarningCode.RELATION_DATE_ODD, instrument.id(), instrument.label(), to.label()));
      }
    }
    return warnings;
  }

  /** True when an instrument refers to one that was issued after it. */
  public boolean isDateOdd(InstrumentRelation relation) {
    Instrument from = register.instrument(relation.fromId());
    Instrument to = register.instrument(relation.toId());
    LocalDate earlier = from == null ? null : from.issuedOn();
    LocalDate later = to == null ? null : to.issuedOn();
    return earlier != null && later != null && earlier.isBefore(later);
  }

  private static void add(
      @Nullable WarningCode code, Instrument instrument, List<Warning> warnings) {
    if (code != null) {
      warnings.add(new Warning(code, instrument.id(), instrument.label()));
    }
  }
}
