package vn.roquyen.service;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Register;
import vn.roquyen.service.AnswerCard.Basis;
import vn.roquyen.service.AnswerCard.InstrumentFacts;
import vn.roquyen.service.AnswerCard.Place;
import vn.roquyen.service.AnswerCard.Related;
import vn.roquyen.service.AnswerCard.Resting;
import vn.roquyen.service.AnswerCard.Source;
import vn.roquyen.service.AnswerCard.Subject;

/** Makes the answer card of a power, a procedure or an instrument for a commune and a day. */
public final class CardService {
  private final RegisterSource registers;
  private final Procedures procedures;

  public CardService(RegisterSource registers, Procedures procedures) {
    this.registers = registers;
    this.procedures = procedures;
  }

  /**
   * The card of one record.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public AnswerCard card(String id, Commune unit, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    Place place = new Place(unit, date);
    Power power = snapshot.register().powers().get(id);
    if (power != null) {
      return ofPower(power, place, snapshot);
    }
    Instrument instrument = snapshot.register().instrument(id);
    if (instrument != null) {
      return ofInstrument(instrument, place, snapshot.register());
    }
    Procedure procedure = procedures.find(id);
    if (procedure == null) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, id);
    }
    return ofProcedure(procedure, place, snapshot);
  }

  private static AnswerCard ofPower(Power power, Place place, RegisterSource.Snapshot snapshot) {
    Register register = snapshot.register();
    Field field = register.fields().get(Objects.toString(power.fieldId(), ""));
    return new AnswerCard(
        new Subject(
            power.id(),
            RecordKind.POWER,
            power.title(),
            power.description(),
            field == null ? null : field.name(),
            modes(power.id(), register)),
        place,
        snapshot.resolver().ofPower(power.id(), place.unit(), place.date()),
        granted(power.id(), register, place.date()),
        null,
        null,
        new Source(register.revision(), null));
  }

  private static AnswerCard ofProcedure(
      Procedure procedure, Place place, RegisterSource.Snapshot snapshot) {
    Register register = snapshot.register();
    List<Basis> basis = new ArrayList<>(granted(procedure.code(), register, place.date()));
    basis.addAll(new LegalBases(register, place.date()).of(procedure.legal()));
    return new AnswerCard(
        new Subject(
            procedure.code(),
            RecordKind.PROCEDURE,
            procedure.name(),
            null,
            procedure.field(),
            modes(procedure.code(), register)),
        place,
        snapshot.resolver().ofProcedure(procedure, place.unit(), place.date()),
        List.copyOf(basis),
        new HandlingReader(snapshot.calendar()).of(procedure, place.date()),
        null,
        new Source(register.revision(), day(procedure.snapshot())));
  }

  private static AnswerCard ofInstrument(Instrument instrument, Place place, Register register) {
    return new AnswerCard(
        new Subject(
            instrument.id(), RecordKind.INSTRUMENT, instrument.title(), null, null, List.of()),
        place,
        null,
        List.of(),
        null,
        new InstrumentFacts(
            instrument,
            name(register.body(instrument.issuerId())),
            register.statusOn(instrument, place.date()),
            relations(instrument, register, place.date()),
            resting(instrument, register)),
        new Source(register.revision(), null));
  }

  private static List<Mode> modes(String id, Register register) {
    return register.grantsOf(id).stream().map(Grant::mode).distinct().toList();
  }

  private static List<Basis> granted(String id, Register register, LocalDate date) {
    Set<Basis> once = new LinkedHashSet<>();
    for (Grant grant : register.grantsOf(id)) {
      Instrument instrument = register.instrument(grant.instrumentId());
      if (instrument != null) {
        once.add(
            new Basis(
                instrument.id(),
                instrument.number(),
                instrument.title(),
                name(register.body(instrument.issuerId())),
                instrument.issuedOn(),
                register.citationOf(grant),
                register.basisOn(grant, date)));
      }
    }
    return List.copyOf(once);
  }

  private static List<Related> relations(Instrument of, Register register, LocalDate date) {
    List<Related> found = new ArrayList<>();
    for (InstrumentRelation relation : register.relations()) {
      boolean outgoing = relation.fromId().equals(of.id());
      Instrument other =
          outgoing || relation.toId().equals(of.id())
              ? register.instrument(outgoing ? relation.toId() : relation.fromId())
              : null;
      if (other != null) {
        Provision part = register.provision(relation.provisionId());
        found.add(
            new Related(
                relation.relation(),
                outgoing,
                other.id(),
                other.label() + (part == null ? "" : " (" + part.citation().text() + ")"),
                register.statusOn(other, date),
                relation.note()));
      }
    }
    return List.copyOf(found);
  }

  private static List<Resting> resting(Instrument instrument, Register register) {
    Map<String, Resting> found = new LinkedHashMap<>();
    for (List<Grant> grants : register.grantsByPower().values()) {
      for (Grant grant : grants) {
        if (instrument.id().equals(grant.instrumentId())) {
          found.putIfAbsent(grant.powerId(), Resting.of(grant, register));
        }
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Resting::id)).toList();
  }

  private static @Nullable String name(@Nullable Body body) {
    return body == null ? null : body.name();
  }

  private static @Nullable LocalDate day(@Nullable String iso) {
    try {
      return iso == null ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }
}
