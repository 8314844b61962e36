package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the register that the resolver reasons over, as it stands at one revision. Small
 * (hundreds of rows), so it is read whole; procedures are not in it.
 *
 * @param grantsByPower grants by the power or procedure they grant, in the order of their ids
 */
public record Register(
    long revision,
    Map<String, Commune> communes,
    Map<String, Body> bodies,
    Map<String, Field> fields,
    Map<String, Instrument> instruments,
    List<InstrumentRelation> relations,
    Map<String, Provision> provisions,
    Map<String, Power> powers,
    Map<String, List<Grant>> grantsByPower) {

  /** The grants of a power or procedure; empty when there are none. */
  public List<Grant> grantsOf(String powerId) {
    return grantsByPower.getOrDefault(powerId, List.of());
  }

  /** The body of that id, or null when the id is null or unknown. */
  public @Nullable Body body(@Nullable String id) {
    return id == null ? null : bodies.get(id);
  }

  /** The instrument of that id, or null when the id is null or unknown. */
  public @Nullable Instrument instrument(@Nullable String id) {
    return id == null ? null : instruments.get(id);
  }

  /** The field and those above it, topmost first; empty when the id is null or unknown. */
  public List<Field> fieldPath(@Nullable String id) {
    Deque<Field> path = new ArrayDeque<>();
    Field field = id == null ? null : fields.get(id);
    while (field != null && !path.contains(field)) {
      path.addFirst(field);
      field = field.parentId() == null ? null : fields.get(field.parentId());
    }
    return List.copyOf(path);
  }

  /** The title of a power, or its id when the register does not have it. */
  public String titleOf(String powerId) {
    Power power = powers.get(powerId);
    return power == null ? powerId : power.title();
  }

  /** The provision of that id, or null when the id is null or unknown. */
  public @Nullable Provision provision(@Nullable String id) {
    return id == null ? null : provisions.get(id);
  }

  /** The provisions of an instrument, in the order of the document. */
  public List<Provision> provisionsOf(String instrumentId) {
    return provisions.values().stream()
        .filter(provision -> provision.instrumentId().equals(instrumentId))
        .sorted(Comparator.comparing(Provision::citation).thenComparing(Provision::id))
        .toList();
  }

  /**
   * The provision on which a grant rests; null when it names none, or one that its instrument does
   * not have.
   */
  public @Nullable Provision provisionOf(Grant grant) {
    Provision named = provision(grant.provisionId());
    return named != null && named.instrumentId().equals(grant.instrumentId()) ? named : null;
  }

  /** Which part of its instrument a grant rests on, in words; null when nothing says it. */
  public @Nullable String citationOf(Grant grant) {
    Provision named = provisionOf(grant);
    return named == null ? grant.provision() : named.citation().text();
  }

  /**
   * The status on a date of what a grant rests on: of the provision that it names, or the whole.
   */
  public InstrumentStatus basisOn(Grant grant, LocalDate date) {
    Instrument instrument = instrument(grant.instrumentId());
    return instrument == null ? InstrumentStatus.UNKNOWN : statusOn(instrument, part(grant), date);
  }

  /** The day on which what a grant rests on ends, or null. */
  public @Nullable LocalDate endOfBasis(Grant grant) {
    Instrument instrument = instrument(grant.instrumentId());
    return instrument == null ? null : endOf(instrument, part(grant));
  }

  private @Nullable Citation part(Grant grant) {
    Provision named = provisionOf(grant);
    return named == null ? null : named.citation();
  }

  /** The status of an instrument as a whole on a date. */
  public InstrumentStatus statusOn(Instrument instrument, LocalDate date) {
    return statusOn(instrument, null, date);
  }

  /**
   * The status of an instrument or a part of it on a date: first its own dates, then what other
   * instruments did to it by that day, last the status that the source states.
   *
   * @param part null for the whole
   */
  public InstrumentStatus statusOn(Instrument instrument, @Nullable Citation part, LocalDate date) {
    LocalDate start = instrument.startsOn();
    if (start != null && date.isBefore(start)) {
      return InstrumentStatus.NOT_YET_IN_FORCE;
    }
    LocalDate end = instrument.effectiveTo();
    if (end != null && date.isAfter(end)) {
      return InstrumentStatus.EXPIRED;
    }
    InstrumentStatus status = changed(instrument, part, date);
    boolean known = instrument.effectiveFrom() != null;
    return status == InstrumentStatus.UNKNOWN && known ? InstrumentStatus.IN_FORCE : status;
  }

  /** The day on which another instrument or its own term ends it, or null. */
  public @Nullable LocalDate endOf(Instrument instrument) {
    return endOf(instrument, null);
  }

  /**
   * The same for a part of it.
   *
   * @param part null for the whole
   */
  public @Nullable LocalDate endOf(Instrument instrument, @Nullable Citation part) {
    LocalDate ends = instrument.effectiveTo() == null ? null : instrument.effectiveTo().plusDays(1);
    for (InstrumentRelation relation : relations) {
      LocalDate from = beginning(relation);
      if (effect(relation, instrument, part) == InstrumentStatus.EXPIRED
          && from != null
          && (ends == null || from.isBefore(ends))) {
        ends = from;
      }
    }
    return ends;
  }

  /**
   * The status that a relation gives to an instrument or a part of it; null when it does nothing to
   * that. A relation to a provision ends what lies within it, and a part of what it lies in.
   *
   * @param part null for the whole
   */
  public @Nullable InstrumentStatus effect(
      InstrumentRelation relation, Instrument instrument, @Nullable Citation part) {
    InstrumentStatus effect = relation.relation().effect();
    if (effect == null || !relation.toId().equals(instrument.id())) {
      return null;
    }
    if (relation.provisionId() == null) {
      return effect;
    }
    Provision named = provision(relation.provisionId());
    if (part == null || named == null) {
      return InstrumentStatus.PARTLY_EXPIRED;
    }
    if (named.citation().covers(part)) {
      return effect;
    }
    return part.covers(named.citation()) ? InstrumentStatus.PARTLY_EXPIRED : null;
  }

  private @Nullable LocalDate beginning(InstrumentRelation relation) {
    Instrument other = instruments.get(relation.fromId());
    return other == null ? null : other.startsOn();
  }

  /** What others made of the stated status; before their day their effect is taken back. */
  private InstrumentStatus changed(Instrument instrument, @Nullable Citation part, LocalDate date) {
    InstrumentStatus status = stated(instrument, part);
    if (status == InstrumentStatus.SUSPENDED) {
      return status;
    }
    InstrumentStatus done = null;
    for (InstrumentRelation relation : relations) {
      InstrumentStatus effect = effect(relation, instrument, part);
      LocalDate from = beginning(relation);
      if (effect == null || from == null) {
        continue;
      }
      if (date.isBefore(from)) {
        status = status == effect ? InstrumentStatus.UNKNOWN : status;
      } else {
        done = done == InstrumentStatus.EXPIRED ? done : effect;
      }
    }
    return done == null || status == InstrumentStatus.EXPIRED ? status : done;
  }

  /**
   * What the source states. That an instrument ended in part says nothing of one part where the
   * register names the parts that did.
   */
  private InstrumentStatus stated(Instrument instrument, @Nullable Citation part) {
    boolean named =
        part != null
            && instrument.status() == InstrumentStatus.PARTLY_EXPIRED
            && relations.stream()
                .anyMatch(
                    relation ->
                        relation.provisionId() != null
                            && relation.toId().equals(instrument.id())
                            && relation.relation().effect() != null);
    return named ? InstrumentStatus.IN_FORCE : instrument.status();
  }
}
