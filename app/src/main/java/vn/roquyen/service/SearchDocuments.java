package vn.roquyen.service;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.LegalBasis;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Register;
import vn.roquyen.search.SearchDocument;

/** Says what the index shall know of each record of the register, as it stands on a day. */
final class SearchDocuments {
  /** Enough to tell procedures apart; the rest of a long text is legal boilerplate. */
  private static final int LONGEST_BODY = 4_000;

  private static final Commune NO_COMMUNE = new Commune("", "", "", "", "", List.of());

  private final Register register;
  private final CompetenceResolver resolver;
  private final LocalDate today;
  private final Commune anyCommune;

  SearchDocuments(Register register, LocalDate today) {
    this.register = register;
    this.resolver = new CompetenceResolver(register);
    this.today = today;
    this.anyCommune = register.communes().values().stream().findFirst().orElse(NO_COMMUNE);
  }

  /** All powers and instruments. */
  Stream<SearchDocument> ofRegister() {
    return Stream.concat(
        register.powers().values().stream().map(this::of),
        register.instruments().values().stream().map(this::of));
  }

  private SearchDocument of(Power power) {
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    Set<Level> levels = EnumSet.noneOf(Level.class);
    Set<String> basis = new HashSet<>();
    StringBuilder text = new StringBuilder(Objects.toString(power.description(), ""));
    boolean inForce = false;
    for (Grant grant : register.grantsOf(power.id())) {
      modes.add(grant.mode());
      Body grantee = register.body(grant.granteeId());
      if (grantee != null) {
        levels.add(grantee.level());
        text.append('\n').append(grantee.name());
      }
      Instrument instrument = register.instrument(grant.instrumentId());
      if (instrument != null) {
        basis.add(instrument.label());
        inForce |= grant.runsOn(today) && register.basisOn(grant, today).carries();
      }
    }
    return new SearchDocument(
        power.id(),
        RecordKind.POWER,
        power.title(),
        null,
        power.keywords(),
        text.toString(),
        null,
        fieldName(power.fieldId()),
        modes,
        levels,
        inForce,
        resolver.ofPower(power.id(), anyCommune, today).answer() == Answer.COMMUNE,
        List.copyOf(basis));
  }

  private SearchDocument of(Instrument instrument) {
    Body issuer = register.body(instrument.issuerId());
    return new SearchDocument(
        instrument.id(),
        RecordKind.INSTRUMENT,
        instrument.title(),
        instrument.number(),
        instrument.kind(),
        issuer == null ? null : issuer.name(),
        null,
        null,
        Set.of(),
        issuer == null ? Set.of() : Set.of(issuer.level()),
        register.statusOn(instrument, today).carries(),
        false,
        List.of());
  }

  /** One procedure. */
  SearchDocument of(Procedure procedure) {
    Competence competence = resolver.ofProcedure(procedure, anyCommune, today);
    return new SearchDocument(
        procedure.code(),
        RecordKind.PROCEDURE,
        procedure.name(),
        procedure.code(),
        null,
        joined(Stream.of(procedure.result(), procedure.conditions())),
        body(procedure),
        procedure.field(),
        modes(procedure),
        levels(procedure, competence),
        true,
        isForCommune(procedure, competence),
        procedure.legal().stream().map(LegalBasis::number).toList());
  }

  /** A commune body decides; or the portal files it under the commune and names nobody else. */
  private static boolean isForCommune(Procedure procedure, Competence competence) {
    return competence.answer() == Answer.COMMUNE
        || procedure.authority() == null && procedure.levels().contains("xa");
  }

  private Set<Mode> modes(Procedure procedure) {
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    register.grantsOf(procedure.code()).forEach(grant -> modes.add(grant.mode()));
    return modes;
  }

  private static String body(Procedure procedure) {
    String whole =
        joined(
            Stream.concat(
                Stream.of(procedure.agency(), procedure.authority(), procedure.subjects()),
                Stream.concat(
                    procedure.dossier().stream().map(DossierItem::name),
                    Stream.of(procedure.steps()))));
    return whole.substring(0, Math.min(whole.length(), LONGEST_BODY));
  }

  private static String joined(Stream<@Nullable String> parts) {
    return String.join("\n", parts.filter(Objects::nonNull).toList());
  }

  /** The levels of those who decide; the portal's tags only where nobody is named. */
  private static Set<Level> levels(Procedure procedure, Competence competence) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    for (Competence.Holder holder : competence.holders()) {
      if (holder.level() != null) {
        levels.add(holder.level());
      }
    }
    if (levels.isEmpty()) {
      procedure.levels().forEach(tag -> addTag(tag, levels));
    }
    return levels;
  }

  private static void addTag(String tag, Set<Level> levels) {
    switch (tag) {
      case "tinh" -> levels.add(Level.PROVINCE);
      case "bo" -> levels.add(Level.CENTRAL);
      default -> {
        // "xa" alone does not make the commune competent; "khac" names no level.
      }
    }
  }

  private @Nullable String fieldName(@Nullable String fieldId) {
    Field field = register.fields().get(Objects.toString(fieldId, ""));
    return field == null ? null : field.name();
  }
}
