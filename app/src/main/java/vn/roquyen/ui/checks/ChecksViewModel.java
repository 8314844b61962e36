package vn.roquyen.ui.checks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.check.CheckAnswer;
import vn.roquyen.domain.check.Completeness;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CheckAnswers;
import vn.roquyen.service.CheckLine;
import vn.roquyen.service.CheckList;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.ChosenRow;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/** The work list of the checks: what waits, what was answered, the chosen line and its answer. */
public final class ChecksViewModel {

  /** A value to narrow to, with its name and how many lines it would leave. */
  public record Counted(String id, String name, int count) {}

  /**
   * What is shown.
   *
   * @param states how many lines there are in each state, whatever else is narrowed
   */
  public record Shown(
      List<CheckLine> rows,
      Map<CheckFilter.State, Integer> states,
      Map<WarningCode, Integer> codes,
      List<Counted> fields,
      List<Counted> instruments,
      int here,
      Completeness province,
      Completeness commune) {}

  private final TimeMachine times;
  private final ExportService export;
  private final Workplace workplace;
  private final Newest<CheckList.Made> lists;
  private final VietnameseOrder alphabet = new VietnameseOrder();
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CheckFilter> filter =
      new ReadOnlyObjectWrapper<>(CheckFilter.ALL);
  private final ChosenRow<CheckLine> selected = new ChosenRow<>(line -> line.finding().key());
  private CheckList.@Nullable Made made;

  public ChecksViewModel(TimeMachine times, ExportService export, Workplace workplace) {
    this.times = times;
    this.export = export;
    this.workplace = workplace;
    this.lists = workplace.newest(this::take);
  }

  /** What is shown; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<CheckFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** The chosen line; null when none is. */
  public ReadOnlyObjectProperty<@Nullable CheckLine> selected() {
    return selected.row();
  }

  /** Checks for the standpoint of the window; also after it or the data changed. */
  public void load() {
    Standpoint from = workplace.from();
    if (from != null) {
      lists.ask(() -> times.as(from.known()).review().list().make(from.unit(), from.date()));
    }
  }

  public void narrow(CheckFilter wanted) {
    filter.set(wanted);
    show();
  }

  public void select(@Nullable CheckLine line) {
    selected.choose(line);
  }

  /**
   * Keeps that somebody looked at the line and found it right, and goes on to the line below it;
   * the list follows the data.
   */
  public void answer(CheckLine line, String author, String reason) {
    run(line, () -> answers().answer(line.finding(), author.strip(), reason.strip()));
  }

  /** True when the answer is this unit's own, so that it can be taken back here. */
  public boolean isOwn(CheckAnswer answer) {
    return answer.unit().equals(answers().unit());
  }

  /** Takes the answer to a line back. */
  public void reopen(CheckLine line, CheckAnswer answer) {
    run(line, () -> answers().reopen(answer));
  }

  /** The name of a unit that answered. */
  public String unit(CheckAnswer answer) {
    CheckList.Made now = made;
    return now == null ? answer.unit() : now.units().of(answer.unit());
  }

  /** Writes what is shown into a file. */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Shown now = shown.get();
    if (now != null) {
      workplace.write(file, to -> export.checks(now.rows(), messages, to), onDone);
    }
  }

  /** The day of the past whose list is shown; what it asks cannot be answered any more. */
  public @Nullable LocalDate past() {
    Standpoint from = workplace.from();
    return from == null ? null : from.known();
  }

  private CheckAnswers answers() {
    return times.as(null).review().answers();
  }

  private void run(CheckLine line, Runnable work) {
    workplace.carryOut(work, () -> leave(line));
  }

  /** Chooses the line below one that leaves the list, or else the one above it. */
  private void leave(CheckLine line) {
    List<CheckLine> rows = shown.get() == null ? List.of() : shown.get().rows();
    int at = rows.indexOf(line);
    if (at >= 0 && rows.size() > 1 && line.equals(selected.row().get())) {
      selected.choose(rows.get(at + 1 < rows.size() ? at + 1 : at - 1));
    }
  }

  private void take(CheckList.Made found) {
    made = found;
    show();
  }

  private void show() {
    CheckList.Made now = made;
    if (now == null) {
      return;
    }
    CheckFilter by = filter.get();
    List<CheckLine> rows = now.lines().stream().filter(by::admits).toList();
    Map<CheckFilter.State, Integer> states = new EnumMap<>(CheckFilter.State.class);
    for (CheckFilter.State state : CheckFilter.State.values()) {
      states.put(state, count(now, by.withState(state)));
    }
    Map<WarningCode, Integer> codes = new EnumMap<>(WarningCode.class);
    left(now, by.withCode(null))
        .forEach(line -> codes.merge(line.finding().warning().code(), 1, Integer::sum));
    shown.set(
        new Shown(
            rows,
            states,
            codes,
            counted(
                left(now, by.withField(null)).flatMap(line -> line.fields().stream()),
                Field::id,
                Field::name),
            counted(
                left(now, by.withInstrument(null)).flatMap(line -> line.instruments().stream()),
                Instrument::id,
                Instrument::label),
            count(now, by.withHere(true)),
            now.province(),
            now.here()));
    selected.keep(rows);
  }

  private static Stream<CheckLine> left(CheckList.Made made, CheckFilter by) {
    return made.lines().stream().filter(by::admits);
  }

  private static int count(CheckList.Made made, CheckFilter by) {
    return (int) left(made, by).count();
  }

  private <T> List<Counted> counted(
      Stream<T> values, Function<T, String> id, Function<T, String> name) {
    Map<String, Counted> counted = new HashMap<>();
    values.forEach(
        value ->
            counted.merge(
                id.apply(value),
                new Counted(id.apply(value), name.apply(value), 1),
                (one, other) -> new Counted(one.id(), one.name(), one.count() + 1)));
    return counted.values().stream().sorted(Comparator.comparing(Counted::name, alphabet)).toList();
  }
}
