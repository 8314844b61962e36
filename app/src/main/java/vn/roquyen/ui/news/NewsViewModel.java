package vn.roquyen.ui.news;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CatalogueService;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.HistoryServices;
import vn.roquyen.service.NewsItem;
import vn.roquyen.service.NewsService.Period;
import vn.roquyen.ui.common.ChosenRow;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/** What changed for the commune of the window: since the last exchange, or between two days. */
public final class NewsViewModel {

  /**
   * What is shown.
   *
   * @param rows what the filter leaves, the first {@link CatalogueService#PAGE}
   * @param left how many the filter leaves
   * @param period the two days; a digest ends today
   * @param isDigest false when two days are compared
   * @param kinds how many the filter would leave of each kind
   * @param todo how many ask for something
   * @param here how many concern powers of the commune
   * @param mayConfirm true when this machine's key may confirm for the commune
   * @param otherDay true while the window shows another day than today, which the list does not
   *     follow: it has days of its own
   */
  public record Shown(
      List<NewsItem> rows,
      int left,
      int all,
      Period period,
      boolean isDigest,
      Map<NewsItem.Kind, Integer> kinds,
      int todo,
      int here,
      boolean mayConfirm,
      boolean otherDay) {}

  private record Loaded(
      List<NewsItem> items,
      Period period,
      boolean isDigest,
      boolean mayConfirm,
      boolean otherDay) {}

  private final HistoryServices history;
  private final ExportService export;
  private final Workplace workplace;
  private final Clock clock;
  private final Newest<Loaded> lists;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<NewsFilter> filter =
      new ReadOnlyObjectWrapper<>(NewsFilter.ALL);
  private final ChosenRow<NewsItem> selected = new ChosenRow<>(NewsItem::key);
  private final ReadOnlyObjectWrapper<@Nullable NewsItem> whole = new ReadOnlyObjectWrapper<>();
  private @Nullable Period wanted;
  private @Nullable Loaded loaded;

  public NewsViewModel(
      HistoryServices history, ExportService export, Clock clock, Workplace workplace) {
    this.history = history;
    this.export = export;
    this.clock = clock;
    this.workplace = workplace;
    this.lists = workplace.newest(this::take);
    selected.row().subscribe(this::readWhole);
  }

  /** What is shown; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<NewsFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** The chosen line; null when none is. */
  public ReadOnlyObjectProperty<@Nullable NewsItem> selected() {
    return selected.row();
  }

  /**
   * The chosen line with what was written in every field, which takes a moment for a procedure;
   * null until it is read.
   */
  public ReadOnlyObjectProperty<@Nullable NewsItem> whole() {
    return whole.getReadOnlyProperty();
  }

  /** Loads for the commune of the window; also after it or the data changed. */
  public void load() {
    Standpoint from = workplace.from();
    if (from != null) {
      Period period = wanted;
      lists.ask(() -> read(from, period));
    }
  }

  /** Shows what changed since the last exchange. */
  public void sinceLastExchange() {
    wanted = null;
    load();
  }

  /** Shows what changed in the last days. */
  public void lastDays(int days) {
    LocalDate today = LocalDate.now(clock);
    compare(new Period(Axis.KNOWN, today.minusDays(days), today));
  }

  /**
   * Compares two days; one that ends today by what was known is a digest. What will be known on a
   * day to come nobody can say: then up to today.
   */
  public void compare(Period period) {
    LocalDate today = LocalDate.now(clock);
    boolean toCome = period.axis() == Axis.KNOWN && period.to().isAfter(today);
    wanted = toCome ? new Period(Axis.KNOWN, earlier(period.from(), today), today) : period;
    load();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  public void narrow(NewsFilter by) {
    filter.set(by);
    show();
  }

  public void select(@Nullable NewsItem item) {
    selected.choose(item);
  }

  /** Confirms a grant; the list follows the data. */
  public void confirm(NewsItem item, String appointed, String author) {
    run(() -> history.acknowledgements().acknowledge(item.id(), appointed.strip(), author.strip()));
  }

  /** Takes a confirmation back. */
  public void takeBack(NewsItem item) {
    run(() -> history.acknowledgements().takeBack(item.id()));
  }

  /** Writes what the filter leaves into a file. */
  public void export(Path file, Messages messages, Consumer<Path> onDone) {
    Loaded now = loaded;
    if (now != null) {
      List<NewsItem> left = left(now);
      workplace.write(
          file, to -> export.news(history.news().whole(left, now.period()), messages, to), onDone);
    }
  }

  private Loaded read(Standpoint from, @Nullable Period period) {
    LocalDate today = LocalDate.now(clock);
    Period asked =
        period != null
            ? period
            : new Period(
                Axis.KNOWN, Objects.requireNonNullElse(history.news().since(), today), today);
    boolean isDigest = asked.axis() == Axis.KNOWN && asked.to().equals(today);
    List<NewsItem> items =
        isDigest
            ? history.news().digest(from.unit(), asked.from(), today)
            : history.news().compare(from.unit(), asked);
    boolean may = history.acknowledgements().mayConfirmFor(from.unit());
    boolean otherDay = from.known() != null || !from.date().equals(today);
    return new Loaded(items, asked, isDigest, may, otherDay);
  }

  private void run(Runnable work) {
    workplace.carryOut(work, this::load);
  }

  private void take(Loaded found) {
    loaded = found;
    show();
  }

  private void show() {
    Loaded now = loaded;
    if (now == null) {
      return;
    }
    NewsFilter by = filter.get();
    List<NewsItem> left = left(now);
    List<NewsItem> rows = left.subList(0, Math.min(CatalogueService.PAGE, left.size()));
    Map<NewsItem.Kind, Integer> kinds = new EnumMap<>(NewsItem.Kind.class);
    now.items().stream()
        .filter(by.withKind(null)::admits)
        .forEach(item -> kinds.merge(item.kind(), 1, Integer::sum));
    shown.set(
        new Shown(
            rows,
            left.size(),
            now.items().size(),
            now.period(),
            now.isDigest(),
            kinds,
            (int) now.items().stream().filter(by.withAsks(true)::admits).count(),
            (int) now.items().stream().filter(by.withHere(true)::admits).count(),
            now.mayConfirm(),
            now.otherDay()));
    selected.keep(rows);
  }

  private List<NewsItem> left(Loaded now) {
    return now.items().stream().filter(filter.get()::admits).toList();
  }

  private void readWhole(@Nullable NewsItem item) {
    whole.set(null);
    Loaded now = loaded;
    if (item != null && now != null) {
      workplace
          .lane()
          .run(
              () -> history.news().whole(List.of(item), now.period()).getFirst(),
              read -> {
                if (selected.row().get() == item) {
                  whole.set(read);
                }
              },
              workplace.onFailed());
    }
  }
}
