package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.search.SearchHit;
import vn.roquyen.search.SearchIndex;

/**
 * The catalogue of procedures as a list that can be narrowed. All lines stay in memory, light and
 * in the order of the alphabet, until a change touches procedures or grants; the first call after
 * that reads them, so call it off the window's thread.
 */
public final class CatalogueService {
  /** The most rows that a list shows at once. */
  public static final int PAGE = 200;

  /** The most hits that a text filter takes from the index. */
  private static final int HITS = 200;

  private final RegisterSource registers;
  private final Procedures procedures;
  private final SearchIndex index;
  private final VietnameseOrder alphabet = new VietnameseOrder();
  private final AtomicLong changesSeen = new AtomicLong();
  private volatile @Nullable List<ProcedureLine> lines;

  public CatalogueService(
      RegisterSource registers, Procedures procedures, SearchIndex index, DataChanges changes) {
    this.registers = registers;
    this.procedures = procedures;
    this.index = index;
    changes.subscribe(
        change -> {
          if (change.entities().contains(Entity.PROCEDURE)
              || change.entities().contains(Entity.GRANT)) {
            changesSeen.incrementAndGet();
            lines = null;
          }
        });
  }

  /** What the filter leaves, as the commune sees it on the date: the first rows and the counts. */
  public CataloguePage page(Commune unit, LocalDate date, CatalogueFilter filter) {
    List<ProcedureLine> all = all(unit, date);
    Map<String, Integer> fields = new HashMap<>();
    Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    List<ProcedureLine> left = new ArrayList<>();
    for (ProcedureLine line : matching(all, filter)) {
      boolean ofAnswer = filter.admitsAnswer(line);
      boolean ofField = filter.admitsField(line);
      if (ofAnswer) {
        fields.merge(Objects.toString(line.field(), ""), 1, Integer::sum);
      }
      if (ofField) {
        answers.merge(line.answer(), 1, Integer::sum);
      }
      if (ofAnswer && ofField) {
        left.add(line);
      }
    }
    int total = left.size();
    List<ProcedureLine> rows = List.copyOf(left.subList(0, Math.min(PAGE, total)));
    return new CataloguePage(rows, total, all.size(), byName(fields), answers);
  }

  private Map<String, Integer> byName(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    alphabet
        .sorted(List.copyOf(counts.entrySet()), Map.Entry::getKey)
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Everything that the filter leaves, in its order. */
  public List<ProcedureLine> list(Commune unit, LocalDate date, CatalogueFilter filter) {
    return matching(all(unit, date), filter).stream()
        .filter(line -> filter.admitsAnswer(line) && filter.admitsField(line))
        .toList();
  }

  private List<ProcedureLine> matching(List<ProcedureLine> all, CatalogueFilter filter) {
    List<ProcedureLine> matching = filter.text().isBlank() ? all : found(all, filter);
    return switch (filter.order()) {
      case MATCH -> matching;
      case NAME -> matching == all ? all : alphabet.sorted(matching, ProcedureLine::name);
      case CODE -> sorted(matching, Comparator.comparing(ProcedureLine::code));
      case TIME_LIMIT ->
          sorted(matching, Comparator.comparingDouble(line -> approximateDays(line.limit())));
    };
  }

  /**
   * The best matches, best first. The index looks at so many records only, so those of the chosen
   * field are asked for once more; the others are needed to count their fields.
   */
  private List<ProcedureLine> found(List<ProcedureLine> all, CatalogueFilter filter) {
    Set<String> codes = new LinkedHashSet<>();
    if (filter.field() != null && !filter.field().isEmpty()) {
      codes.addAll(codes(filter.text(), filter.field()));
    }
    codes.addAll(codes(filter.text(), null));
    Map<String, ProcedureLine> wanted = new HashMap<>();
    for (ProcedureLine line : all) {
      if (codes.contains(line.code())) {
        wanted.put(line.code(), line);
      }
    }
    return codes.stream().map(wanted::get).filter(Objects::nonNull).toList();
  }

  private List<String> codes(String text, @Nullable String field) {
    SearchFilter only =
        new SearchFilter(EnumSet.of(RecordKind.PROCEDURE), field, null, null, false);
    return index.search(text, true, only, HITS).hits().stream().map(SearchHit::id).toList();
  }

  private static List<ProcedureLine> sorted(
      List<ProcedureLine> lines, Comparator<ProcedureLine> order) {
    return lines.stream().sorted(order).toList();
  }

  /** Only to put time limits in a row; nothing shown is computed from it. */
  private static double approximateDays(@Nullable TimeLimit limit) {
    if (limit == null) {
      return Double.MAX_VALUE;
    }
    return switch (limit.unit()) {
      case HOUR -> limit.amount() / 24.0;
      case CALENDAR_DAY -> limit.amount();
      case WORKING_DAY -> limit.amount() * 7 / 5.0;
      case MONTH -> limit.amount() * 30.0;
    };
  }

  /** All lines by name; those that a grant names are answered for the commune and the date. */
  private List<ProcedureLine> all(Commune unit, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    List<ProcedureLine> all = loaded(snapshot, unit, date);
    Set<String> granted = new HashSet<>(snapshot.register().grantsByPower().keySet());
    granted.removeAll(snapshot.register().powers().keySet());
    if (granted.isEmpty()) {
      return all;
    }
    Map<String, Procedure> named = procedures.summaries(granted);
    return all.stream()
        .map(
            line -> {
              Procedure procedure = named.get(line.code());
              return procedure == null ? line : line(procedure, snapshot, unit, date);
            })
        .toList();
  }

  private synchronized List<ProcedureLine> loaded(
      RegisterSource.Snapshot snapshot, Commune unit, LocalDate date) {
    List<ProcedureLine> current = lines;
    if (current == null) {
      long before = changesSeen.get();
      List<ProcedureLine> read = new ArrayList<>();
      Shared shared = new Shared();
      procedures.forEachSummary(
          procedure -> read.add(shared.of(line(procedure, snapshot, unit, date))));
      current = alphabet.sorted(read, ProcedureLine::name);
      if (changesSeen.get() == before) {
        lines = current;
      }
    }
    return current;
  }

  private static ProcedureLine line(
      Procedure procedure, RegisterSource.Snapshot snapshot, Commune unit, LocalDate date) {
    return ProcedureLine.of(procedure, snapshot.resolver().ofProcedure(procedure, unit, date));
  }

  /** Keeps one copy of what many lines have in common. */
  private static final class Shared {
    private final Map<Object, Object> seen = new HashMap<>();

    ProcedureLine of(ProcedureLine line) {
      return new ProcedureLine(
          line.code(),
          line.name(),
          one(line.field()),
          Objects.requireNonNull(one(line.levels())),
          line.answer(),
          one(line.holder()),
          one(line.limit()),
          one(line.bareNumber()));
    }

    @SuppressWarnings("unchecked")
    private <T> @Nullable T one(@Nullable T value) {
      return value == null ? null : (T) seen.computeIfAbsent(value, same -> same);
    }
  }
}
