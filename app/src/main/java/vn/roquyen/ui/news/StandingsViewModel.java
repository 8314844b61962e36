package vn.roquyen.ui.news;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Acknowledgements;
import vn.roquyen.service.Acknowledgements.Standing;
import vn.roquyen.service.ExportService;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Newest;

/** Which grants to communes were confirmed by which of them, as far as it has come here. */
public final class StandingsViewModel {

  /**
   * What is shown.
   *
   * @param all how many grants to communes there are
   * @param incomplete how many of them some commune has not confirmed
   */
  public record Shown(List<Standing> rows, int all, int incomplete) {}

  /**
   * What the list is narrowed to.
   *
   * @param missing true for grants that some commune has not confirmed
   */
  public record Filter(String text, boolean missing) {
    boolean admits(Standing standing) {
      String words = standing.title() + " " + standing.grantId() + " " + standing.basis();
      return (!missing || !standing.missing().isEmpty())
          && (text.isBlank() || PlainLetters.containsWords(words, text));
    }

    boolean narrows() {
      return missing || !text.isBlank();
    }
  }

  private final Acknowledgements acknowledgements;
  private final ExportService export;
  private final Background.Lane lane;
  private final Clock clock;
  private final Newest<List<Standing>> lists;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Standing> selected = new ReadOnlyObjectWrapper<>();
  private Filter filter = new Filter("", false);
  private List<Standing> loaded = List.of();

  public StandingsViewModel(
      Acknowledgements acknowledgements,
      ExportService export,
      Background.Lane lane,
      Clock clock,
      Consumer<Throwable> onFailed) {
    this.acknowledgements = acknowledgements;
    this.export = export;
    this.lane = lane;
    this.clock = clock;
    this.onFailed = onFailed;
    this.lists = new Newest<>(lane, this::take, onFailed);
  }

  /** What is shown; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The chosen grant; null when none is. */
  public ReadOnlyObjectProperty<@Nullable Standing> selected() {
    return selected.getReadOnlyProperty();
  }

  public Filter filter() {
    return filter;
  }

  public void load() {
    lists.ask(() -> acknowledgements.standings(LocalDate.now(clock)));
  }

  public void narrow(Filter wanted) {
    filter = wanted;
    show();
  }

  public void select(@Nullable Standing standing) {
    selected.set(standing);
  }

  /** Writes what is shown into a file. */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Shown now = shown.get();
    if (now != null) {
      lane.carryOut(
          () -> export.standings(now.rows(), messages, file), () -> onDone.accept(file), onFailed);
    }
  }

  private void take(List<Standing> found) {
    loaded = found;
    show();
  }

  private void show() {
    List<Standing> rows = loaded.stream().filter(filter::admits).toList();
    int incomplete = (int) loaded.stream().filter(one -> !one.missing().isEmpty()).count();
    shown.set(new Shown(rows, loaded.size(), incomplete));
    Standing chosen = selected.get();
    String id = chosen == null ? "" : chosen.grantId();
    select(
        rows.stream()
            .filter(one -> one.grantId().equals(id))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.getFirst()));
  }
}
