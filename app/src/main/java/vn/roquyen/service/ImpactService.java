package vn.roquyen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Difficulty;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationGraph;
import vn.roquyen.domain.Rows;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.impact.Event;
import vn.roquyen.domain.impact.ImpactAnalysis;
import vn.roquyen.domain.impact.ProposalAnalysis;
import vn.roquyen.domain.impact.RegisterImpact;
import vn.roquyen.exchange.CsvWriter;
import vn.roquyen.exchange.XlsxWriter;
import vn.roquyen.platform.Messages;
import vn.roquyen.search.SearchIndex;

/** Says what a repeal, an amendment or an expiry would break. */
public final class ImpactService {
  /** How far a diagram of relations goes to either side. */
  private static final int STEPS = 2;

  private final RegisterSource registers;
  private final Procedures procedures;
  private final SearchIndex index;
  private final ImpactEvidence evidence;
  private final VietnameseOrder alphabet = new VietnameseOrder();

  public ImpactService(
      RegisterSource registers, Procedures procedures, SearchIndex index, Rows rows) {
    this.registers = registers;
    this.procedures = procedures;
    this.index = index;
    this.evidence = new ImpactEvidence(rows);
  }

  /**
   * What is asked.
   *
   * @param instrument id or number
   * @param part the provision that it happens to; null for the whole
   * @param on the first day without it; null for the day on which it ends, else today
   * @param event null for what happens to it according to the register, else a repeal
   */
  public record Asked(
      String instrument,
      @Nullable Citation part,
      @Nullable LocalDate on,
      @Nullable Event event,
      LocalDate today) {}

  /**
   * What happens when an instrument ends or is amended; nothing is written.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public InstrumentImpact impact(Asked asked) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    Register register = snapshot.register();
    Instrument known = find(asked.instrument().strip(), register);
    Instrument instrument = known == null ? named(asked.instrument().strip()) : known;
    LocalDate ends = register.endOf(instrument, asked.part());
    LocalDate on =
        asked.on() != null ? asked.on() : Objects.requireNonNullElse(ends, asked.today());
    RegisterImpact impact =
        new ImpactAnalysis(register, instrument, asked.part(), event(asked, instrument, ends), on)
            .impact();
    List<Procedure> hit = procedures(instrument, impact, register);
    List<InstrumentImpact.Hit> hits = hits(hit, snapshot, on);
    List<Difficulty> told = evidence.difficulties(numbers(instrument, register));
    return new InstrumentImpact(
        instrument,
        known != null,
        impact,
        acts(instrument, register),
        communes(impact, hits, register),
        alphabet.sorted(hits, InstrumentImpact.Hit::name),
        forms(hit),
        told,
        evidence.figures(told),
        register.provisionsOf(instrument.id()).stream()
            .map(Provision::citation)
            .distinct()
            .toList(),
        passings(
            Stream.of(impact.grants(), impact.toRead(), impact.staying(), impact.broken())
                .flatMap(List::stream),
            register));
  }

  private static List<InstrumentImpact.Hit> hits(
      List<Procedure> hit, RegisterSource.Snapshot snapshot, LocalDate on) {
    Commune seenFrom = snapshot.register().communes().values().stream().findFirst().orElse(null);
    return hit.stream()
        .map(
            procedure ->
                new InstrumentImpact.Hit(
                    procedure.code(),
                    procedure.name(),
                    seenFrom != null
                        && snapshot.resolver().ofProcedure(procedure, seenFrom, on).answer()
                            == Answer.COMMUNE))
        .toList();
  }

  /** What operations do that are not recorded yet; nothing is written. */
  public ProposalImpact proposal(List<Operation> operations, LocalDate today) {
    Register register = registers.current();
    ProposalAnalysis analysis = new ProposalAnalysis(register, operations, today);
    List<InstrumentImpact> instruments =
        analysis.instruments().stream().map(hit -> impact(asked(hit, today))).toList();
    ProposalAnalysis.Effects effects = analysis.effects();
    List<Procedure> granted =
        procedures(effects.powers().stream().map(effect -> effect.power().id()), register);
    return new ProposalImpact(
        instruments,
        named(effects, granted),
        forms(granted),
        passings(effects.broken().stream(), register));
  }

  /** A procedure can be granted as a power is; then it is known by its code and name. */
  private static ProposalAnalysis.Effects named(
      ProposalAnalysis.Effects effects, List<Procedure> granted) {
    Map<String, Procedure> byCode = new HashMap<>();
    granted.forEach(procedure -> byCode.put(procedure.code(), procedure));
    return new ProposalAnalysis.Effects(
        effects.powers().stream()
            .map(
                effect -> {
                  Procedure procedure = byCode.get(effect.power().id());
                  return procedure == null
                      ? effect
                      : effect.named(procedure.code() + " " + procedure.name());
                })
            .toList(),
        effects.broken(),
        effects.communes(),
        effects.persons());
  }

  private List<Procedure> procedures(Stream<String> ids, Register register) {
    List<String> codes = ids.filter(id -> !register.powers().containsKey(id)).toList();
    return codes.isEmpty() ? List.of() : procedures.withDossiers(codes);
  }

  private static Asked asked(ProposalAnalysis.Hit hit, LocalDate today) {
    return new Asked(hit.instrument(), hit.part(), hit.on(), hit.event(), today);
  }

  private static Map<String, InstrumentImpact.Passing> passings(
      Stream<Grant> grants, Register register) {
    Map<String, InstrumentImpact.Passing> passings = new HashMap<>();
    for (Grant grant : grants.toList()) {
      passings.put(
          grant.id(),
          new InstrumentImpact.Passing(
              register.titleOf(grant.powerId()),
              register.citationOf(grant),
              name(register.body(grant.grantorId())),
              name(register.body(grant.granteeId()))));
    }
    return passings;
  }

  private static @Nullable String name(@Nullable Body body) {
    return body == null ? null : body.name();
  }

  /**
   * The instruments around one, two steps to either side.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public RelationGraph relations(String id, LocalDate date) {
    Register register = registers.current();
    Instrument centre = register.instrument(id);
    if (centre == null) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, id);
    }
    return RelationGraph.around(register, centre, date, STEPS);
  }

  /**
   * Writes what happens as a table; a name that ends in {@code .csv} makes a CSV file, any other a
   * workbook.
   *
   * @throws Fault OUTPUT_FAILED, DISK_FULL
   */
  public void export(InstrumentImpact impact, Messages messages, Path file) {
    List<String> header =
        List.of(
            messages.text("impact.table.part"),
            messages.text("impact.table.what"),
            messages.text("export.id"));
    List<List<String>> rows = new ArrayList<>();
    for (ImpactWords.Part part : new ImpactWords(messages).parts(impact)) {
      for (ImpactWords.Entry entry : part.entries()) {
        rows.add(List.of(part.heading(), entry.text(), Objects.toString(entry.id(), "")));
      }
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      CsvWriter.write(file, header, rows);
    } else {
      XlsxWriter.write(file, messages.text("impact.file"), header, rows);
    }
  }

  private static Event event(Asked asked, Instrument instrument, @Nullable LocalDate ends) {
    if (asked.event() != null) {
      return asked.event();
    }
    boolean byItself =
        instrument.effectiveTo() != null && instrument.effectiveTo().plusDays(1).equals(ends);
    return byItself ? Event.EXPIRY : Event.REPEAL;
  }

  private static @Nullable Instrument find(String given, Register register) {
    Instrument byId = register.instrument(given);
    String plain = PlainLetters.of(given.strip());
    return byId != null
        ? byId
        : register.instruments().values().stream()
            .filter(one -> one.number() != null && PlainLetters.of(one.number()).equals(plain))
            .findFirst()
            .orElse(null);
  }

  /** An instrument that only the catalogue names. */
  private Instrument named(String number) {
    if (index.restingOn(number).isEmpty()) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, number);
    }
    return new Instrument(
        number, number, null, null, null, null, null, InstrumentStatus.UNKNOWN, number, null);
  }

  private List<Procedure> procedures(
      Instrument instrument, RegisterImpact impact, Register register) {
    Set<String> codes = new LinkedHashSet<>();
    impact.grants().stream().map(Grant::powerId).forEach(codes::add);
    codes.removeAll(register.powers().keySet());
    if (instrument.number() != null) {
      codes.addAll(index.restingOn(instrument.number()));
    }
    return codes.isEmpty() ? List.of() : procedures.withDossiers(codes);
  }

  private static List<Commune> communes(
      RegisterImpact impact, List<InstrumentImpact.Hit> hits, Register register) {
    // The catalogue names instruments alone: a repeal of one provision need not be of these.
    return impact.part() == null && hits.stream().anyMatch(InstrumentImpact.Hit::communeDecides)
        ? List.copyOf(register.communes().values())
        : impact.communes();
  }

  private static List<String> forms(List<Procedure> hit) {
    return hit.stream()
        .flatMap(procedure -> procedure.dossier().stream())
        .map(DossierItem::form)
        .filter(form -> form != null && !form.isBlank())
        .map(String::strip)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<InstrumentImpact.Act> acts(Instrument instrument, Register register) {
    List<InstrumentImpact.Act> acts = new ArrayList<>();
    for (InstrumentRelation relation : register.relations()) {
      boolean outgoing = relation.fromId().equals(instrument.id());
      if (outgoing || relation.toId().equals(instrument.id())) {
        Instrument other = register.instrument(outgoing ? relation.toId() : relation.fromId());
        if (other != null) {
          Provision part = register.provision(relation.provisionId());
          acts.add(
              new InstrumentImpact.Act(
                  relation.relation(),
                  outgoing,
                  part == null ? null : part.citation().text(),
                  other));
        }
      }
    }
    return acts;
  }

  /** Its own number and those of the instruments that it ends or amends. */
  private static Set<String> numbers(Instrument instrument, Register register) {
    Set<String> numbers = new LinkedHashSet<>();
    if (instrument.number() != null) {
      numbers.add(instrument.number());
    }
    for (InstrumentImpact.Act act : acts(instrument, register)) {
      String number = act.other().number();
      if (act.outgoing() && act.kind().effect() != null && number != null) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
