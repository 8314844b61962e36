package vn.roquyen.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.persistence.Database;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.RegisterRepository;
import vn.roquyen.search.IndexEntry;
import vn.roquyen.search.SearchIndex;

/**
 * Keeps the index equal to the database: follows each change, or rebuilds all when it fell behind.
 * What is in force depends on the day, so the small register is read again on another day.
 */
public final class IndexFeed {
  /** Above this many procedures one pass over all of them is cheaper than single reads. */
  private static final int AHEAD = 32;

  private static final int FEW = 200;

  /** What has entries of its own; other rows alter the entries of these. */
  private static final Set<Entity> FOUND =
      EnumSet.of(Entity.POWER, Entity.INSTRUMENT, Entity.PROCEDURE);

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

  /**
   * Brings the index to the state of the database and to today; quick when there is nothing to do.
   *
   * @return true when it had to be built anew
   */
  public boolean catchUp() {
    SearchIndex.State wanted = state(database.revision());
    SearchIndex.State held = index.state();
    if (held.revision() != wanted.revision()) {
      rebuild();
      return true;
    } else if (!held.day().equals(wanted.day())) {
      SearchDocuments documents = documents(registers.load());
      IndexEntry.Maker maker = new IndexEntry.Maker();
      index.update(documents.ofRegister().map(maker::of), Set.of(), wanted);
    }
    return false;
  }

  /** True when the next {@link #catchUp} builds the index anew. */
  public boolean isBehind() {
    return index.state().revision() != database.revision();
  }

  /** Builds the index anew. */
  void rebuild() {
    Register register = registers.load();
    SearchDocuments documents = documents(register);
    Stream<IndexEntry> ofRegister = documents.ofRegister().map(new IndexEntry.Maker()::of);
    try (ReadAhead<IndexEntry> read = readAhead(documents, code -> true)) {
      index.rebuild(Stream.concat(ofRegister, read.stream()), state(register.revision()));
    }
  }

  /** Follows a change that was just committed. */
  void follow(Set<Ledger.Key> touched, long revision) {
    Set<String> codes = new HashSet<>();
    Set<String> removed = new HashSet<>();
    boolean registerChanged = false;
    for (Ledger.Key key : touched) {
      if (WritePolicy.isOfUnit(key.entity())) {
        continue;
      }
      if (key.entity() == Entity.PROCEDURE) {
        codes.add(key.key());
      }
      if (FOUND.contains(key.entity())) {
        removed.add(key.key());
      }
      registerChanged |= key.entity() != Entity.PROCEDURE;
    }
    Register register = registers.load();
    SearchDocuments documents = documents(register);
    if (registerChanged) {
      // A grant may name a procedure instead of a power.
      codes.addAll(register.grantsByPower().keySet());
      codes.removeAll(register.powers().keySet());
    }
    IndexEntry.Maker maker = new IndexEntry.Maker();
    Stream<IndexEntry> ofRegister =
        registerChanged ? documents.ofRegister().map(maker::of) : Stream.of();
    if (codes.size() <= FEW) {
      Stream<IndexEntry> few =
          List.copyOf(codes).stream()
              .map(procedures::find)
              .filter(Objects::nonNull)
              .map(documents::of)
              .map(maker::of);
      index.update(Stream.concat(ofRegister, few), removed, state(revision));
      return;
    }
    try (ReadAhead<IndexEntry> many = readAhead(documents, codes::contains)) {
      index.update(Stream.concat(ofRegister, many.stream()), removed, state(revision));
    }
  }

  /** Entries of procedures, read from the database and made while those before are indexed. */
  private ReadAhead<IndexEntry> readAhead(SearchDocuments documents, Predicate<String> wanted) {
    IndexEntry.Maker maker = new IndexEntry.Maker();
    return new ReadAhead<>(
        sink ->
            procedures.forEach(
                procedure -> {
                  if (wanted.test(procedure.code())) {
                    sink.accept(maker.of(documents.of(procedure)));
                  }
                }),
        AHEAD);
  }

  private SearchDocuments documents(Register register) {
    return new SearchDocuments(register, LocalDate.now(clock));
  }

  private SearchIndex.State state(long revision) {
    return new SearchIndex.State(revision, LocalDate.now(clock));
  }
}
