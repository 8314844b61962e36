package vn.roquyen.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Rows;
import vn.roquyen.persistence.PastRegister;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.RowChanges;
import vn.roquyen.persistence.VersionRepository;
import vn.roquyen.search.SearchIndex;
import vn.roquyen.sync.KnownThen;
import vn.roquyen.sync.LocalReplica;

/**
 * Answers as this register answered at the end of a past day: by the changes that it had received
 * by then, judged by the trust of that time. What is found for words is found in the index of now,
 * and what the register did not have then is left out.
 */
public final class TimeMachine {
  /** Days that are kept ready: who compares goes back and forth. */
  private static final int KEPT = 4;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final LocalReplica replica;
  private final Reading reading;
  private final Clock clock;
  private final ZoneId zone;
  private final Answers now;
  private final Map<LocalDate, Then> kept =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Then> eldest) {
          return size() > KEPT;
        }
      };

  /** From where the past is read. */
  public record Reading(
      VersionRepository versions,
      RowChanges changes,
      Projection rows,
      ProcedureRepository procedures,
      SearchIndex index) {}

  /** The services that answer questions, all from the same register. */
  public record Answers(
      RegisterSource registers,
      RecordService records,
      LookupService lookup,
      CompetenceService competence,
      CardService cards,
      CatalogueService catalogue,
      InstrumentService instruments,
      SlipService slips,
      ReviewServices review) {

    /**
     * From what they answer.
     *
     * @param changes says when what was read is no longer true
     */
    public record Sources(
        RegisterSource registers,
        Procedures procedures,
        Rows rows,
        SearchIndex index,
        DataChanges changes,
        Reach reach,
        Clock clock) {}

    /**
     * All of them over the same sources.
     *
     * @param given what people answered to findings, in the same rows
     */
    public static Answers of(Sources from, CheckAnswers given) {
      RegisterSource registers = from.registers();
      Procedures procedures = from.procedures();
      CompetenceService competence = new CompetenceService(registers, procedures);
      CardService cards = new CardService(registers, procedures);
      CheckService checks = new CheckService(registers, procedures);
      HandbookService.Sources handbook =
          new HandbookService.Sources(registers, competence, cards, from.reach(), from.rows());
      return new Answers(
          registers,
          new RecordService(from.rows(), registers),
          new LookupService(from.index(), registers, procedures),
          competence,
          cards,
          new CatalogueService(registers, procedures, from.index(), from.changes()),
          new InstrumentService(registers, procedures, from.index()),
          new SlipService(cards, from.reach(), from.clock()),
          new ReviewServices(
              checks,
              new CheckList(checks, given, registers, procedures),
              given,
              new ImpactService(registers, procedures, from.index(), from.rows()),
              new CoverageService(registers, from.rows()),
              new HandbookService(handbook, from.clock())));
    }
  }

  /**
   * The register at the end of a day.
   *
   * @param places how many changes it knew
   * @param last of them; the newest change of this machine may still grow
   * @param lineage which changes had no effect when this was read
   */
  record Then(
      int places, @Nullable ChangeId last, String lineage, PastRegister rows, Answers answers) {
    Register register() {
      return answers.registers().current();
    }
  }

  /**
   * @param now what answers from the register of now
   */
  public TimeMachine(LocalReplica replica, Reading reading, Answers now, Clock clock) {
    this.replica = replica;
    this.reading = reading;
    this.now = now;
    this.clock = clock;
    this.zone = clock.getZone();
  }

  /**
   * What answers as the register did at the end of a day.
   *
   * @param known the day, or null for now
   * @throws Fault KNOWN_TOO_EARLY when this register knew nothing yet, KNOWN_TOO_LATE for a day to
   *     come
   */
  public Answers as(@Nullable LocalDate known) {
    if (known == null) {
      return now;
    }
    mustHaveCome(known);
    Then then = then(known);
    if (then.places() == 0) {
      LocalDate begins = begins();
      throw new Fault(
          FaultCode.KNOWN_TOO_EARLY, DAY.format(known), begins == null ? "–" : DAY.format(begins));
    }
    return then.answers();
  }

  /**
   * Nobody knows what the register will show.
   *
   * @throws Fault KNOWN_TOO_LATE for a day to come
   */
  void mustHaveCome(LocalDate known) {
    LocalDate today = LocalDate.now(clock);
    if (known.isAfter(today)) {
      throw new Fault(FaultCode.KNOWN_TOO_LATE, DAY.format(known), DAY.format(today));
    }
  }

  /** The day on which this register received its first change; null while it has none. */
  public @Nullable LocalDate begins() {
    return replica.count() == 0 ? null : received(0);
  }

  /**
   * The day on which this register last learned something from elsewhere, or since when it is here;
   * null while it is empty.
   */
  public @Nullable LocalDate lastNews() {
    for (int at = replica.count() - 1; at > 0; at--) {
      if (!replica.isOwn(Objects.requireNonNull(replica.idAt(at)))) {
        return received(at);
      }
    }
    return begins();
  }

  /** The register at the end of a day; empty when it knew nothing yet. */
  synchronized Then then(LocalDate known) {
    KnownThen at = replica.knownAt(endOf(known));
    Then before = kept.get(known);
    ChangeId last = replica.idAt(at.count() - 1);
    if (before != null
        && before.places() == at.count()
        && Objects.equals(before.last(), last)
        && before.lineage().equals(replica.lineage())) {
      return before;
    }
    PastRegister rows =
        new PastRegister(
            reading.versions(),
            reading.changes(),
            reading.rows(),
            reading.procedures(),
            at.count(),
            at.changes(),
            at.countsAsNow());
    Then then = new Then(at.count(), last, replica.lineage(), rows, answers(rows, known));
    kept.put(known, then);
    return then;
  }

  /** By whom rows were written. */
  VersionRepository versions() {
    return reading.versions();
  }

  /** The day of an instant, where this register is. */
  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private Answers answers(PastRegister rows, LocalDate known) {
    Register register = rows.register(now.registers().current());
    RegisterSource registers = new RegisterSource(register, rows::calendar, now.registers());
    Reach reach = new Reach(() -> dataDate(registers.current(), rows, known), known);
    return Answers.of(
        new Answers.Sources(
            registers, rows, rows, reading.index(), new DataChanges(), reach, clock),
        now.review().answers().over(rows));
  }

  /** As {@link Stats#dataDate} says it of now. */
  private static @Nullable LocalDate dataDate(Register register, Procedures rows, LocalDate known) {
    List<LocalDate> days = new ArrayList<>();
    rows.forEachSummary(
        procedure -> {
          if (procedure.snapshot() != null) {
            days.add(LocalDate.parse(procedure.snapshot()));
          }
        });
    register.instruments().values().stream()
        .filter(one -> one.status() != InstrumentStatus.UNKNOWN)
        .map(Instrument::issuedOn)
        .filter(day -> day != null && !day.isAfter(known))
        .forEach(days::add);
    return days.stream().max(Comparator.naturalOrder()).orElse(null);
  }

  private LocalDate received(int position) {
    Instant at = replica.received(Objects.requireNonNull(replica.idAt(position)));
    return day(Objects.requireNonNull(at));
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
