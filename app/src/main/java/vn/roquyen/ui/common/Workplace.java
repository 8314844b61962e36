package vn.roquyen.ui.common;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a view model works: a lane of its own, the standpoint of the window, and who is told when
 * something fails.
 *
 * @param standpoint commune and day for which everything is answered; null until known
 */
public record Workplace(
    Background.Lane lane,
    ReadOnlyObjectProperty<@Nullable Standpoint> standpoint,
    Consumer<Throwable> onFailed) {

  /** Commune and day for which everything is answered now; null until known. */
  public @Nullable Standpoint from() {
    return standpoint.get();
  }

  /** Asks in this lane again and again; only the newest answer is taken. */
  public <T> Newest<T> newest(Consumer<T> onDone) {
    return new Newest<>(lane, onDone, onFailed);
  }

  /** Does something in this lane. */
  public void carryOut(Runnable work, Runnable onDone) {
    lane.carryOut(work, onDone, onFailed);
  }

  /** Lets a file be written in this lane and hands it over. */
  public void write(Path file, Consumer<Path> writer, Consumer<Path> onDone) {
    carryOut(() -> writer.accept(file), () -> onDone.accept(file));
  }
}
