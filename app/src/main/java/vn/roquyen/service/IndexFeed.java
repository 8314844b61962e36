package vn.roquyen.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.LegalBasis;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Register;
import vn.roquyen.persistence.Database;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.RegisterRepository;
import vn.roquyen.search.SearchDocument;
import vn.roquyen.search.SearchIndex;

/**
 * Keeps the index equal to the database: follows each change, or rebuilds all when it fell behind.
 */
public final class IndexFeed {
  private static final int PAGE = 500;

  private final Database database;
  private final RegisterRepository registers;
  private final ProcedureRepository procedures;
  private final SearchIndex index;
  private final Clock clock;

  public IndexFeed(
      Database database,
      RegisterRepository registers,
      ProcedureRepository procedures,
      SearchIndex index,
      Clock clock) {
    this.database = database;
    this.registers = registers;
    this.procedures = procedures;
    this.index = index;
    this.clock = clock;
  }

  /** True when the index does not hold the revision of the database and must be rebuilt. */
  public boolean isBehind() {
    return index.revision() != database.revision();
  }

  /** Builds the whole index anew from the database. */
  public void rebuild() {
    Register register = registers.load();
    Consumer<Consumer<SearchDocument>> everything =
        sink -> {
          ofRegister(register).forEach(sink);
          procedures.forEach(procedure -> sink.accept(document(procedure)));
        };
    index.rebuild(
        Stream.of(everything).mapMulti((source, sink) -> source.accept(sink)), register.revision());
  }

  /** Follows a change that was just committed. */
  void follow(Set<Ledger.Key> touched, long revision) {
    List<String> codes = new ArrayList<>();
    Set<String> removed = new HashSet<>();
    boolean registerChanged = false;
    for (Ledger.Key key : touched) {
      if (key.entity() == Entity.PROCEDURE) {
        codes.add(key.key());
      } else {
        registerChanged = true;
        removed.add(key.key());
      }
    }
    removed.addAll(codes);
    Stream<SearchDocument> documents = ofProcedures(codes);
    if (registerChanged) {
      documents = Stream.concat(ofRegister(registers.load()), documents);
    }
    index.update(documents, removed, revision);
  }

  private Stream<SearchDocument> ofProcedures(List<String> codes) {
    if (codes.size() > PAGE) {
      Set<String> wanted = new HashSet<>(codes);
      Consumer<Consumer<SearchDocument>> all =
          sink ->
              procedures.forEach(
                  procedure -> {
                    if (wanted.contains(procedure.code())) {
                      sink.accept(document(procedure));
                    }
                  });
      return Stream.of(all).mapMulti((source, sink) -> source.accept(sink));
    }
    return codes.stream().map(procedures::find).filter(Objects::nonNull).map(IndexFeed::document);
  }

  private Stream<SearchDocument> ofRegister(Register register) {
    LocalDate today = LocalDate.now(clock);
    return Stream.concat(
        register.powers().values().stream().map(power -> document(power, register, today)),
        register.instruments().values().stream()
            .map(instrument -> document(instrument, register, today)));
  }

  private static SearchDocument document(Power power, Register register, LocalDate today) {
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
        text.append('\n').append(instrument.label());
        basis.add(instrument.label());
        inForce |= grant.runsOn(today) && register.statusOn(instrument, today).carries();
      }
    }
    var field = register.fields().get(Objects.toString(power.fieldId(), ""));
    return new SearchDocument(
        power.id(),
        RecordKind.POWER,
        power.title(),
        null,
        power.keywords(),
        text.toString(),
        field == null ? null : field.name(),
        modes,
        levels,
        inForce,
        List.copyOf(basis));
  }

  private static SearchDocument document(
      Instrument instrument, Register register, LocalDate today) {
    Body issuer = register.body(instrument.issuerId());
    return new SearchDocument(
        instrument.id(),
        RecordKind.INSTRUMENT,
        instrument.title(),
        instrument.number(),
        instrument.kind(),
        issuer == null ? null : issuer.name(),
        null,
        Set.of(),
        issuer == null ? Set.of() : Set.of(issuer.level()),
        register.statusOn(instrument, today).carries(),
        List.of());
  }

  private static SearchDocument document(Procedure procedure) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    for (String tag : procedure.levels()) {
      Level level = level(tag);
      if (level != null) {
        levels.add(level);
      }
    }
    return new SearchDocument(
        procedure.code(),
        RecordKind.PROCEDURE,
        procedure.name(),
        procedure.code(),
        procedure.result(),
        Stream.of(procedure.agency(), procedure.authority(), procedure.steps())
            .filter(Objects::nonNull)
            .reduce("", (left, right) -> left + "\n" + right),
        procedure.field(),
        Set.of(),
        levels,
        true,
        procedure.legal().stream().map(LegalBasis::number).toList());
  }

  private static @Nullable Level level(String tag) {
    return switch (tag) {
      case "xa" -> Level.COMMUNE;
      case "tinh" -> Level.PROVINCE;
      case "bo" -> Level.CENTRAL;
      default -> null;
    };
  }
}
