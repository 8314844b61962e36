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
import vn.roquyen.ui.common.ChosenRow;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Workplace;

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
  private final Workplace workplace;
  private final Clock clock;
  private final Newest<List<Standing>> lists;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ChosenRow<Standing> selected = new ChosenRow<>(Standing::grantId);
  private Filter filter = new Filter("", false);
  private List<Standing> loaded = List.of();

  public StandingsViewModel(
      Acknowledgements acknowledgements, ExportService export, Clock clock, Workplace workplace) {
    this.acknowledgements = acknowledgements;
    this.export = export;
    this.clock = clock;
    this.workplace = workplace;
    this.lists = workplace.newest(this::take);
  }

  /** What is shown; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The chosen grant; null when none is. */
  public ReadOnlyObjectProperty<@Nullable Standing> selected() {
    return selected.row();
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
    selected.choose(standing);
  }

  /** Writes what is shown into a file. */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Shown now = shown.get();
    if (now != null) {
      workplace.write(file, to -> export.standings(now.rows(), messages, to), onDone);
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
    selected.keep(rows);
  }
}
