package vn.roquyen.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Register;
import vn.roquyen.persistence.PastRegister;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.Projection;
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
      CoverageService coverage) {}

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
    this.zone = clock.getZone();
  }

  /**
   * What answers as the register did at the end of a day.
   *
   * @param known the day, or null for now
   * @throws Fault KNOWN_TOO_EARLY when this register knew nothing yet
   */
  public Answers as(@Nullable LocalDate known) {
    if (known == null) {
      return now;
    }
    Then then = then(known);
    if (then.places() == 0) {
      LocalDate begins = begins();
      throw new Fault(
          FaultCode.KNOWN_TOO_EARLY, DAY.format(known), begins == null ? "–" : DAY.format(begins));
    }
    return then.answers();
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
            reading.rows(),
            reading.procedures(),
            at.count(),
            at.changes(),
            at.countsAsNow());
    Then then = new Then(at.count(), last, replica.lineage(), rows, answers(rows));
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

  private Answers answers(PastRegister rows) {
    RegisterSource registers = new RegisterSource(rows.register(), rows.calendar());
    SearchIndex index = reading.index();
    return new Answers(
        registers,
        new RecordService(rows, registers),
        new LookupService(index, registers, rows),
        new CompetenceService(registers, rows),
        new CardService(registers, rows),
        new CatalogueService(registers, rows, index, new DataChanges()),
        new InstrumentService(registers, rows, index),
        new CoverageService(registers, rows));
  }

  private LocalDate received(int position) {
    Instant at = replica.received(Objects.requireNonNull(replica.idAt(position)));
    return day(Objects.requireNonNull(at));
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
