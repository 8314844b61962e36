package vn.roquyen.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.LegalBasis;
import vn.roquyen.domain.Register;
import vn.roquyen.service.AnswerCard.Basis;

/**
 * Joins the documents that the national catalogue names with the instruments of the register, which
 * alone knows whether they are in force.
 */
final class LegalBases {
  private static final DateTimeFormatter CATALOGUE_DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

  private final Register register;
  private final LocalDate date;

  LegalBases(Register register, LocalDate date) {
    this.register = register;
    this.date = date;
  }

  /** The bases in the order of the catalogue, each number once. */
  List<Basis> of(List<LegalBasis> named) {
    List<Basis> bases = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (LegalBasis basis : named) {
      if (!basis.number().isBlank() && seen.add(basis.number())) {
        Instrument known = known(basis.number());
        bases.add(known == null ? unknown(basis) : joined(basis, known));
      }
    }
    return bases;
  }

  private @Nullable Instrument known(String number) {
    return register.instruments().values().stream()
        .filter(instrument -> number.equals(instrument.number()))
        .findFirst()
        .orElse(null);
  }

  private Basis joined(LegalBasis basis, Instrument known) {
    return new Basis(
        known.id(),
        basis.number(),
        known.title(),
        text(basis.issuer()),
        known.issuedOn() == null ? day(basis.issued()) : known.issuedOn(),
        null,
        register.statusOn(known, date));
  }

  private static Basis unknown(LegalBasis basis) {
    return new Basis(
        null,
        basis.number(),
        text(basis.title()),
        text(basis.issuer()),
        day(basis.issued()),
        null,
        InstrumentStatus.UNKNOWN);
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given;
  }

  private static @Nullable LocalDate day(@Nullable String given) {
    try {
      return given == null || given.isBlank() ? null : LocalDate.parse(given, CATALOGUE_DAY);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }
}
