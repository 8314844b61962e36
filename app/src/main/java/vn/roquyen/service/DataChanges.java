package vn.roquyen.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.roquyen.domain.DataChange;

/**
 * Tells those who show data that a change was committed. Listeners are called on the writing
 * thread.
 */
public final class DataChanges {
  private final List<Consumer<DataChange>> listeners = new CopyOnWriteArrayList<>();

  /** Adds a listener; closing the subscription releases it. */
  public Subscription subscribe(Consumer<DataChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void publish(DataChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  /** Held by a screen while it is shown. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
