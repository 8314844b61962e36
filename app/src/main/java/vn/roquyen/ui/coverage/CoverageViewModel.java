package vn.roquyen.ui.coverage;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.coverage.Act;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.PowerRow;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.UnitClass;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CoverageService;
import vn.roquyen.service.CoverageTable;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/**
 * The coverage on the chosen day, which table is in view, and the list behind the chosen figure.
 */
public final class CoverageViewModel {
  /**
   * One entry of a list behind a figure.
   *
   * @param id of the record that it opens; null when it opens nothing
   */
  public record Item(@Nullable String id, String title, String note) {}

  /** What is behind a figure. */
  public record Behind(String title, List<Item> items) {}

  private static final int LONGEST_BASIS = 60;

  private final TimeMachine times;
  private final Messages messages;
  private final Workplace workplace;
  private final Newest<Coverage> coverages;
  private final Newest<Behind> lists;
  private final ReadOnlyObjectWrapper<@Nullable Coverage> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CoverageTable> view =
      new ReadOnlyObjectWrapper<>(CoverageTable.HEADLINE);
  private final ReadOnlyObjectWrapper<@Nullable Behind> behind = new ReadOnlyObjectWrapper<>();

  public CoverageViewModel(TimeMachine times, Messages messages, Workplace workplace) {
    this.times = times;
    this.messages = messages;
    this.workplace = workplace;
    this.coverages = workplace.newest(this::take);
    this.lists = workplace.newest(behind::set);
  }

  /** What was counted; null until it is. */
  public ReadOnlyObjectProperty<@Nullable Coverage> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<CoverageTable> view() {
    return view.getReadOnlyProperty();
  }

  /** The list behind the chosen figure; null while none is chosen. */
  public ReadOnlyObjectProperty<@Nullable Behind> behind() {
    return behind.getReadOnlyProperty();
  }

  /** Counts for the day of the window; also after it or the data changed. */
  public void load() {
    Standpoint from = workplace.from();
    if (from != null) {
      coverages.ask(() -> service().on(from.date()));
    }
  }

  public void show(CoverageTable wanted) {
    lists.drop();
    behind.set(null);
    view.set(wanted);
  }

  /** Lists powers by their ids. */
  public void openPowers(String title, Set<String> ids) {
    Coverage coverage = shown.get();
    if (coverage != null) {
      openRows(
          title, coverage.powers().stream().filter(row -> ids.contains(row.power().id())).toList());
    }
  }

  /** Lists the powers on some tiers. */
  public void openTiers(String title, Collection<Tier> tiers) {
    Coverage coverage = shown.get();
    if (coverage != null) {
      openRows(
          title, coverage.powers().stream().filter(row -> tiers.contains(row.tier())).toList());
    }
  }

  /** Lists powers with who holds each. */
  public void openRows(String title, List<PowerRow> rows) {
    lists.drop();
    behind.set(
        new Behind(
            title,
            rows.stream()
                .map(row -> new Item(row.power().id(), row.power().title(), holders(row)))
                .toList()));
  }

  /** Lists grants with from whom to whom and by which document. */
  public void openActs(String title, List<Act> acts) {
    lists.ask(() -> new Behind(title, service().lines(acts).stream().map(this::item).toList()));
  }

  /** Lists the communes of a class with what each is told of a power. */
  public void openUnits(PowerRow row, UnitClass type) {
    Coverage coverage = shown.get();
    if (coverage == null) {
      return;
    }
    LocalDate date = coverage.date();
    lists.ask(
        () ->
            new Behind(
                messages.text("coverage.units", row.power().title(), type.type()),
                service().units(row.power().id(), type.type(), date).stream()
                    .map(
                        line ->
                            new Item(
                                null, line.unit().fullName(), messages.verdict(line.competence())))
                    .toList()));
  }

  /** Writes the table in view into a file. */
  public void export(Path file, Consumer<Path> onDone) {
    Coverage coverage = shown.get();
    CoverageTable table = view.get();
    if (coverage != null) {
      save(to -> service().export(coverage, table, messages, to), file, onDone);
    }
  }

  /** Writes all tables and charts as a PDF. */
  public void print(Path file, Consumer<Path> onDone) {
    Coverage coverage = shown.get();
    if (coverage != null) {
      save(target -> service().print(coverage, messages, target), file, onDone);
    }
  }

  /** Writes a picture that was taken of the window. */
  public void save(Consumer<Path> writer, Path file, Consumer<Path> onDone) {
    workplace.write(file, writer, onDone);
  }

  /** What counts for the standpoint: the register of now, or as it was known on a past day. */
  private CoverageService service() {
    Standpoint from = workplace.from();
    return times.as(from == null ? null : from.known()).review().coverage();
  }

  private void take(Coverage counted) {
    boolean other = !Objects.equals(counted, shown.get());
    shown.set(counted);
    if (other) {
      lists.drop();
      behind.set(null);
    }
  }

  private String holders(PowerRow row) {
    return row.holders().isEmpty()
        ? messages.text("coverage.holders.none")
        : row.holders().stream().map(Competence.Holder::name).collect(Collectors.joining("; "));
  }

  private Item item(CoverageService.Line line) {
    String way = messages.text("coverage.way", orUnknown(line.from()), orUnknown(line.to()));
    return new Item(
        line.powerId(),
        line.title(),
        Stream.of(way, brief(line.basis()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")));
  }

  /** A document without a number is named by its title, which would drown the line. */
  private static @Nullable String brief(@Nullable String basis) {
    if (basis == null || basis.length() <= LONGEST_BASIS) {
      return basis;
    }
    return basis.substring(0, basis.lastIndexOf(' ', LONGEST_BASIS)) + " …";
  }

  private String orUnknown(@Nullable String name) {
    return name == null ? messages.text("slip.unknown") : name;
  }
}
