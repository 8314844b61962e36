package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
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

  /**
   * The status of an instrument on a date: first its own dates, then what other instruments did to
   * it by that day, last the status that the source states.
   */
  public InstrumentStatus statusOn(Instrument instrument, LocalDate date) {
    LocalDate start = instrument.startsOn();
    if (start != null && date.isBefore(start)) {
      return InstrumentStatus.NOT_YET_IN_FORCE;
    }
    LocalDate end = instrument.effectiveTo();
    if (end != null && date.isAfter(end)) {
      return InstrumentStatus.EXPIRED;
    }
    InstrumentStatus status = instrument.status();
    for (InstrumentRelation relation : relations) {
      if (relation.toId().equals(instrument.id()) && relation.relation().effect() != null) {
        status = changed(status, relation, date);
      }
    }
    boolean known = instrument.effectiveFrom() != null;
    return status == InstrumentStatus.UNKNOWN && known ? InstrumentStatus.IN_FORCE : status;
  }

  /** The day on which another instrument or its own term ends it, or null. */
  public @Nullable LocalDate endOf(Instrument instrument) {
    LocalDate ends = instrument.effectiveTo() == null ? null : instrument.effectiveTo().plusDays(1);
    for (InstrumentRelation relation : relations) {
      Instrument other = instrument(relation.fromId());
      if (relation.toId().equals(instrument.id())
          && relation.relation().effect() == InstrumentStatus.EXPIRED
          && other != null
          && other.startsOn() != null
          && (ends == null || other.startsOn().isBefore(ends))) {
        ends = other.startsOn();
      }
    }
    return ends;
  }

  /**
   * The status after one relation; before the day of the other instrument its effect is taken back.
   */
  private InstrumentStatus changed(
      InstrumentStatus status, InstrumentRelation relation, LocalDate date) {
    InstrumentStatus effect = relation.relation().effect();
    Instrument other = instruments.get(relation.fromId());
    LocalDate from = other == null ? null : other.startsOn();
    if (effect == null || from == null || status == InstrumentStatus.SUSPENDED) {
      return status;
    }
    if (date.isBefore(from)) {
      return status == effect ? InstrumentStatus.UNKNOWN : status;
    }
    return status == InstrumentStatus.EXPIRED ? status : effect;
  }
}
