package vn.roquyen.ui.instruments;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.InstrumentLine;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/** The instruments with their status on the chosen day: the list, its filter, the chosen one. */
public final class InstrumentsViewModel {

  /**
   * What is shown.
   *
   * @param rows the instruments that the filter leaves, in its order
   * @param all how many there are
   * @param kinds how many the filter would leave of each kind, in the order of the alphabet
   * @param issuers the same by id of the issuer, most first
   * @param issuerNames names of the issuers by id
   * @param statuses the same by status
   */
  public record Shown(
      List<InstrumentLine> rows,
      int all,
      Map<String, Integer> kinds,
      List<Map.Entry<String, Integer>> issuers,
      Map<String, String> issuerNames,
      Map<InstrumentStatus, Integer> statuses) {}

  private final TimeMachine times;
  private final ExportService export;
  private final Workplace workplace;
  private final Newest<List<InstrumentLine>> lists;
  private final VietnameseOrder alphabet = new VietnameseOrder();
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<InstrumentFilter> filter =
      new ReadOnlyObjectWrapper<>(InstrumentFilter.ALL);
  private final ReadOnlyObjectWrapper<@Nullable String> selected = new ReadOnlyObjectWrapper<>();
  private List<InstrumentLine> loaded = List.of();

  public InstrumentsViewModel(TimeMachine times, ExportService export, Workplace workplace) {
    this.times = times;
    this.export = export;
    this.workplace = workplace;
    this.lists = workplace.newest(this::take);
  }

  /** What is shown; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<InstrumentFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** Id of the chosen instrument; null when none is. */
  public ReadOnlyObjectProperty<@Nullable String> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Loads for the standpoint of the window; also after it or the data changed. */
  public void load() {
    Standpoint from = workplace.from();
    if (from != null) {
      lists.ask(() -> times.as(from.known()).instruments().list(from.date()));
    }
  }

  /** Narrows, widens or reorders the list. */
  public void narrow(InstrumentFilter wanted) {
    filter.set(wanted);
    show();
  }

  /**
   * Goes to an instrument that another names; the filter is taken away when it hides it.
   *
   * @return false when there is no instrument of that id
   */
  public boolean open(String id) {
    if (loaded.stream().noneMatch(line -> is(line, id))) {
      return false;
    }
    selected.set(id);
    if (loaded.stream().noneMatch(line -> is(line, id) && filter.get().admits(line))) {
      narrow(InstrumentFilter.ALL.withOrder(filter.get().order()));
    }
    return true;
  }

  /** Chooses an instrument. */
  public void select(@Nullable String id) {
    selected.set(id);
  }

  /** Writes what is shown into a file. */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Shown now = shown.get();
    if (now != null) {
      workplace.write(file, to -> export.instruments(now.rows(), messages, to), onDone);
    }
  }

  private void take(List<InstrumentLine> found) {
    loaded = alphabet.sorted(found, line -> line.instrument().title());
    show();
  }

  private void show() {
    InstrumentFilter now = filter.get();
    List<InstrumentLine> rows =
        loaded.stream().filter(now::admits).sorted(order(now.order())).toList();
    shown.set(
        new Shown(
            rows,
            loaded.size(),
            count(now.withKind(null), InstrumentFilter::kindOf, new TreeMap<>(alphabet)),
            issuers(now),
            issuerNames(),
            count(
                now.withStatus(null),
                InstrumentLine::status,
                new EnumMap<>(InstrumentStatus.class))));
    String chosen = selected.get();
    if (rows.stream().noneMatch(line -> is(line, chosen))) {
      select(rows.isEmpty() ? null : rows.getFirst().instrument().id());
    }
  }

  private List<Map.Entry<String, Integer>> issuers(InstrumentFilter now) {
    Map<String, Integer> counts =
        count(now.withIssuer(null), InstrumentFilter::issuerOf, new HashMap<>());
    Map<String, String> names = issuerNames();
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                .thenComparing(entry -> names.getOrDefault(entry.getKey(), ""), alphabet))
        .toList();
  }

  private Map<String, String> issuerNames() {
    Map<String, String> names = new HashMap<>();
    loaded.forEach(
        line -> {
          if (line.issuer() != null) {
            names.put(line.issuer().id(), line.issuer().label());
          }
        });
    return names;
  }

  private <K> Map<K, Integer> count(
      InstrumentFilter others, Function<InstrumentLine, K> key, Map<K, Integer> counts) {
    Stream<InstrumentLine> left = loaded.stream().filter(others::admits);
    left.forEach(line -> counts.merge(key.apply(line), 1, Integer::sum));
    return counts;
  }

  private Comparator<InstrumentLine> order(InstrumentFilter.Order order) {
    return switch (order) {
      case TITLE -> (left, right) -> 0;
      case DATE ->
          Comparator.comparing(
              line -> line.instrument().issuedOn(),
              Comparator.nullsLast(Comparator.reverseOrder()));
      case NUMBER ->
          Comparator.comparing(line -> line.instrument().number(), Comparator.nullsLast(alphabet));
      case GRANTS -> Comparator.comparingInt(line -> -line.grants());
    };
  }

  private static boolean is(InstrumentLine line, @Nullable String id) {
    return line.instrument().id().equals(id);
  }
}
