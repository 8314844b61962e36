package vn.roquyen.ui.procedures;

import java.nio.file.Path;
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
import vn.roquyen.ui.common.ChosenRow;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/**
 * The catalogue as a list: what it is narrowed to, the rows that are shown, which one is chosen.
 * All of it is worked out in the background, because there may be a hundred thousand procedures.
 */
public final class ProceduresViewModel {
  private final TimeMachine times;
  private final ExportService export;
  private final Workplace workplace;
  private final Newest<CataloguePage> pages;
  private final ReadOnlyObjectWrapper<@Nullable CataloguePage> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CatalogueFilter> filter =
      new ReadOnlyObjectWrapper<>(CatalogueFilter.ALL);
  private final ChosenRow<ProcedureLine> selected = new ChosenRow<>(ProcedureLine::code);

  public ProceduresViewModel(TimeMachine times, ExportService export, Workplace workplace) {
    this.times = times;
    this.export = export;
    this.workplace = workplace;
    this.pages = workplace.newest(this::take);
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
    return selected.row();
  }

  /** Loads for the standpoint of the window; also after it, the filter or the data changed. */
  public void load() {
    Standpoint from = workplace.from();
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
      selected.choose(null);
    }
    filter.set(next);
    load();
  }

  public void select(@Nullable ProcedureLine line) {
    selected.choose(line);
  }

  /**
   * Writes everything that the filter leaves into a file, also what is not shown for its length.
   */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Standpoint from = workplace.from();
    CatalogueFilter now = filter.get();
    if (from != null) {
      workplace.write(
          file,
          to ->
              export.procedures(
                  times.as(from.known()).catalogue().list(from.unit(), from.date(), now),
                  messages,
                  to),
          onDone);
    }
  }

  private void take(CataloguePage found) {
    page.set(found);
    selected.keep(found.rows());
  }
}
