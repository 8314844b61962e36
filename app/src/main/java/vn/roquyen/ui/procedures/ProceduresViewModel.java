package vn.roquyen.ui.procedures;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CatalogueFilter;
import vn.roquyen.service.CataloguePage;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;

/**
 * The catalogue as a list: what it is narrowed to, the rows that are shown, which one is chosen.
 * All of it is worked out in the background, because there may be a hundred thousand procedures.
 */
public final class ProceduresViewModel {
  private final TimeMachine times;
  private final ExportService export;
  private final Background.Lane lane;
  private final Newest<CataloguePage> pages;
  private final ReadOnlyObjectProperty<@Nullable Standpoint> standpoint;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable CataloguePage> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CatalogueFilter> filter =
      new ReadOnlyObjectWrapper<>(CatalogueFilter.ALL);
  private final ReadOnlyObjectWrapper<@Nullable ProcedureLine> selected =
      new ReadOnlyObjectWrapper<>();

  public ProceduresViewModel(
      TimeMachine times,
      ExportService export,
      Background.Lane lane,
      ReadOnlyObjectProperty<@Nullable Standpoint> standpoint,
      Consumer<Throwable> onFailed) {
    this.times = times;
    this.export = export;
    this.lane = lane;
    this.standpoint = standpoint;
    this.onFailed = onFailed;
    this.pages = new Newest<>(lane, this::take, onFailed);
  }

  /** What the filter leaves; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable CataloguePage> page() {
    return page.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<CatalogueFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** The procedure whose card is shown; null when none is. */
  public ReadOnlyObjectProperty<@Nullable ProcedureLine> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Loads for the standpoint of the window; also after it, the filter or the data changed. */
  public void load() {
    Standpoint from = standpoint.get();
    CatalogueFilter now = filter.get();
    if (from != null) {
      pages.ask(() -> times.as(from.known()).catalogue().page(from.unit(), from.date(), now));
    }
  }

  /**
   * Narrows, widens or reorders the list. Who begins to type wants the best match first and chosen,
   * who takes the words away wants the alphabet back.
   */
  public void narrow(CatalogueFilter wanted) {
    boolean typed = filter.get().text().isBlank() && !wanted.text().isBlank();
    boolean emptied = wanted.text().isBlank() && wanted.order() == CatalogueFilter.Order.MATCH;
    CatalogueFilter next = wanted;
    if (typed && wanted.order() == CatalogueFilter.Order.NAME) {
      next = wanted.withOrder(CatalogueFilter.Order.MATCH);
    } else if (emptied) {
      next = wanted.withOrder(CatalogueFilter.Order.NAME);
    }
    if (!next.text().equals(filter.get().text()) && next.order() == CatalogueFilter.Order.MATCH) {
      selected.set(null);
    }
    filter.set(next);
    load();
  }

  public void select(@Nullable ProcedureLine line) {
    selected.set(line);
  }

  /**
   * Writes everything that the filter leaves into a file, also what is not shown for its length.
   */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Standpoint from = standpoint.get();
    CatalogueFilter now = filter.get();
    if (from != null) {
      lane.carryOut(
          () ->
              export.procedures(
                  times.as(from.known()).catalogue().list(from.unit(), from.date(), now),
                  messages,
                  file),
          () -> onDone.accept(file),
          onFailed);
    }
  }

  private void take(CataloguePage found) {
    page.set(found);
    selected.set(stillChosen(found.rows()));
  }

  private @Nullable ProcedureLine stillChosen(List<ProcedureLine> rows) {
    ProcedureLine before = selected.get();
    return rows.stream()
        .filter(row -> before != null && row.code().equals(before.code()))
        .findFirst()
        .orElse(rows.isEmpty() ? null : rows.getFirst());
  }
}
