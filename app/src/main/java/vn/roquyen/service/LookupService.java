package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Channel;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.search.SearchHit;
import vn.roquyen.search.SearchIndex;
import vn.roquyen.search.SearchResult;

/** Answers a matter in a person's words with records and who is competent for each. */
public final class LookupService {
  private static final int WARM_UP_HITS = 10;

  private final SearchIndex index;
  private final RegisterSource registers;
  private final Procedures procedures;

  public LookupService(SearchIndex index, RegisterSource registers, Procedures procedures) {
    this.index = index;
    this.registers = registers;
    this.procedures = procedures;
  }

  /** The best records for the question, best first. */
  public Lookup find(Question question) {
    SearchResult found =
        index.search(question.text(), question.typing(), question.filter(), question.limit());
    List<String> codes =
        found.hits().stream()
            .filter(hit -> hit.kind() == RecordKind.PROCEDURE)
            .map(SearchHit::id)
            .toList();
    Map<String, Procedure> read = codes.isEmpty() ? Map.of() : procedures.summaries(codes);
    RegisterSource.Snapshot snapshot = registers.snapshot();
    List<LookupHit> hits = new ArrayList<>();
    for (SearchHit hit : found.hits()) {
      // The index is of now: what is not in the register, or was not then, is not shown.
      String title = title(hit, snapshot.register(), read);
      if (title != null) {
        hits.add(line(hit.titled(title), question, read, snapshot));
      }
    }
    return new Lookup(
        List.copyOf(hits), found.total(), found.counts(), found.suggestions(), found.readAs());
  }

  /**
   * Answers the titles of the register's powers for itself. A fresh process needs some hundred
   * answers until they come quickly; who asks many questions, or the first one, need not wait for
   * that.
   */
  public void warmUp(Commune unit, LocalDate date) {
    for (Power power : registers.current().powers().values()) {
      find(new Question(power.title(), false, SearchFilter.ALL, unit, date, WARM_UP_HITS));
    }
  }

  /** Ids of the procedures and powers that rest on an instrument with that number, in order. */
  public List<String> restingOn(String number) {
    return index.restingOn(number);
  }

  /** The title in the register, or null when the register does not have the record. */
  private static @Nullable String title(
      SearchHit hit, Register register, Map<String, Procedure> read) {
    return switch (hit.kind()) {
      case PROCEDURE -> {
        Procedure procedure = read.get(hit.id());
        yield procedure == null ? null : procedure.name();
      }
      case INSTRUMENT -> {
        Instrument instrument = register.instrument(hit.id());
        yield instrument == null ? null : instrument.title();
      }
      case POWER -> {
        Power power = register.powers().get(hit.id());
        yield power == null ? null : power.title();
      }
    };
  }

  private static LookupHit line(
      SearchHit hit,
      Question question,
      Map<String, Procedure> read,
      RegisterSource.Snapshot snapshot) {
    return switch (hit.kind()) {
      case INSTRUMENT -> line(hit, ofInstrument(hit, question, snapshot.register()));
      case PROCEDURE -> {
        Procedure procedure = Objects.requireNonNull(read.get(hit.id()), hit.id());
        Competence competence =
            snapshot.resolver().ofProcedure(procedure, question.unit(), question.date());
        yield line(
            hit,
            new Facts(
                competence,
                procedure.field(),
                modeOf(hit.id(), snapshot.register()),
                procedure.code(),
                limitOf(procedure),
                null));
      }
      case POWER -> {
        Competence competence =
            snapshot.resolver().ofPower(hit.id(), question.unit(), question.date());
        String field = fieldOf(hit.id(), snapshot.register());
        Mode mode = modeOf(hit.id(), snapshot.register());
        yield line(hit, new Facts(competence, field, mode, null, null, null));
      }
    };
  }

  private static Facts ofInstrument(SearchHit hit, Question question, Register register) {
    Instrument instrument = register.instrument(hit.id());
    return instrument == null
        ? new Facts(null, null, null, null, null, null)
        : new Facts(
            null,
            null,
            null,
            instrument.number(),
            null,
            register.statusOn(instrument, question.date()));
  }

  private static @Nullable Mode modeOf(String id, Register register) {
    List<Grant> grants = register.grantsOf(id);
    return grants.isEmpty() ? null : grants.getFirst().mode();
  }

  private static @Nullable TimeLimit limitOf(Procedure procedure) {
    return procedure.channels().stream()
        .map(Channel::timeLimit)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String fieldOf(String powerId, Register register) {
    Power power = register.powers().get(powerId);
    Field field =
        power == null ? null : register.fields().get(Objects.toString(power.fieldId(), ""));
    return field == null ? null : field.name();
  }

  private static LookupHit line(SearchHit hit, Facts facts) {
    return new LookupHit(
        hit.id(),
        hit.kind(),
        hit.title(),
        hit.marks(),
        hit.score(),
        hit.confidence(),
        facts.competence(),
        facts.field(),
        facts.mode(),
        facts.number(),
        facts.limit(),
        facts.status());
  }

  /** What the register adds to what the index found. */
  private record Facts(
      @Nullable Competence competence,
      @Nullable String field,
      @Nullable Mode mode,
      @Nullable String number,
      @Nullable TimeLimit limit,
      @Nullable InstrumentStatus status) {}
}
