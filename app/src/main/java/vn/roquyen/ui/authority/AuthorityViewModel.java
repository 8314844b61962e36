package vn.roquyen.ui.authority;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.SixClears.Clear;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.PowerAtUnit;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.ChosenRow;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/** All powers as the chosen commune sees them on the chosen day: what is shown, what is chosen. */
public final class AuthorityViewModel {

  /**
   * What is shown.
   *
   * @param rows the powers that the filter leaves, in its order
   * @param all how many powers there are
   * @param answers how many of all have each verdict: the headline
   * @param modes how many the filter would leave with each route
   * @param missing of how many that the filter would leave each of the six clears is not stated
   * @param fields the tree of fields, from top to bottom, with what the filter would leave in each
   */
  public record Shown(
      List<PowerAtUnit> rows,
      int all,
      Map<Answer, Integer> answers,
      Map<Mode, Integer> modes,
      Map<Clear, Integer> missing,
      List<FieldCount> fields) {}

  private final TimeMachine times;
  private final ExportService export;
  private final Workplace workplace;
  private final Newest<List<PowerAtUnit>> powers;
  private final VietnameseOrder alphabet = new VietnameseOrder();
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PowerFilter> filter =
      new ReadOnlyObjectWrapper<>(PowerFilter.ALL);
  private final ChosenRow<PowerAtUnit> selected = new ChosenRow<>(row -> row.power().id());
  private List<PowerAtUnit> loaded = List.of();

  public AuthorityViewModel(TimeMachine times, ExportService export, Workplace workplace) {
    this.times = times;
    this.export = export;
    this.workplace = workplace;
    this.powers = workplace.newest(this::take);
  }

  /** What is shown; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<PowerFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** The power whose card is shown; null when none is. */
  public ReadOnlyObjectProperty<@Nullable PowerAtUnit> selected() {
    return selected.row();
  }

  /** Loads for the standpoint of the window; also after it or the data changed. */
  public void load() {
    Standpoint from = workplace.from();
    if (from != null) {
      powers.ask(() -> times.as(from.known()).competence().powersAt(from.unit(), from.date()));
    }
  }

  /** Narrows, widens or reorders what is shown. */
  public void narrow(PowerFilter wanted) {
    filter.set(wanted);
    show();
  }

  public void select(@Nullable PowerAtUnit power) {
    selected.choose(power);
  }

  /** Writes what is shown into a file. */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Shown now = shown.get();
    if (now != null) {
      workplace.write(file, to -> export.powers(now.rows(), messages, to), onDone);
    }
  }

  private void take(List<PowerAtUnit> found) {
    loaded = alphabet.sorted(found, power -> power.power().title());
    show();
  }

  private void show() {
    PowerFilter now = filter.get();
    List<PowerAtUnit> rows =
        loaded.stream().filter(now::admits).sorted(order(now.order())).toList();
    shown.set(new Shown(rows, loaded.size(), answers(), modes(now), missing(now), fields(now)));
    selected.keep(rows);
  }

  /** On top of the order of the titles, in which the rows already stand. */
  private Comparator<PowerAtUnit> order(PowerFilter.Order order) {
    return switch (order) {
      case TITLE -> (left, right) -> 0;
      case FIELD -> Comparator.comparing(this::fieldKey);
      case ANSWER -> Comparator.comparing((PowerAtUnit power) -> power.competence().answer());
      case CLEARS -> Comparator.comparingInt(AuthorityViewModel::missingClears);
      case WARNINGS ->
          Comparator.comparingInt((PowerAtUnit power) -> -power.competence().warnings().size());
    };
  }

  private String fieldKey(PowerAtUnit power) {
    return alphabet.key(
        power.fields().stream().map(Field::name).collect(Collectors.joining("\u0001")));
  }

  private static int missingClears(PowerAtUnit power) {
    return power.competence().sixClears().missing().size();
  }

  private Map<Answer, Integer> answers() {
    Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
    loaded.forEach(power -> counts.merge(power.competence().answer(), 1, Integer::sum));
    return counts;
  }

  private Map<Mode, Integer> modes(PowerFilter now) {
    PowerFilter others = now.withMode(null);
    Map<Mode, Integer> counts = new EnumMap<>(Mode.class);
    loaded.stream()
        .filter(others::admits)
        .forEach(
            power ->
                power.grants().stream()
                    .map(grant -> grant.mode())
                    .distinct()
                    .forEach(mode -> counts.merge(mode, 1, Integer::sum)));
    return counts;
  }

  private Map<Clear, Integer> missing(PowerFilter now) {
    PowerFilter others = now.withMissing(null);
    Map<Clear, Integer> counts = new EnumMap<>(Clear.class);
    loaded.stream()
        .filter(others::admits)
        .flatMap(power -> power.competence().sixClears().missing().stream())
        .forEach(clear -> counts.merge(clear, 1, Integer::sum));
    return counts;
  }

  private List<FieldCount> fields(PowerFilter now) {
    PowerFilter others = now.withField(null);
    FieldTree tree = new FieldTree(alphabet);
    loaded.stream().filter(others::admits).forEach(power -> tree.add(power.fields()));
    return tree.counts();
  }
}
