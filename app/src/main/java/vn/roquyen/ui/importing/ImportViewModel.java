package vn.roquyen.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.service.ImportReport;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.ImportService.Options;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Watch;

/** One import at a time: how far it is, that it shall stop, how it ended. */
public final class ImportViewModel {

  /** Where the import stands. */
  public sealed interface State {
    /** Nothing was started. */
    record Idle() implements State {}

    /**
     * It runs.
     *
     * @param share from 0 to 1, or -1 when that is not known
     * @param stopping true when it was told to stop and has not yet stopped
     */
    record Running(Progress.Phase phase, double share, boolean stopping) implements State {}

    /** It ended by itself; a refused one wrote nothing. */
    record Ended(ImportReport report) implements State {}

    /** It was stopped; nothing was written. */
    record Stopped() implements State {}
  }

  /** An import that can be watched and stopped. */
  @FunctionalInterface
  public interface Work {
    ImportReport run(Options options, Progress progress);
  }

  private final ImportService service;
  private final Background background;
  private final Background.Lane lane;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private @Nullable Watch<State.Running> watch;
  private @Nullable Work work;

  public ImportViewModel(
      ImportService service,
      Background background,
      Background.Lane lane,
      Consumer<Throwable> onFailed) {
    this.service = service;
    this.background = background;
    this.lane = lane;
    this.onFailed = onFailed;
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return state.get() instanceof State.Running;
  }

  /** Imports files or folders; a bad row stops all of it. */
  public void start(List<Path> chosen) {
    List<Path> paths = List.copyOf(chosen);
    start((options, progress) -> service.apply(paths, options, progress));
  }

  /** Runs another import than that of files into the folder as it is. */
  public void start(Work other) {
    work = other;
    run(Options.STRICT);
  }

  /** After a refusal: the same input without its bad rows. */
  public void skipBadRows() {
    run(new Options(true));
  }

  /** Asks the import to stop; it then leaves the data as they were. */
  public void stop() {
    Watch<State.Running> started = watch;
    if (state.get() instanceof State.Running running && started != null) {
      started.stop();
      state.set(new State.Running(running.phase(), running.share(), true));
    }
  }

  /** Forgets the last import. */
  public void reset() {
    if (!isRunning()) {
      state.set(new State.Idle());
    }
  }

  private void run(Options options) {
    Work wanted = work;
    if (isRunning() || wanted == null) {
      return;
    }
    Watch<State.Running> started =
        new Watch<>(
            background,
            (phase, done, total, stopping) ->
                new State.Running(phase, Watch.share(done, total), stopping),
            this::show);
    watch = started;
    state.set(new State.Running(Progress.Phase.READ, -1, false));
    lane.run(
        () -> wanted.run(options, started),
        report -> state.set(new State.Ended(report)),
        this::failed);
  }

  private void show(State.Running newest) {
    if (isRunning()) {
      state.set(newest);
    }
  }

  private void failed(Throwable failure) {
    if (failure instanceof Fault fault && fault.code() == FaultCode.CANCELLED) {
      state.set(new State.Stopped());
    } else {
      state.set(new State.Idle());
      onFailed.accept(failure);
    }
  }
}
