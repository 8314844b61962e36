package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.BodyKind;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.impact.PowerEffect.Kind;

/**
 * Compares the register with and without an instrument, or a provision of one, on one day: still in
 * force on one side, ended on the other, all else the same. So only what hangs on it can differ.
 */
public final class ImpactAnalysis {
  /** The key of the trial itself, which no record has. */
  private static final String TRIAL = "…";

  private final Register register;
  private final Instrument instrument;
  private final @Nullable Citation part;
  private final Event event;
  private final LocalDate on;
  private final Register with;
  private final Register without;

  /**
   * @param part the provision that it happens to; null for the whole instrument
   */
  public ImpactAnalysis(
      Register register,
      Instrument instrument,
      @Nullable Citation part,
      Event event,
      LocalDate on) {
    this.register = register;
    this.instrument = instrument;
    this.part = part;
    this.event = event;
    this.on = on;
    this.with = replaced(null, InstrumentStatus.IN_FORCE);
    if (part != null) {
      this.without = tried(part);
    } else if (event == Event.AMENDMENT) {
      this.without = replaced(null, InstrumentStatus.PARTLY_EXPIRED);
    } else {
      this.without = replaced(on.minusDays(1), InstrumentStatus.IN_FORCE);
    }
  }

  /** What happens; the register itself stays as it is. */
  public RegisterImpact impact() {
    List<Grant> grants = new ArrayList<>();
    List<Grant> toRead = new ArrayList<>();
    List<Grant> staying = new ArrayList<>();
    sort(grants, toRead, staying);
    List<PowerEffect> powers = new ArrayList<>();
    Set<Commune> communes = new LinkedHashSet<>();
    Map<String, Power> named = new LinkedHashMap<>();
    for (Grant grant : grants) {
      Power power = register.powers().get(grant.powerId());
      if (power != null) {
        named.put(power.id(), power);
      }
      Body grantee = register.body(grant.granteeId());
      register.communes().values().stream()
          .filter(unit -> grantee != null && grantee.level().isCommune() && grant.covers(unit))
          .forEach(communes::add);
    }
    named.values().forEach(power -> powers.add(effect(power, communes)));
    return new RegisterImpact(
        event,
        part,
        on,
        register.statusOn(instrument, on.minusDays(1)),
        without.statusOn(Objects.requireNonNull(without.instrument(instrument.id())), on),
        grants,
        toRead,
        staying,
        broken(grants),
        powers,
        List.copyOf(communes),
        persons(grants));
  }

  private PowerEffect effect(Power power, Set<Commune> communes) {
    CompetenceResolver before = new CompetenceResolver(with);
    CompetenceResolver after = new CompetenceResolver(without);
    PowerEffect shown = null;
    int changed = 0;
    for (Commune unit : register.communes().values()) {
      PowerEffect here =
          effect(power, before.ofPower(power.id(), unit, on), after.ofPower(power.id(), unit, on));
      boolean changes = here.kind() == Kind.LOST || here.kind() == Kind.MOVED;
      if (changes) {
        changed++;
        communes.add(unit);
      }
      if (shown == null || (changes && shown.kind().compareTo(here.kind()) > 0)) {
        shown = here;
      }
    }
    PowerEffect one =
        Objects.requireNonNullElseGet(
            shown,
            () ->
                new PowerEffect(
                    power,
                    Kind.UNCLEAR,
                    Answer.UNDETERMINED,
                    List.of(),
                    Answer.UNDETERMINED,
                    List.of(),
                    0));
    return new PowerEffect(
        one.power(),
        one.kind(),
        one.answerBefore(),
        one.before(),
        one.answerAfter(),
        one.after(),
        changed);
  }

  private PowerEffect effect(Power power, Competence before, Competence after) {
    Kind kind = Kind.MOVED;
    if (event == Event.AMENDMENT) {
      kind = Kind.TO_READ;
    } else if (before.holders().isEmpty() && after.holders().isEmpty()) {
      kind = Kind.UNCLEAR;
    } else if (before.holders().equals(after.holders())) {
      kind = Kind.STAYS;
    } else if (after.holders().isEmpty()) {
      kind = Kind.LOST;
    }
    return new PowerEffect(
        power, kind, before.answer(), before.holders(), after.answer(), after.holders(), 0);
  }

  /**
   * The grants that rest on the instrument: hit; to be read, because they do not say that they rest
   * on another part; and staying, because they do.
   */
  private void sort(List<Grant> hit, List<Grant> toRead, List<Grant> staying) {
    for (List<Grant> grants : register.grantsByPower().values()) {
      for (Grant grant : grants) {
        if (!instrument.id().equals(grant.instrumentId())) {
          continue;
        }
        Provision own = register.provisionOf(grant);
        if (part == null || (own != null && part.covers(own.citation()))) {
          hit.add(grant);
        } else if (own == null || own.citation().covers(part)) {
          toRead.add(grant);
        } else if (register.basisOn(grant, on).carries()) {
          staying.add(grant);
        }
      }
    }
  }

  private List<Grant> broken(List<Grant> lost) {
    return event == Event.AMENDMENT
        ? List.of()
        : BrokenChains.of(
            register, register, lost.stream().map(Grant::id).collect(Collectors.toSet()));
  }

  private List<Body> persons(List<Grant> grants) {
    Set<Body> persons = new LinkedHashSet<>();
    for (Grant grant : grants) {
      Body grantee = register.body(grant.granteeId());
      if (grantee != null && grantee.kind() == BodyKind.HEAD) {
        persons.add(grantee);
      }
    }
    return List.copyOf(persons);
  }

  /** The register in which an instrument of that day acts on the provision. */
  private Register tried(Citation provision) {
    Map<String, Instrument> instruments = new LinkedHashMap<>(with.instruments());
    instruments.put(
        TRIAL,
        new Instrument(
            TRIAL, null, null, null, on, on, null, InstrumentStatus.IN_FORCE, TRIAL, null));
    Map<String, Provision> provisions = new LinkedHashMap<>(with.provisions());
    provisions.put(TRIAL, new Provision(TRIAL, instrument.id(), provision, null));
    List<InstrumentRelation> relations = new ArrayList<>(with.relations());
    RelationKind kind = event == Event.AMENDMENT ? RelationKind.AMENDS : RelationKind.REPEALS;
    relations.add(new InstrumentRelation(TRIAL, kind, instrument.id(), null, TRIAL));
    return new Register(
        with.revision(),
        with.communes(),
        with.bodies(),
        with.fields(),
        instruments,
        relations,
        provisions,
        with.powers(),
        with.grantsByPower());
  }

  /** The register with the instrument as it would be, the part untouched by other instruments. */
  private Register replaced(@Nullable LocalDate last, InstrumentStatus status) {
    Map<String, Instrument> instruments = new LinkedHashMap<>(register.instruments());
    instruments.put(
        instrument.id(),
        new Instrument(
            instrument.id(),
            instrument.number(),
            instrument.kind(),
            instrument.issuerId(),
            instrument.issuedOn(),
            instrument.effectiveFrom(),
            last,
            status,
            instrument.title(),
            instrument.sourceQuote()));
    List<InstrumentRelation> relations =
        register.relations().stream()
            .filter(relation -> register.effect(relation, instrument, part) == null)
            .toList();
    return new Register(
        register.revision(),
        register.communes(),
        register.bodies(),
        register.fields(),
        instruments,
        relations,
        register.provisions(),
        register.powers(),
        register.grantsByPower());
  }
}
