package vn.roquyen.ui.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.ExchangeService;
import vn.roquyen.service.ExchangeService.Exported;
import vn.roquyen.service.ExchangeService.Selection;
import vn.roquyen.service.ExchangeService.Weight;
import vn.roquyen.service.FileOutcome;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.Identity;
import vn.roquyen.service.KeyLine;
import vn.roquyen.service.KeyService;
import vn.roquyen.service.LostBranchService;
import vn.roquyen.service.LostRow;
import vn.roquyen.service.Progress;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.RowHistoryService;
import vn.roquyen.service.RowHistoryService.Review;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService;
import vn.roquyen.service.SyncService.Outgoing;
import vn.roquyen.service.SyncService.Round;
import vn.roquyen.service.SyncService.Standing;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Watch;

/**
 * What this machine has to do with others: what waits, went, came, is held, and is to be decided.
 */
public final class SyncViewModel {

  /**
   * What the screen works with.
   *
   * @param drives the USB sticks that are plugged in
   */
  public record Sources(
      FolderService folder,
      KeyService keys,
      ExchangeService exchange,
      RowHistoryService histories,
      LostBranchService lost,
      SyncService sync,
      StoreService shared,
      RegisterSource registers,
      Supplier<List<Path>> drives,
      Clock clock) {}

  /**
   * The state of this machine at one moment.
   *
   * @param register names of units and rows
   * @param own what this machine has written
   * @param all all that it knows
   * @param keys the certificates of its unit; of everyone for who certifies
   * @param waiting files that are kept until another comes
   * @param stores how it stands with each shared store
   * @param reviews fields that two machines wrote
   * @param lost what a twin of this machine has cost
   */
  public record State(
      Identity identity,
      Register register,
      Weight own,
      Weight all,
      List<KeyLine> keys,
      List<FileOutcome> waiting,
      List<Standing> stores,
      List<Review> reviews,
      List<LostRow> lost) {

    /** The names of units. */
    public UnitNames units() {
      return UnitNames.of(register);
    }
  }

  /** What happened last. */
  public sealed interface Event {
    /**
     * Files were taken in.
     *
     * @param stopped true when a person ended it before all of them were
     */
    record Received(List<FileOutcome> files, boolean stopped) implements Event {}

    /** A parcel was written. */
    record Sent(Exported parcel) implements Event {}

    /** A round with a shared store came to its end, or says what stood in its way. */
    record Exchanged(Round round) implements Event {}

    /** A round was stopped; what was exchanged before stays. */
    record Stopped(String store) implements Event {}

    /** A field was settled; it can be taken back. */
    record Settled(Review review) implements Event {}

    /** What was settled was taken back. */
    record TakenBack(Review review) implements Event {}

    /**
     * What a lost branch says was entered again.
     *
     * @param waiting how many changes of it wait for a second key
     */
    record Resent(int rows, int waiting) implements Event {}

    /** It is not to be entered again; that can be taken back. */
    record Declined(List<LostRow> rows) implements Event {}

    /** It is in question again. */
    record AskedAgain(int rows) implements Event {}
  }

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  private final Sources sources;
  private final Background background;

  /** Long work and reading stand on lanes of their own: neither waits for the other. */
  private final Background.Lane work;

  private final Background.Lane reading;
  private final Background.Lane looking;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Event> event = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Path>> drives = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  private final ReadOnlyObjectWrapper<RoundReport.@Nullable Running> running =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Watch<RoundReport.Running> watch;

  public SyncViewModel(Sources sources, Background background, Consumer<Throwable> onFailed) {
    this.sources = sources;
    this.background = background;
    this.work = background.lane("sync");
    this.reading = background.lane("sync-state");
    this.looking = background.lane("sync-drives");
    this.onFailed = onFailed;
  }

  public ReadOnlyObjectProperty<@Nullable State> state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Event> event() {
    return event.getReadOnlyProperty();
  }

  /** The USB sticks that are plugged in. */
  public ReadOnlyObjectProperty<List<Path>> drives() {
    return drives.getReadOnlyProperty();
  }

  /** How far the round under way is; null when there is none. */
  ReadOnlyObjectProperty<RoundReport.@Nullable Running> running() {
    return running.getReadOnlyProperty();
  }

  /** True while something is sent, received or settled. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Reads everything anew. */
  public void refresh() {
    reading.run(this::read, state::set, onFailed);
  }

  /** Looks which sticks are plugged in. */
  public void lookForDrives() {
    looking.runLatest(
        sources.drives()::get,
        found -> {
          if (!found.equals(drives.get())) {
            drives.set(found);
          }
        },
        onFailed);
  }

  /** Takes in files, folders and parcels, which can be watched and stopped. */
  public void receive(List<Path> paths) {
    if (paths.isEmpty() || busy.get()) {
      return;
    }
    Watch<RoundReport.Running> receiving = begin("", Duration.ZERO);
    act(
        () ->
            new Event.Received(
                sources.exchange().receive(paths, receiving), receiving.cancelled()));
  }

  /** Writes a parcel with what this machine wrote, or with all that it knows. */
  public void send(Path file, boolean ownOnly) {
    Selection selection = new Selection(0, ownOnly);
    act(() -> new Event.Sent(sources.exchange().export(file, selection)));
  }

  /** Makes a round with a shared store, which can be watched and stopped. */
  public void exchange(String store) {
    State now = state.get();
    if (busy.get() || now == null) {
      return;
    }
    Outgoing outgoing =
        now.stores().stream()
            .filter(each -> each.store().name().equals(store))
            .map(Standing::outgoing)
            .findFirst()
            .orElseThrow();
    Watch<RoundReport.Running> round = begin(store, outgoing.expected());
    act(() -> exchanged(store, round));
  }

  /** Asks the round under way to stop; the network is not waited for. */
  public void stop() {
    Watch<RoundReport.Running> round = watch;
    RoundReport.Running now = running.get();
    if (round != null && now != null) {
      round.stop();
      sources.sync().breakOff();
      running.set(
          new RoundReport.Running(
              now.store(), now.phase(), now.done(), now.total(), now.left(), true));
    }
  }

  private Event exchanged(String store, Progress round) {
    try {
      return new Event.Exchanged(sources.sync().round(store, true, round));
    } catch (Fault fault) {
      if (fault.code() == FaultCode.CANCELLED) {
        return new Event.Stopped(store);
      }
      throw fault;
    }
  }

  /** Watches what begins now: a round with a store, or the receiving of files. */
  private Watch<RoundReport.Running> begin(String store, Duration expected) {
    RoundReport report = new RoundReport(store, expected, sources.clock());
    Watch<RoundReport.Running> begun = new Watch<>(background, report, this::showRunning);
    watch = begun;
    running.set(report.start());
    return begun;
  }

  private void showRunning(RoundReport.Running report) {
    if (running.get() != null) {
      running.set(report);
    }
  }

  /** The name under which a parcel of today is suggested. */
  public String parcelName() {
    State now = state.get();
    String unit = now == null ? "" : now.identity().unit();
    String day = DAY.format(LocalDate.now(sources.clock()));
    int to = now == null ? 0 : now.own().changes();
    return "ROQUYEN_%s_%s_0-%d.rqp".formatted(unit, day, to);
  }

  /** Settles a field with one of the values that were written, or whether the row stays. */
  public void settle(Review review, @Nullable Object value) {
    act(
        () -> {
          sources.histories().settle(review.entity(), review.key(), review.column(), value);
          return new Event.Settled(review);
        });
  }

  /** Puts the value back that was shown before the last choice. */
  public void takeBack() {
    if (event.get() instanceof Event.Settled settled) {
      Review review = settled.review();
      Column column = Objects.requireNonNull(review.column());
      act(
          () -> {
            sources
                .histories()
                .settle(review.entity(), review.key(), column, review.shown().value());
            return new Event.TakenBack(review);
          });
    }
  }

  /** Enters again what a lost branch says, all of it or nothing. */
  public void resend(List<LostRow> rows) {
    act(() -> new Event.Resent(rows.size(), sources.lost().resend(rows).size()));
  }

  /** Remembers that rows of a lost branch are not to be entered again. */
  public void decline(List<LostRow> rows) {
    act(
        () -> {
          sources.lost().decline(rows, true);
          return new Event.Declined(rows);
        });
  }

  /** Puts rows of a lost branch in question again. */
  public void askAgain(List<LostRow> rows) {
    act(
        () -> {
          sources.lost().decline(rows, false);
          return new Event.AskedAgain(rows.size());
        });
  }

  private void act(Callable<Event> action) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    work.run(
        action,
        done -> {
          end();
          event.set(done);
        },
        failure -> {
          end();
          onFailed.accept(failure);
        });
  }

  private void end() {
    busy.set(false);
    running.set(null);
    watch = null;
    refresh();
  }

  private State read() {
    Identity identity = sources.folder().identity();
    boolean everyone = identity.canCertify() || identity.roles().contains(Role.PUBLISHER);
    List<KeyLine> keys =
        sources.keys().keys().stream()
            .filter(key -> everyone || key.own() || key.unit().equals(identity.unit()))
            .toList();
    return new State(
        identity,
        sources.registers().current(),
        sources.exchange().weigh(new Selection(0, true)),
        sources.exchange().weigh(Selection.ALL),
        keys,
        sources.exchange().waiting(),
        sources.sync().standings(),
        sources.histories().reviews(),
        sources.lost().rows());
  }
}
