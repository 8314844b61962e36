package vn.roquyen.domain.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.LegalBasis;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/**
 * What the procedures of the catalogue let somebody ask: who decides, and whether the basis holds.
 */
public final class CatalogueChecks {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final Set<WarningCode> DECIDING =
      EnumSet.of(
          WarningCode.DECIDING_BODY_MISSING,
          WarningCode.DECIDING_BODY_VAGUE,
          WarningCode.DECIDING_BODY_ABOLISHED);

  private final Register register;
  private final CompetenceResolver resolver;
  private final LocalDate date;
  private final Map<String, LocalDate> lastDays;
  private final Map<String, Instrument> byNumber = new HashMap<>();
  private final Map<String, String> fieldsByName;

  /**
   * The checks on a day.
   *
   * @param lastDays known last days of central instruments, by number; what the register says of an
   *     instrument goes before
   */
  public CatalogueChecks(
      Register register,
      CompetenceResolver resolver,
      Map<String, LocalDate> lastDays,
      LocalDate date) {
    this.register = register;
    this.resolver = resolver;
    this.lastDays = lastDays;
    this.date = date;
    for (Instrument instrument : register.instruments().values()) {
      if (instrument.number() != null) {
        byNumber.putIfAbsent(instrument.number(), instrument);
      }
    }
    fieldsByName =
        register.fields().values().stream()
            .collect(
                Collectors.toMap(
                    field -> field.name().toLowerCase(Locale.ROOT), Field::id, (one, two) -> one));
  }

  /** The findings of one procedure as a commune sees it. */
  public List<Finding> of(Procedure procedure, Commune unit) {
    List<Finding> findings = new ArrayList<>();
    Competence competence = resolver.ofProcedure(procedure, unit, date);
    boolean communeDecides = competence.answer() == Answer.COMMUNE;
    for (Warning warning : competence.warnings()) {
      if (DECIDING.contains(warning.code())) {
        findings.add(finding(procedure, warning, procedure.levels().contains("xa"), Set.of()));
      }
    }
    procedure.legal().stream()
        .map(LegalBasis::number)
        .distinct()
        .forEach(number -> basis(procedure, number, communeDecides, findings));
    return findings;
  }

  private void basis(
      Procedure procedure, String number, boolean communeDecides, List<Finding> findings) {
    Instrument known = byNumber.get(number);
    LocalDate end = known == null ? null : known.effectiveTo();
    if (end == null) {
      end = lastDays.get(number);
    }
    Warning warning = warning(procedure.code(), number, known, end);
    if (warning != null) {
      findings.add(
          finding(
              procedure, warning, communeDecides, known == null ? Set.of() : Set.of(known.id())));
    }
  }

  private @Nullable Warning warning(
      String code, String number, @Nullable Instrument known, @Nullable LocalDate end) {
    boolean ended = end != null && date.isAfter(end);
    boolean repealed = known != null && !register.statusOn(known, date).carries();
    if (ended || repealed) {
      return new Warning(WarningCode.BASIS_EXPIRED, code, number);
    }
    return end != null && date.plusDays(RegisterChecks.HORIZON_DAYS).isAfter(end)
        ? new Warning(WarningCode.BASIS_EXPIRING, code, number, DAY.format(end))
        : null;
  }

  private Finding finding(
      Procedure procedure, Warning warning, boolean communeDecides, Set<String> instruments) {
    String field = Objects.toString(procedure.field(), "");
    Set<String> fields =
        field.isEmpty()
            ? Set.of()
            : Set.of(fieldsByName.getOrDefault(field.toLowerCase(Locale.ROOT), field));
    return new Finding(
        warning,
        new Concern(fields, instruments, List.of(), communeDecides),
        Facts.of(warning.code(), warning.arguments(), procedure.authority(), procedure.agency()));
  }
}
