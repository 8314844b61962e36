package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentChecks;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.Warning;
import vn.roquyen.search.SearchIndex;

/** Shows the instruments of the register, how they act on each other and what rests on them. */
public final class InstrumentService {
  /** The most procedures that a detail names. */
  private static final int PROCEDURES = 100;

  private final RegisterSource registers;
  private final Procedures procedures;
  private final SearchIndex index;
  private final VietnameseOrder alphabet = new VietnameseOrder();

  public InstrumentService(RegisterSource registers, Procedures procedures, SearchIndex index) {
    this.registers = registers;
    this.procedures = procedures;
    this.index = index;
  }

  /** All instruments with their status on the date, in the order of their ids. */
  public List<InstrumentLine> list(LocalDate date) {
    Register register = registers.current();
    Map<String, Integer> grants = new HashMap<>();
    register
        .grantsByPower()
        .values()
        .forEach(
            ofPower ->
                ofPower.forEach(
                    grant -> {
                      if (grant.instrumentId() != null) {
                        grants.merge(grant.instrumentId(), 1, Integer::sum);
                      }
                    }));
    return register.instruments().values().stream()
        .map(
            instrument -> line(instrument, register, date, grants.getOrDefault(instrument.id(), 0)))
        .toList();
  }

  /**
   * One instrument whole, with what rests on it as the commune sees it on the date.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public InstrumentDetail detail(String id, Commune unit, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    Register register = snapshot.register();
    Instrument instrument = register.instrument(id);
    if (instrument == null) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, id);
    }
    List<PowerAtUnit> powers =
        register.powers().values().stream()
            .filter(power -> restsOn(power.id(), id, register))
            .map(power -> CompetenceService.powerAt(power, snapshot, unit, date))
            .toList();
    int grants =
        (int)
            powers.stream()
                .flatMap(power -> power.grants().stream())
                .filter(grant -> id.equals(grant.instrumentId()))
                .count();
    List<ProcedureLine> resting = proceduresOn(instrument, snapshot, unit, date);
    InstrumentChecks checks = new InstrumentChecks(register);
    List<Warning> oddities = new ArrayList<>(checks.of(instrument, date));
    oddities.addAll(checks.ofRelations(instrument));
    return new InstrumentDetail(
        line(instrument, register, date, grants),
        related(register, date, relation -> relation.fromId().equals(id) ? relation.toId() : null),
        related(register, date, relation -> relation.toId().equals(id) ? relation.fromId() : null),
        provisions(instrument, register, date),
        alphabet.sorted(powers, power -> power.power().title()),
        resting.subList(0, Math.min(PROCEDURES, resting.size())),
        resting.size(),
        oddities);
  }

  private static List<InstrumentDetail.ProvisionLine> provisions(
      Instrument instrument, Register register, LocalDate date) {
    Map<Provision, List<AnswerCard.Resting>> resting = new LinkedHashMap<>();
    register.provisionsOf(instrument.id()).forEach(one -> resting.put(one, new ArrayList<>()));
    for (List<Grant> grants : register.grantsByPower().values()) {
      for (Grant grant : grants) {
        Provision named = register.provisionOf(grant);
        if (named != null && resting.containsKey(named)) {
          resting.get(named).add(AnswerCard.Resting.of(grant, register));
        }
      }
    }
    return resting.entrySet().stream()
        .map(
            entry ->
                new InstrumentDetail.ProvisionLine(
                    entry.getKey(),
                    register.statusOn(instrument, entry.getKey().citation(), date),
                    entry.getValue().stream().distinct().toList()))
        .toList();
  }

  private static boolean restsOn(String powerId, String instrumentId, Register register) {
    return register.grantsOf(powerId).stream()
        .anyMatch(grant -> instrumentId.equals(grant.instrumentId()));
  }

  private static InstrumentLine line(
      Instrument instrument, Register register, LocalDate date, int grants) {
    return new InstrumentLine(
        instrument,
        register.body(instrument.issuerId()),
        register.statusOn(instrument, date),
        grants);
  }

  /**
   * @param otherEnd the id of the other instrument when the relation is one of those wanted, else
   *     null
   */
  private static List<InstrumentDetail.Related> related(
      Register register, LocalDate date, Function<InstrumentRelation, @Nullable String> otherEnd) {
    InstrumentChecks checks = new InstrumentChecks(register);
    List<InstrumentDetail.Related> related = new ArrayList<>();
    for (InstrumentRelation relation : register.relations()) {
      Instrument other = register.instrument(otherEnd.apply(relation));
      if (other != null) {
        Provision part = register.provision(relation.provisionId());
        related.add(
            new InstrumentDetail.Related(
                relation.relation(),
                other,
                part == null ? null : part.citation().text(),
                register.statusOn(other, date),
                relation.note(),
                checks.isDateOdd(relation)));
      }
    }
    related.sort((left, right) -> left.kind().compareTo(right.kind()));
    return List.copyOf(related);
  }

  private List<ProcedureLine> proceduresOn(
      Instrument instrument, RegisterSource.Snapshot snapshot, Commune unit, LocalDate date) {
    Register register = snapshot.register();
    Set<String> ids = new LinkedHashSet<>();
    register.grantsByPower().keySet().stream()
        .filter(code -> restsOn(code, instrument.id(), register))
        .forEach(ids::add);
    if (instrument.number() != null) {
      ids.addAll(index.restingOn(instrument.number()));
    }
    ids.removeAll(register.powers().keySet());
    if (ids.isEmpty()) {
      return List.of();
    }
    List<ProcedureLine> lines =
        procedures.summaries(ids).values().stream()
            .map(
                procedure ->
                    ProcedureLine.of(
                        procedure, snapshot.resolver().ofProcedure(procedure, unit, date)))
            .toList();
    return alphabet.sorted(lines, ProcedureLine::name);
  }
}
